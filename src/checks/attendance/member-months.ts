import { isOver, type Period, periodOf } from '../../calendar/period.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { memberTime } from '../../ledger/membership.ts'
import type { Absence, Ledger, Member } from '../../ledger/schema.ts'
import type { CheckContext } from '../contract.ts'
import { meetingsUpTo } from '../meetings.ts'
import { type Roll, rollOf, standingOf } from './roll.ts'

/** A month in which the member was absent from all that they were due at. */
export interface AbsentMonth {
  readonly month: Period
  readonly absences: readonly Absence[]
}

/** A month of a member that is over, and what the ledger tells of it. */
export type MemberMonth =
  | { readonly is: 'present' | 'not-due' | 'unknown'; readonly month: Period }
  | ({ readonly is: 'absent' } & AbsentMonth)

/** The meetings of a month that is over. */
export interface MonthOfMeetings {
  readonly month: Period
  readonly rolls: readonly Roll[]
}

/** The months that are over and have meetings, in order. */
export function meetingMonths(ledger: Ledger, { asOf, graceDays }: CheckContext): MonthOfMeetings[] {
  const months = new Map<string, { month: Period; rolls: Roll[] }>()
  for (const record of meetingsUpTo(ledger, { asOf })) {
    const month = periodOf(record.date.value, 'month')
    const known = months.get(month.id)
    if (known === undefined) months.set(month.id, { month, rolls: [rollOf(record, ledger)] })
    else known.rolls.push(rollOf(record, ledger))
  }
  return [...months.values()]
    .filter(({ month }) => isOver(month, asOf, graceDays))
    .sort((a, b) => (a.month.from < b.month.from ? -1 : 1))
}

/** What each month tells of a member: being at any meeting of it is being present. */
export function monthsOf(member: Member, months: readonly MonthOfMeetings[]): MemberMonth[] {
  const time = memberTime(member)
  return months.map((month) => monthOf(member, time, month))
}

function monthOf(member: Member, time: DateRange, { month, rolls }: MonthOfMeetings): MemberMonth {
  const absences: Absence[] = []
  let isUnknown = false
  for (const roll of rolls) {
    if (!contains(time, roll.record.date.value)) continue
    const standing = standingOf(member, roll)
    if (standing.is === 'present') return { is: 'present', month }
    if (standing.is === 'absent') absences.push(standing.absence)
    if (standing.is === 'unknown') isUnknown = true
  }
  if (isUnknown) return { is: 'unknown', month }
  return absences.length === 0 ? { is: 'not-due', month } : { is: 'absent', month, absences }
}

/** Stretches of absent months that follow one another; a month without meetings ends one as any other does. */
export function absentRuns(months: readonly MemberMonth[]): AbsentMonth[][] {
  const runs: AbsentMonth[][] = []
  for (const one of months) {
    if (one.is !== 'absent') continue
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && addDays(before.month.to, 1) === one.month.from) run.push(one)
    else runs.push([one])
  }
  return runs
}
