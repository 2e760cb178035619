import { nameNumber } from '../../text/name-number.ts'
import type { MeetingFact, PersonFact } from './clash-facts.ts'

/**
 * Who is known beyond his branch and was at a meeting on which day, over all ledgers: as numbers, for a city has millions
 * of them, and hardly anybody is named by two ledgers on one day.
 */
export class Appearances {
  private readonly numbers: number[] = []

  /** Notes those of one ledger. */
  add(meetings: readonly MeetingFact[]): void {
    const ofLedger = new Set(
      meetings.flatMap((meeting) => meeting.people.flatMap((person) => numberOf(meeting, person))),
    )
    for (const number of ofLedger) this.numbers.push(number)
  }

  /** What several ledgers named: picks the meetings at which one of those was. */
  inSeveral(): { readonly size: number; pick(meetings: readonly MeetingFact[]): MeetingFact[] } {
    const sorted = Float64Array.from(this.numbers).sort()
    const several = new Set<number>()
    for (let at = 1; at < sorted.length; at++) if (sorted[at] === sorted[at - 1]) several.add(sorted[at] as number)
    const isNamedElsewhere = (meeting: MeetingFact) =>
      meeting.people.some((person) => numberOf(meeting, person).some((number) => several.has(number)))
    return { size: several.size, pick: (meetings) => meetings.filter(isNamedElsewhere) }
  }
}

/** Nothing where nobody could tell the person from another of that name. */
function numberOf({ date }: MeetingFact, { identity }: PersonFact): number[] {
  return identity === undefined ? [] : [nameNumber(`${date}\n${identity}`)]
}
