import { contains } from '../../calendar/range.ts'
import type { Absence, Ledger, Member } from '../../ledger/schema.ts'
import type { CheckContext } from '../contract.ts'
import { type AbsentMonth, absentRuns, type MemberMonth, meetingMonths, monthsOf } from './member-months.ts'

/** 无故 is said of an absence that has no reason. */
const NO_REASON = /^无(?:故|理由|原因|正当理由)|^旷|^(?:未|没有?)请假/u

/** Of two members of one name, a list of names does not tell which was meant. */
export function unmistakable(members: readonly Member[]): Member[] {
  const times = new Map<string, number>()
  for (const { name } of members) times.set(name.value, (times.get(name.value) ?? 0) + 1)
  return members.filter(({ name }) => times.get(name.value) === 1)
}

/** The runs of absent months that reach into the period. */
export function runsInPeriod(months: readonly MemberMonth[], { period }: CheckContext): AbsentMonth[][] {
  return absentRuns(months).filter((run) => run.some(({ month }) => contains(period, month.to)))
}

/** The longest part of a run with no reason given at all. */
export function longestUnexplained(run: readonly AbsentMonth[]): AbsentMonth[] {
  let longest: AbsentMonth[] = []
  let current: AbsentMonth[] = []
  for (const one of run) {
    current = one.absences.every(isWithoutReason) ? [...current, one] : []
    if (current.length > longest.length) longest = current
  }
  return longest
}

function isWithoutReason({ reason }: Absence): boolean {
  return reason === undefined || NO_REASON.test(reason.value)
}

/** The absences of all members that are told as so many months on end without a reason. */
export function unexplainedAbsences(ledger: Ledger, atLeast: number, context: CheckContext): Set<Absence> {
  const meetings = meetingMonths(ledger, context)
  const runs = unmistakable(ledger.members ?? []).flatMap((member) =>
    runsInPeriod(monthsOf(member, meetings), context).map(longestUnexplained),
  )
  return new Set(runs.filter(({ length }) => length >= atLeast).flatMap((run) => run.flatMap((one) => one.absences)))
}
