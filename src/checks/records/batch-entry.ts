import * as z from 'zod'
import { workingDaysBetween } from '../../calendar/holidays.ts'
import { mondayOf, type PlainDate } from '../../calendar/plain-date.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { dayName, fullDayName, recordName } from '../record-name.ts'
import { type EnteredRecord, isEntered } from './entry-delay.ts'
import { grouped } from './grouped.ts'

const Params = z.strictObject({
  /** 同一天录入几个不同星期的会议，才算集中补录。 */
  weeks: z.int().min(2).default(3),
  /** 会议结束后超过几个工作日录入，才算补录。 */
  lateAfter: z.int().nonnegative().default(3),
})
type Params = z.infer<typeof Params>

/** Records that the evidence shows; the message counts them all. */
const SHOWN = 6

export const batchEntry = defineCheck({
  name: 'batch-entry',
  summary: '核对有没有把好几个星期的会议记录集中在同一天补录。',
  params: Params,
  *judge(ledger, params, context) {
    const meetings = meetingsIn(ledger, context)
    const entered = meetings.filter(isEntered)
    const late = entered.filter((record) => isLate(record, params, context))
    for (const [day, records] of grouped(late, ({ enteredOn }) => enteredOn.value))
      yield outcomeOf(day, records, params)
    if (late.length < entered.length) yield pass()
    yield* undecided(
      meetings.filter((record) => !isEntered(record)),
      '没有录入时间',
    )
  },
})

function isLate(
  { date, endDate, enteredOn, lateNote }: EnteredRecord,
  { lateAfter }: Params,
  { holidays }: CheckContext,
) {
  if (lateNote !== undefined) return false
  return workingDaysBetween(endDate?.value ?? date.value, enteredOn.value, holidays) > lateAfter
}

function outcomeOf(day: PlainDate, records: readonly EnteredRecord[], { weeks }: Params): Outcome {
  const mondays = new Set(records.map(({ date }) => mondayOf(date.value)))
  if (mondays.size < weeks) return pass(day)
  const dates = records.map(({ date }) => date.value)
  const [first = day, last = day] = [dates[0], dates.at(-1)]
  return {
    outcome: 'fail',
    subject: day,
    measure: records.length,
    message: `疑似集中补录：${fullDayName(day)}一天录入了${dayName(first)}至${dayName(last)}之间${mondays.size}个不同星期的${records.length}条记录，请核对原始记录`,
    evidence: records.slice(0, SHOWN).map(({ enteredOn }) => evidence(enteredOn)),
    data: { enteredOn: day, records: records.map(recordName) },
  }
}
