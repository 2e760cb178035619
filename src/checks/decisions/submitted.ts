import * as z from 'zod'
import type { Period } from '../../calendar/period.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { contains, type DateRange, reaches } from '../../calendar/range.ts'
import { monthsWithout } from '../../ledger/coverage.ts'
import { bears, type DatedRecord, heldOf } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { unknownReason } from '../frequency/reach.ts'
import { meetingsIn } from '../meetings.ts'
import { fullDayName, recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 支委会之后多少天内应有党员大会。 */
  within: z.int().positive().default(92),
})

const TO_ASSEMBLY = /(?:提交|提请|报请?|交由?|上)(?:本|党)?(?:支部)?(?:全体)?(?:党员)?大会(?!以来|精神)/u
/** Talked of, put off or left: 是否提交党员大会, 暂不提交. */
const NOT_RESOLVED = /是否|能否|可否|暂缓|[不未](?:再|予|宜|必|用|急于)?(?:提交|提请|报请|交由|上)/u
/** In the minutes: only what was resolved, not what was talked of. */
const RESOLVED_TO =
  /(?:决定|议定|同意|确定|通过)[^。；\n]{0,40}?(?:提交|提请|报请?|交由?)(?:本|党)?(?:支部)?(?:全体)?(?:党员)?大会[^。；\n]{0,20}/u

export const submitted = defineCheck({
  name: 'submitted',
  summary: '支委会议定提交党员大会的事项，以后规定天数内有没有召开党员大会的记录。',
  params: Params,
  *judge(ledger, { within }, context): Iterable<Outcome> {
    for (const record of meetingsIn(ledger, context)) {
      if (!bears(record, '支委会')) continue
      const matters = mattersOf(record)
      if (matters.length > 0) yield outcomeOf(ledger, record, matters, within, context)
    }
  },
})

interface Matter {
  readonly said: string
  readonly evidence: Evidence
}

function mattersOf({ decisions, minutes }: DatedRecord): Matter[] {
  const resolved = decisions.filter(({ task }) => TO_ASSEMBLY.test(task.value) && !NOT_RESOLVED.test(task.value))
  if (resolved.length > 0) return resolved.map(({ task }) => ({ said: task.value, evidence: evidence(task) }))
  const said = RESOLVED_TO.exec(minutes?.value ?? '')?.[0]
  if (minutes === undefined || said === undefined || NOT_RESOLVED.test(said)) return []
  return [{ said, evidence: evidence(minutes, said) }]
}

function outcomeOf(
  ledger: Ledger,
  record: DatedRecord,
  matters: readonly Matter[],
  within: number,
  context: CheckContext,
): Outcome {
  const window = { from: record.date.value, to: addDays(record.date.value, within) }
  if (heldOf(ledger, '党员大会', context.asOf).some(({ date }) => contains(window, date.value))) return pass(record.key)
  if (!context.asOf.isPast(window.to)) return notDue(record.key)
  const unknown = monthsBeyond(ledger, window, context)
  if (unknown.length > 0) return notEvaluated(unknownReason(unknown), record.key)
  const said = matters.map((matter) => `“${matter.said}”`).join('、')
  return {
    outcome: 'fail',
    subject: record.key,
    message: `疑似议而未提：${recordName(record)}议定${said}，此后${within}天内（至${fullDayName(window.to)}）台账未见党员大会记录，请核对原始记录`,
    evidence: matters.map((matter) => matter.evidence),
  }
}

/** Months of the window outside the period that are not in the ledger: what happened in them is unknown. */
function monthsBeyond(ledger: Ledger, window: DateRange, { period }: CheckContext): Period[] {
  if (reaches(period, window.to)) return []
  return monthsWithout(ledger, { from: addDays(period.to, 1), to: window.to })
}
