import * as z from 'zod'
import { periodLabel } from '../../calendar/period.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, countsFor, type DatedRecord, isHeld } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { quoted } from '../agenda/steps.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue, regularity } from '../frequency/demand.ts'
import { neverListed } from '../frequency/never-listed.ts'
import { absenceOf } from '../frequency/series.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { fullNames } from '../kind-names.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'

const Topic = z.strictObject({
  /** 内容的名称。 */
  name: z.string().min(1),
  /** 记录里出现任何一个这样的字样，就算有这项内容。 */
  words: z.array(z.string().min(1)).min(1),
})

const Params = z.strictObject({
  /** 在哪些类型的记录里找；不写则在全部记录里找。 */
  kind: z
    .union([z.string(), z.array(z.string()).min(1)])
    .transform((kind) => [kind].flat())
    .optional(),
  per: regularity.per,
  months: regularity.months,
  neverListed: regularity.neverListed.default('unknown'),
  /** 每期都应有的各项内容。 */
  topics: z.array(Topic).min(1),
})
type Params = z.infer<typeof Params>

/** The measure is the number of topics that a period lacks. */
export const topics = defineCheck({
  name: 'topics',
  summary: '按月、季度、半年、学期或年，核对几项应有的内容是不是各有一次记录。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    const records = ledger.records.filter((record) => isMeant(record, params))
    if (periods.length === 0) yield nothingDue(params)
    else if (records.length === 0) yield neverKept(ledger, params, periods, context)
    else for (const period of periods) yield judgePeriod(ledger, records, period, params, context)
  },
})

function isMeant(record: LedgerRecord, { kind }: Params): boolean {
  return kind === undefined || kind.some((one) => bears(record, one))
}

function neverKept(
  ledger: Ledger,
  { kind, neverListed: policy }: Params,
  periods: readonly DemandedPeriod[],
  context: CheckContext,
): Outcome {
  return kind === undefined
    ? notEvaluated('台账没有可用的记录')
    : neverListed(ledger, { kind, neverListed: policy }, periods, context)
}

function judgePeriod(
  ledger: Ledger,
  records: readonly LedgerRecord[],
  period: DemandedPeriod,
  params: Params,
  context: CheckContext,
): Outcome {
  const { kind, topics: wanted } = params
  const held = records.filter((record): record is DatedRecord => isHeld(record, context.asOf))
  const counted = held.filter((record) => countsFor(record, period))
  const text = counted.map(allWords).join('\n')
  const missing = wanted.filter(({ words }) => !words.some((word) => text.includes(word))).map(({ name }) => name)
  if (missing.length === 0) return pass(period.id)
  if (!period.isOver) return notDue(period.id)
  const where = `${periodLabel(period)}${kind === undefined ? '' : fullNames(kind)}`
  const reason = undecided(ledger, records, counted, period, params, context)
  if (reason !== undefined) return notEvaluated(`${reason}，无法判断${where}有没有${missing.join('、')}`, period.id)
  return {
    outcome: 'fail',
    subject: period.id,
    measure: missing.length,
    message: `台账未见${where}有${quoted(missing)}内容的记录`,
    evidence: [absenceOf(ledger)],
    data: { period: period.id, missing },
  }
}

/** Kinds tell a topic too: a 警示教育会 is one whatever its minutes say. */
function allWords(record: DatedRecord): string {
  const others = Object.values(record.others).map(({ value }) => value)
  return [wordingOf(record), ...record.kinds.map(({ raw, value }) => raw ?? value), ...others].join('\n')
}

function undecided(
  ledger: Ledger,
  records: readonly LedgerRecord[],
  counted: readonly DatedRecord[],
  period: DemandedPeriod,
  { kind }: Params,
  { period: examined }: CheckContext,
): string | undefined {
  const unseen = unseenIn(ledger, { name: kind?.join('、'), records }, period, examined)
  if (unseen !== undefined) return unseen
  if (counted.length === 0) return '台账没有这段时间的有关记录'
  const silent = counted.find((record) => wordingOf(record) === '')
  return silent && `${recordName(silent)}没有写明内容`
}
