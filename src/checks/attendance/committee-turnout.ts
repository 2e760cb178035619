import { committeeOn } from '../../ledger/branch-life.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { headcount, namesIn } from './headcount.ts'

/** How many of the 支委会 came: between two bounds where others may have been counted in, as at a 扩大会议. */
export interface CommitteeTurnout {
  readonly committee: number
  readonly atLeast: number
  readonly atMost: number
}

/**
 * By names against those in office, else by the headcounts of the meeting; `undefined` where neither is given, or where
 * the headcounts are those of a 扩大会议.
 */
export function committeeTurnout({ branch }: Ledger, record: DatedRecord): CommitteeTurnout | undefined {
  const { attendance, date } = record
  const inOffice = committeeOn(branch, date.value)
  const isListed = (branch.committee ?? []).length > 0 && inOffice.length > 0
  const present = headcount(attendance.present)
  const due = headcount(attendance.due)
  if (present === undefined) return undefined
  if (!isListed) {
    if (due === undefined || isWidened(record)) return undefined
    return { committee: due, atLeast: present, atMost: present }
  }
  const committee = inOffice.length
  const names = namesIn(attendance.present)?.map(({ value }) => value)
  if (names?.length === present) {
    const came = names.filter((name) => inOffice.includes(name)).length
    return { committee, atLeast: came, atMost: came }
  }
  const others = Math.max(0, (due ?? present) - committee)
  return { committee, atLeast: Math.max(0, present - others), atMost: Math.min(present, committee) }
}

function isWidened({ kinds, title }: DatedRecord): boolean {
  return [title?.value, ...kinds.map(({ raw }) => raw)].some((said) => said?.includes('扩大'))
}
