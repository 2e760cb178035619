import type { Branch, Ledger, LedgerRecord } from '../ledger/schema.ts'
import { LEDGER_ORIGINS } from '../ledger/vocabulary.ts'
import type { Evidence } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import { byCodePoint, byText } from '../text/order.ts'
import { branchIds, clustersOf, type ReadingHead } from './branch-clusters.ts'
import type { BranchReading } from './file-reading.ts'
import { GroupNames } from './group-names.ts'
import { mergedBranch } from './merge-branches.ts'
import { mergedMembers } from './merge-members.ts'
import { withUniqueKeys } from './record-keys.ts'
import { withoutRepeated } from './repeated-records.ts'
import { lostFilesOf } from './unread-files.ts'

/** A ledger that is to be made: whose it is, and of which readings. */
export interface LedgerPlan<H extends ReadingHead> {
  readonly branch: Branch
  readonly readings: readonly H[]
  /** Files that may be the branch's too, of which nothing could be read. */
  readonly unread: readonly Evidence[]
}

/**
 * Says which readings make one ledger, in the order of the branches' ids; the order of the readings is of no account.
 * `unread` are the files of which nothing could be read.
 */
export function planLedgers<H extends ReadingHead>(
  heads: readonly H[],
  unread: readonly string[] = [],
): { plans: LedgerPlan<H>[]; problems: Problem[] } {
  const { clusters, problems } = clustersOf(heads)
  const branches = clusters.map(({ readings }) =>
    mergedBranch(
      readings.map(({ branch }) => branch),
      problems,
    ),
  )
  const ids = branchIds(branches)
  const lost = lostFilesOf(clusters, unread)
  const plans = clusters.flatMap(({ readings }, at) => {
    const branch = branches[at]
    return branch === undefined
      ? []
      : { branch: withId(branch, ids[at] ?? branch.id), readings, unread: lost[at] ?? [] }
  })
  return { plans: plans.sort(byText(({ branch }) => branch.id)), problems }
}

function withId(branch: Branch, id: string): Branch {
  return branch.id === id ? branch : { ...branch, id }
}

/** Makes one ledger of all that files say of one branch. */
export function joinLedger({ branch, readings, unread }: LedgerPlan<BranchReading>): {
  ledger: Ledger
  problems: Problem[]
} {
  const problems: Problem[] = []
  const members = mergedMembers(
    readings.map((reading) => reading.members),
    problems,
  )
  const groups = new GroupNames(branch, members ?? [])
  const records = readings.flatMap((reading) => reading.records.map((record) => groups.ofRecord(record)))
  const lost = [...readings.flatMap((reading) => reading.lost ?? []), ...unread]
  const origins = new Set(readings.map(({ origin }) => origin))
  const ledger = {
    branch,
    members: members?.map((member) => groups.ofMember(member)),
    records: withUniqueKeys(withoutRepeated(records.sort(inOrder), problems)),
    registers: [...new Set(readings.flatMap(({ registers }) => registers))].sort(byText((name) => name)),
    origins: LEDGER_ORIGINS.filter((origin) => origins.has(origin)),
    files: [...new Set(readings.map(({ file }) => file))].sort(byText((file) => file)),
    ...(lost.length > 0 && { lost }),
  }
  return { ledger, problems }
}

/** Makes the ledgers of all branches, in the order of their ids. */
export function joinLedgers(readings: readonly BranchReading[]): { ledgers: Ledger[]; problems: Problem[] } {
  const { plans, problems } = planLedgers(readings)
  const joined = plans.map(joinLedger)
  return {
    ledgers: joined.map(({ ledger }) => ledger),
    problems: [...problems, ...joined.flatMap((one) => one.problems)],
  }
}

/** By date, those without one last, then by place. */
function inOrder(a: LedgerRecord, b: LedgerRecord): number {
  return (
    byCodePoint(a.date?.value ?? UNDATED, b.date?.value ?? UNDATED) ||
    byCodePoint(a.at.file, b.at.file) ||
    byCodePoint(a.at.sheet ?? '', b.at.sheet ?? '') ||
    a.at.line - b.at.line ||
    a.at.column - b.at.column
  )
}

const UNDATED = '9999'
