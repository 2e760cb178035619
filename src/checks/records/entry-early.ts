import * as z from 'zod'
import { contains } from '../../calendar/range.ts'
import { type DatedRecord, isDated } from '../../ledger/held.ts'
import { hasResult } from '../../ledger/outcome.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, type Json, type Outcome, pass } from '../contract.ts'
import { undecided } from '../meetings.ts'
import { fullDayName, recordName } from '../record-name.ts'

export const entryEarly = defineCheck({
  name: 'entry-early',
  summary: '核对有没有会议还没开就先录入、先写出结果的记录。',
  params: z.strictObject({}),
  *judge(ledger, _params, context) {
    const silent: DatedRecord[] = []
    for (const record of examinedMeetings(ledger, context)) {
      const outcome = outcomeOf(record, context)
      if (outcome === undefined) silent.push(record)
      else yield outcome
    }
    yield* undecided(silent, '没有录入时间，也没有记录日期')
  },
})

/** Meetings that are set down as held. Days to come are examined too, unless the period ended before the day of judging. */
function examinedMeetings({ records }: Ledger, { asOf, period }: CheckContext): DatedRecord[] {
  return records.filter((record): record is DatedRecord => {
    if (!isDated(record) || record.register !== undefined || !isMeantAsHeld(record)) return false
    return (
      contains(period, record.date.value) ||
      (!asOf.hasCome(record.date.value) && (period.today !== undefined || !asOf.isPast(period.to)))
    )
  })
}

function isMeantAsHeld({ state }: LedgerRecord): boolean {
  return state === undefined || state.value === '已开'
}

/** `undefined` where the record does not say when it was written. */
function outcomeOf(record: DatedRecord, { asOf }: CheckContext): Outcome | undefined {
  const { key, date, enteredOn, writtenOn } = record
  if (!asOf.hasCome(date.value) && !hasResult(record)) return pass(key)
  for (const [what, day] of [
    ['录入', enteredOn],
    ['记录', writtenOn],
  ] as const) {
    if (day === undefined || day.value >= date.value) continue
    const message = `疑似提前填写：${recordName(record)}在${fullDayName(day.value)}就已${what}，早于会议日期，请核对原始记录`
    return early(record, message, [evidence(date), evidence(day)], { date: date.value, writtenOn: day.value })
  }
  if (!asOf.hasCome(date.value)) {
    const message = `疑似提前填写：${recordName(record)}的日期${fullDayName(date.value)}尚未到来，却已写出到会情况或会议结果，请核对原始记录`
    return early(record, message, [evidence(date)], { date: date.value })
  }
  return enteredOn === undefined && writtenOn === undefined ? undefined : pass(key)
}

function early({ key }: DatedRecord, message: string, at: readonly Evidence[], data: { [key: string]: Json }): Outcome {
  return { outcome: 'fail', subject: key, message, evidence: at, data }
}
