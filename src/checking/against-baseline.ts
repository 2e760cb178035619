import { type Baseline, compareWithBaseline, isNewTo, withPresentIds } from '../rectification/baseline.ts'
import { countedBaseline } from '../rectification/counted-baseline.ts'
import type { BranchReport, Report } from '../report/schema.ts'
import type { Setup } from '../setup.ts'
import type { Problem } from '../source/problem.ts'
import type { BranchResult } from './branch-result.ts'
import { withFindings } from './stowed-branch.ts'

/** The branches without what the baseline knows, how many that is, and the baseline without what is mended. */
export interface AgainstBaseline {
  readonly branches: BranchReport[]
  readonly baseline?: NonNullable<Report['baseline']>
  readonly pruned?: Baseline | undefined
  /** What of the baseline does not count. */
  readonly notices: readonly Problem[]
}

/** `isSure`: everything was brought and read, so that what is not found is not there. */
export function againstBaseline(results: readonly BranchResult[], setup: Setup, isSure: boolean): AgainstBaseline {
  const branches = results.map(({ report }) => report)
  const { baseline, earlierBaseline: earlier, period } = setup
  if (baseline === undefined) return { branches, notices: [] }
  const isWhole = setup.branches.length === 0 && setup.changedFiles === undefined && !setup.isNarrowed
  const now = presentIds(results)
  const own = withPresentIds(baseline, now)
  const before = earlier?.baseline && withPresentIds(earlier.baseline, now)
  const { baseline: counted, notices } = countedBaseline(own, earlier && { ...earlier, baseline: before })
  const { known, mended, pruned } = compareWithBaseline(results, { own, counted }, { period, isSure, isWhole })
  const isNew = isNewTo(counted)
  return {
    branches: branches.map((branch) => withFindings(branch, (findings) => findings.filter(isNew))),
    baseline: { known, mended: mended.length },
    pruned,
    notices,
  }
}

function presentIds(results: readonly BranchResult[]) {
  return new Map(
    results.flatMap(({ report, formerly }) =>
      [...formerly].map(([before, id]) => [before, { branch: report.id, id }] as const),
    ),
  )
}
