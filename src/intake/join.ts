import { LEDGER_ORIGINS, type Ledger, type LedgerRecord } from '../ledger/schema.ts'
import type { Problem } from '../source/problem.ts'
import { byText } from '../text/order.ts'
import { type BranchCluster, branchIds, clustersOf } from './branch-clusters.ts'
import type { BranchReading } from './file-reading.ts'
import { GroupNames } from './group-names.ts'
import { mergedBranch } from './merge-branches.ts'
import { mergedMembers } from './merge-members.ts'
import { withUniqueKeys } from './record-keys.ts'
import { withoutRepeated } from './repeated-records.ts'

/** Makes one ledger of all that files say of one branch; ledgers come in the order of their branches' ids. */
export function joinLedgers(readings: readonly BranchReading[]): { ledgers: Ledger[]; problems: Problem[] } {
  const { clusters, problems } = clustersOf(readings)
  const ledgers = clusters.map((cluster) => joined(cluster, problems))
  const ids = branchIds(ledgers.map(({ branch }) => branch))
  const named = ledgers.map((ledger, at) => withId(ledger, ids[at] ?? ledger.branch.id))
  return { ledgers: named.sort(byText(({ branch }) => branch.id)), problems }
}

function withId(ledger: Ledger, id: string): Ledger {
  return ledger.branch.id === id ? ledger : { ...ledger, branch: { ...ledger.branch, id } }
}

function joined({ readings }: BranchCluster, problems: Problem[]): Ledger {
  const branch = mergedBranch(readings.map((reading) => reading.branch), problems)
  const members = mergedMembers(readings.map((reading) => reading.members))
  const groups = new GroupNames(branch, members ?? [])
  const records = readings.flatMap((reading) => reading.records.map((record) => groups.ofRecord(record)))
  const origins = new Set(readings.map(({ origin }) => origin))
  return {
    branch,
    members: members?.map((member) => groups.ofMember(member)),
    records: withUniqueKeys(withoutRepeated(records.sort(byText(orderOf)), problems)),
    registers: [...new Set(readings.flatMap(({ registers }) => registers))].sort(byText((name) => name)),
    origins: LEDGER_ORIGINS.filter((origin) => origins.has(origin)),
    files: [...new Set(readings.map(({ file }) => file))].sort(byText((file) => file)),
  }
}

/** By date, those without one last, then by place. */
function orderOf({ date, at }: LedgerRecord): string {
  return [date?.value ?? '9999', at.file, at.sheet ?? '', pad(at.line), pad(at.column)].join('\n')
}

function pad(number: number): string {
  return String(number).padStart(9, '0')
}
