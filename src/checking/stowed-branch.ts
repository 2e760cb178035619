import type { Stow } from '../engine/stow.ts'
import type { BranchReport } from '../report/schema.ts'

/** What is long in a branch's page. */
type LongParts = Pick<BranchReport, 'verdicts' | 'findings'>

/** The same page, what is long in it put away: a city's branches do not fit into memory side by side. */
export function stowed(report: BranchReport, stow: Stow | undefined): BranchReport {
  if (stow === undefined) return report
  const { verdicts, findings } = report
  return withLongParts(report, stow({ verdicts, findings }))
}

/** The page with some of its findings, chosen whenever it is read. */
export function withFindings(
  report: BranchReport,
  choose: (findings: BranchReport['findings']) => BranchReport['findings'],
): BranchReport {
  return withLongParts(report, () => ({ verdicts: report.verdicts, findings: choose(report.findings) }))
}

function withLongParts({ verdicts: _, findings: __, ...head }: BranchReport, long: () => LongParts): BranchReport {
  return {
    ...head,
    get verdicts() {
      return long().verdicts
    },
    get findings() {
      return long().findings
    },
  }
}
