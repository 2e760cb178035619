import * as z from 'zod'
import { PERIOD_UNITS, type Period, periodLabel } from '../../calendar/period.ts'
import { contains } from '../../calendar/range.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsUpTo } from '../meetings.ts'
import { demandedPeriods, nothingDue } from './demand.ts'

const Params = z.strictObject({
  /** 以什么为一期。 */
  per: z.enum(PERIOD_UNITS).default('year'),
  /** 同一种形式占写明形式的记录多大比例，算形式单一。 */
  share: z.number().positive().max(1).default(0.8),
  /** 写明形式的记录不足这么多条的，不作判断。 */
  atLeast: z.int().positive().default(5),
})
type Params = z.infer<typeof Params>

export const variety = defineCheck({
  name: 'variety',
  summary: '看一年里写明形式的记录，是不是大多只有一种形式。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    if (periods.length === 0) yield nothingDue(params)
    for (const period of periods) {
      yield period.isOver ? judgePeriod(ledger, period, params, context) : notDue(period.id)
    }
  },
})

type FormedRecord = DatedRecord & { readonly form: NonNullable<DatedRecord['form']> }

function judgePeriod(ledger: Ledger, period: Period, { share, atLeast }: Params, context: CheckContext): Outcome {
  const formed = meetingsUpTo(ledger, context).filter(
    (record): record is FormedRecord => record.form !== undefined && contains(period, record.date.value),
  )
  if (formed.length < atLeast) {
    return notEvaluated(`${periodLabel(period)}写明形式的记录不足${atLeast}条`, period.id)
  }
  const [most] = byForm(formed)
  if (most === undefined || most.records.length < share * formed.length) return pass(period.id)
  const count = `${formed.length}次中有${most.records.length}次是“${most.form}”`
  return {
    outcome: 'fail',
    subject: period.id,
    measure: most.records.length / formed.length,
    message: `${periodLabel(period)}组织生活形式单一：写明形式的${count}`,
    evidence: most.records.slice(0, EVIDENCE_SHOWN).map(({ form }) => evidence(form)),
    data: { form: most.form, count: most.records.length, of: formed.length },
  }
}

/** Places that show the form; more would only repeat it. */
const EVIDENCE_SHOWN = 3

/** Commonest first; of forms that are as common as each other, the one met first. A mixed form is one of its own. */
function byForm(records: readonly FormedRecord[]): { form: string; records: FormedRecord[] }[] {
  const forms = new Map<string, FormedRecord[]>()
  for (const record of records) {
    const form = record.form.value.replace(/\s/gu, '')
    forms.set(form, [...(forms.get(form) ?? []), record])
  }
  return [...forms].map(([form, own]) => ({ form, records: own })).sort((a, b) => b.records.length - a.records.length)
}
