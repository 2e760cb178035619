import type { FieldOf } from '../fields.ts'

type FieldSet = ReadonlySet<FieldOf<'record'>>

/** What a row can say without anything having been held: printed branches, and kinds that wait for a date. */
export const NO_EVENT: FieldSet = new Set([
  'branch',
  'branchCode',
  'superior',
  'scene',
  'calendarYear',
  'kinds',
  'groups',
])

/** Of one event there is one of each. */
export const OF_EVENT: FieldSet = new Set(['date', 'time', 'start', 'kinds'])

/** What people go on with in the row below. */
export const CONTINUED: FieldSet = new Set([
  'agenda',
  'content',
  'minutes',
  'decisions',
  'decisionOwner',
  'decisionDeadline',
  'decisionResult',
  'speeches',
  'vote',
  'absences',
  'leave',
  'absent',
  'attendees',
])

/** Too short to hold a comma; what stands to the right of any other field may have moved. */
export const SHORT: FieldSet = new Set([
  'branch',
  'branchCode',
  'superior',
  'scene',
  'code',
  'kinds',
  'date',
  'endDate',
  'time',
  'start',
  'end',
  'calendarYear',
  'groups',
  'state',
])
