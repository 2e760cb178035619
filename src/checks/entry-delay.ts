import * as z from 'zod'
import { workingDaysBetween } from '../calendar/holidays.ts'
import type { DatedRecord } from '../ledger/held.ts'
import { evidence } from '../source/place.ts'
import { type CheckContext, defineCheck, type Outcome, pass } from './contract.ts'
import { meetingsIn, undecided } from './meetings.ts'
import { fullDayName, recordName } from './record-name.ts'

/** The measure is how many working days after the meeting it was entered. */
export const entryDelay = defineCheck({
  name: 'entry-delay',
  summary: '核对每次会议结束后过了几个工作日才录入台账。',
  params: z.strictObject({}),
  *judge(ledger, _params, context) {
    const meetings = meetingsIn(ledger, context)
    const entered = meetings.filter(isEntered)
    for (const record of entered) yield delayOf(record, context)
    yield* undecided(
      meetings.filter((record) => !isEntered(record)),
      '没有录入时间',
    )
  },
})

export type EnteredRecord = DatedRecord & { readonly enteredOn: NonNullable<DatedRecord['enteredOn']> }

export function isEntered(record: DatedRecord): record is EnteredRecord {
  return record.enteredOn !== undefined
}

function delayOf(record: EnteredRecord, { holidays }: CheckContext): Outcome {
  const { key, date, endDate, enteredOn, lateNote } = record
  const delay = workingDaysBetween(endDate?.value ?? date.value, enteredOn.value, holidays)
  if (delay === 0 || lateNote !== undefined) return pass(key)
  return {
    outcome: 'fail',
    subject: key,
    measure: delay,
    message: `疑似事后补记：${recordName(record)}于${fullDayName(enteredOn.value)}录入，距会议${delay}个工作日，请核对原始记录`,
    evidence: [evidence(date), evidence(enteredOn)],
    data: { date: date.value, enteredOn: enteredOn.value, workingDays: delay },
  }
}
