import type { LedgerRecord } from './schema.ts'

/** What of a record tells how the meeting went. */
export type Course = Pick<LedgerRecord, 'attendance' | 'minutes' | 'decisions' | 'appraisal' | 'agenda'>

/** Whether a record says what can only be known once the meeting is over. */
export function hasResult({ attendance, minutes, decisions, appraisal, agenda }: Course): boolean {
  const { present, leave, absent } = attendance
  if ([present, leave, absent, minutes, appraisal].some((told) => told !== undefined)) return true
  if (decisions.some(({ result }) => result !== undefined)) return true
  return agenda.some(
    ({ vote, speeches }) => speeches.length > 0 || vote?.approve !== undefined || vote?.result !== undefined,
  )
}
