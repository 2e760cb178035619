import { type Baseline, compareWithBaseline, isNewTo } from '../rectification/baseline.ts'
import type { BranchReport, Report } from '../report/schema.ts'
import type { Setup } from '../setup.ts'
import type { BranchResult } from './branch-result.ts'
import { withFindings } from './stowed-branch.ts'

/** The branches without what the baseline knows, how many that is, and the baseline without what is mended. */
export interface AgainstBaseline {
  readonly branches: BranchReport[]
  readonly baseline?: NonNullable<Report['baseline']>
  readonly pruned?: Baseline | undefined
}

/** `isSure`: everything was brought and read, so that what is not found is not there. */
export function againstBaseline(results: readonly BranchResult[], setup: Setup, isSure: boolean): AgainstBaseline {
  const branches = results.map(({ report }) => report)
  const { baseline: own, countedBaseline: counted, period } = setup
  if (own === undefined || counted === undefined) return { branches }
  const isWhole = setup.branches.length === 0 && setup.changedFiles === undefined && !setup.isNarrowed
  const { known, mended, pruned } = compareWithBaseline(results, { own, counted }, { period, isSure, isWhole })
  const isNew = isNewTo(counted)
  return {
    branches: branches.map((branch) => withFindings(branch, (findings) => findings.filter(isNew))),
    baseline: { known, mended: mended.length },
    pruned,
  }
}
