import * as z from 'zod'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, isDated } from '../../ledger/held.ts'
import { isEverybody } from '../../ledger/named-people.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { byText } from '../../text/order.ts'
import { type CheckContext, defineCheck, type Outcome } from '../contract.ts'
import { fullNames } from '../kind-names.ts'
import { demandedPeriods, lifeFrom, nothingDue, regularity } from './demand.ts'
import { neverListed } from './never-listed.ts'
import { judgeSeries } from './series.ts'

const Params = z.strictObject({
  ...regularity,
  /** 结果或内容里出现这些字样的，这一对到此为止。 */
  endWords: z.array(z.string()).default(['结束结对', '解除结对', '终止结对', '结对结束', '已脱贫', '已毕业']),
})
type Params = z.infer<typeof Params>

/** One person and the one that they look after, from the first entry of the two on. */
interface Pair {
  readonly name: string
  readonly records: readonly LedgerRecord[]
}

export const frequencyPairs = defineCheck({
  name: 'frequency-pairs',
  summary: '对专项台账里的每一对人员和对象，从结成起逐期核对往来够不够次数。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const life = branchLife(ledger.branch)
    const periods = demandedPeriods(params, life, context)
    const records = ledger.records.filter((record) => params.kind.some((kind) => bears(record, kind)))
    if (periods.length === 0) yield nothingDue(params)
    else if (records.length === 0) yield neverListed(ledger, params, periods, context)
    else for (const pair of pairsOf(records)) yield* judgePair(ledger, pair, params, context)
  },
})

function* judgePair(ledger: Ledger, { name, records }: Pair, params: Params, context: CheckContext): Iterable<Outcome> {
  const first = records.find(isDated)?.date.value
  const end = records.find((record) => isDated(record) && isLast(record, params))?.date?.value
  const periods = demandedPeriods(params, lifeFrom(branchLife(ledger.branch), first), context).filter(
    ({ to }) => end === undefined || to < end,
  )
  const series = { name: `${name}的${fullNames(params.kind)}`, of: name, records, atLeast: params.atLeast }
  yield* judgeSeries(ledger, series, periods, context)
}

function pairsOf(records: readonly LedgerRecord[]): Pair[] {
  const pairs = new Map<string, LedgerRecord[]>()
  for (const record of records) {
    for (const person of record.people.filter(({ value }) => !isEverybody(value))) {
      for (const counterpart of record.counterparts) {
        const name = `${person.value}—${counterpart.value}`
        pairs.set(name, [...(pairs.get(name) ?? []), record])
      }
    }
  }
  return [...pairs].map(([name, own]) => ({ name, records: own })).sort(byText(({ name }) => name))
}

function isLast({ result, content }: LedgerRecord, { endWords }: Params): boolean {
  return endWords.some((word) => [result, content].some((text) => text?.value.includes(word)))
}
