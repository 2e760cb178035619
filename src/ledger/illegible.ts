import type { LedgerRecord } from './schema.ts'

/** What tells what a meeting was about and how it went. */
export const COURSE: readonly string[] = [
  'title',
  'lectureTitle',
  'agenda',
  'content',
  'minutes',
  'speeches',
  'decisions',
  'vote',
  'script',
]
/** What tells who was not there, and why. */
export const ABSENCE: readonly string[] = [
  'leave',
  'absent',
  'absences',
  'absenceReason',
  'attendance',
  'attendees',
  'mobile',
  'unable',
]

/** Whether one of these fields has something written in it that could not be read: then nobody may say that it is empty. */
export function isIllegible({ illegible = [] }: Pick<LedgerRecord, 'illegible'>, fields: readonly string[]): boolean {
  return illegible.some((field) => fields.includes(field))
}
