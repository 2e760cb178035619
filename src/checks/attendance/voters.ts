import type { DatedRecord } from '../../ledger/held.ts'
import { isExcusedOn, membersOn } from '../../ledger/membership.ts'
import type { Ledger, Vote } from '../../ledger/schema.ts'
import { headcount, namesIn } from './headcount.ts'

/** How many with a vote were due, and how many came. */
export interface VoterTurnout {
  readonly due: number
  readonly present: number
}

/**
 * The turnout of those with a vote. 预备党员 have none, so where the ledger does not give the voters apart it is known
 * only within bounds: `worst` and `best` are the readings that speak most against the meeting and most for it.
 */
export interface Voters {
  readonly worst: VoterTurnout
  readonly best: VoterTurnout
  /** Full members whom an election may leave out of those due, by decision of the assembly: 流动, 外出 and the like. */
  readonly excused: number
}

/** Without a roster nobody knows how many are 预备党员: taken to be no more than this part of those due. */
const PROBATIONERS_AT_MOST = 1 / 2

/** The voters at a meeting, by the figures of the vote, else the meeting's own, else roster and headcounts. */
export function votersAt(ledger: Ledger, record: DatedRecord, vote: Vote | undefined): Voters | undefined {
  const { attendance } = record
  const due = vote?.due?.value ?? headcount(attendance.votersDue)
  const present = vote?.present?.value ?? headcount(attendance.votersPresent)
  const roster = rosterOn(ledger, record)
  const excused = roster?.excused ?? 0
  if (due !== undefined && present !== undefined) return { worst: { due, present }, best: { due, present }, excused }
  const came = present === undefined ? presentVoters(record, vote, roster) : { worst: present, best: present }
  if (came === undefined) return undefined
  if (due !== undefined) return { worst: { due, present: came.worst }, best: { due, present: came.best }, excused }
  return withDue(record, came, roster)
}

interface Roster {
  readonly full: ReadonlySet<string>
  readonly probationers: ReadonlySet<string>
  /** Full members of whom nothing is demanded, or who live elsewhere. */
  readonly excused: number
}

function rosterOn(ledger: Ledger, { date }: DatedRecord): Roster | undefined {
  const members = membersOn(ledger, date.value)
  if (members === undefined) return undefined
  const isProbationer = (status: string | undefined) => status === '预备党员'
  const full = members.filter(({ status }) => !isProbationer(status?.value))
  return {
    full: new Set(full.map(({ name }) => name.value)),
    probationers: new Set(members.filter(({ status }) => isProbationer(status?.value)).map(({ name }) => name.value)),
    excused: full.filter((member) => isExcusedOn(member, date.value)).length,
  }
}

interface Bounds {
  readonly worst: number
  readonly best: number
}

function presentVoters({ attendance }: DatedRecord, vote: Vote | undefined, roster?: Roster): Bounds | undefined {
  const total = headcount(attendance.present)
  if (total === undefined) return undefined
  const names = namesIn(attendance.present)?.map(({ value }) => value)
  if (roster !== undefined && names?.length === total) {
    const worst = names.filter((name) => roster.full.has(name)).length
    const strangers = names.filter((name) => !roster.full.has(name) && !roster.probationers.has(name)).length
    return { worst, best: worst + strangers }
  }
  const withoutVote = Math.min(total, mostProbationers(headcount(attendance.due) ?? total, roster))
  return { worst: Math.min(total, Math.max(total - withoutVote, ballotsCast(vote))), best: total }
}

function withDue({ attendance }: DatedRecord, came: Bounds, roster?: Roster): Voters | undefined {
  const due = headcount(attendance.due)
  const total = headcount(attendance.present)
  if (due === undefined || total === undefined) {
    if (roster === undefined) return undefined
    const all = roster.full.size
    return {
      worst: { due: all, present: came.worst },
      best: { due: all - roster.excused, present: came.best },
      excused: 0,
    }
  }
  const absentWithoutVote = Math.min(due - total, mostProbationers(due, roster) - (total - came.best))
  const atMost = roster?.full.size || due
  return {
    worst: { due: Math.min(atMost, due - (total - came.worst)), present: came.worst },
    best: { due: Math.min(atMost, due - (total - came.best) - Math.max(0, absentWithoutVote)), present: came.best },
    excused: roster?.excused ?? 0,
  }
}

function mostProbationers(due: number, roster: Roster | undefined): number {
  return roster?.probationers.size ?? Math.floor(due * PROBATIONERS_AT_MOST)
}

/** Ballots of those present: each stands for a voter who came. */
function ballotsCast(vote: Vote | undefined): number {
  if (vote === undefined) return 0
  const counted = (vote.approve?.value ?? 0) + (vote.against?.value ?? 0) + (vote.abstain?.value ?? 0)
  return Math.max(0, (vote.returned?.value ?? counted) - (vote.written?.value ?? 0))
}
