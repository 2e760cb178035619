import { exemptionNotices } from '../engine/exempt.ts'
import { gravest } from '../engine/severity.ts'
import type { Baseline } from '../rectification/baseline.ts'
import { rectificationItems } from '../rectification/items.ts'
import type { Report, RuleSummary } from '../report/schema.ts'
import { basisIn, type EffectiveRule } from '../rulebook/effective.ts'
import type { Setup } from '../setup.ts'
import type { Problem } from '../source/problem.ts'
import { byText } from '../text/order.ts'
import { VERSION } from '../version.ts'
import { againstBaseline } from './against-baseline.ts'
import { type BranchResult, branchResult } from './branch-result.ts'
import { type ConcludedBranch, concludeBranches } from './concluded-branches.ts'
import { formerIds } from './former-ids.ts'
import type { JudgedBranch } from './judged-branch.ts'
import { similarBranches } from './similar-branches.ts'
import { unusedOverrides } from './unused-overrides.ts'

/** The report, and what becomes of the baseline where there is one and the run saw enough to say so. */
export interface Conclusion {
  readonly report: Report
  readonly baseline: Baseline | undefined
}

/** What reading a file came to, in numbers, and what it ran into. */
export interface FileCounts {
  readonly rows: number
  readonly records: number
  readonly rejected: number
  readonly problems: readonly Problem[]
}

/** Judges all branches together and puts the report down. */
export function reportOf(
  judged: readonly JudgedBranch[],
  files: readonly FileCounts[],
  otherProblems: readonly Problem[],
  setup: Setup,
): Conclusion {
  const concluded = concludeBranches(judged, setup)
  const formerIdsOf = formerIdsFor(concluded, setup)
  const results = concluded
    .filter((one) => isWanted(one, setup))
    .map((one) => branchResult(one, setup, formerIdsOf(one.branch)))
  const problems = [...files.flatMap((file) => file.problems), ...otherProblems]
  const crashes = results.flatMap((one) => one.crashes)
  const isSure = !setup.isPartial && crashes.length === 0 && problems.every(({ severity }) => severity !== 'error')
  const against = againstBaseline(results, setup, isSure)
  const { branches } = against
  const likeNames = similarBranches(
    concluded.map(({ branch }) => branch),
    setup.roster,
  )
  const report: Report = {
    schemaVersion: 1,
    tool: { name: 'taizhang', version: VERSION },
    asOf: setup.asOf,
    period: { from: setup.period.from, to: setup.period.to },
    summary: {
      branches: branches.length,
      records: results.reduce((sum, { records }) => sum + records, 0),
      findings: tally(branches),
      intake: {
        files: files.length,
        rows: sumOf(files, 'rows'),
        records: sumOf(files, 'records'),
        rejected: sumOf(files, 'rejected'),
      },
    },
    rules: setup.ruleSet.rules.map(ruleSummary),
    branches,
    rectification: rectificationItems(branches),
    exempted: exempted(results),
    ...(against.baseline !== undefined && { baseline: against.baseline }),
    intake: sortedProblems([
      ...[...problems, ...likeNames].filter((problem) => isProblemWanted(problem, setup)),
      ...setup.settingNotices,
      ...against.notices,
      ...exemptionNotices(setup.exemptions, results, setup.asOf, sawAll(setup)),
      ...(sawAll(setup) ? unusedOverrides(concluded, setup) : []),
    ]),
    crashes,
  }
  return { report, baseline: against.pruned }
}

/** Only a baseline asks for them; and who may have been whom nobody can tell who has not seen every branch. */
function formerIdsFor(concluded: readonly ConcludedBranch[], { baseline, isPartial }: Setup) {
  return formerIds(baseline === undefined || isPartial ? [] : concluded.map(({ branch }) => branch))
}

function ruleSummary({ id, title, nature, severity, judged, basis, remedy }: EffectiveRule): RuleSummary {
  return { id, title, nature, severity: gravest(severity), judged, basis: basisIn(basis), remedy }
}

function isWanted(concluded: ConcludedBranch, setup: Setup): boolean {
  const { id, name } = concluded.branch
  const isNamed = setup.branches.length === 0 || setup.branches.includes(id) || setup.branches.includes(name.value)
  return isNamed && isChanged(concluded, setup)
}

/** A branch that handed in nothing stands in the list that expects it. */
function isChanged({ branch: { id, name, at }, handedIn }: ConcludedBranch, setup: Setup): boolean {
  const { changedFiles, changedBranches } = setup
  if (changedFiles === undefined) return true
  const stood = changedBranches?.has(id) === true || changedBranches?.has(name.value) === true
  return stood || [at.file, ...handedIn.files].some((file) => changedFiles.has(file))
}

function isProblemWanted({ evidence }: Problem, { changedFiles }: Setup): boolean {
  return changedFiles === undefined || evidence.length === 0 || evidence.some(({ file }) => changedFiles.has(file))
}

/** Whether what was not met is nowhere in the project. */
function sawAll({ branches, changedFiles, isPartial }: Setup): boolean {
  return branches.length === 0 && changedFiles === undefined && !isPartial
}

function exempted(results: readonly BranchResult[]): Report['exempted'] {
  return results.flatMap(({ report, excused }) =>
    excused.map(({ finding: { rule, subject }, exemption: { reason, approver, document, until } }) => ({
      branch: report.id,
      rule,
      subject,
      reason,
      approver,
      document,
      until,
    })),
  )
}

function tally(branches: Report['branches']): Report['summary']['findings'] {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { findings } of branches) for (const { severity } of findings) counts[severity] += 1
  return counts
}

function sumOf(files: readonly FileCounts[], field: 'rows' | 'records' | 'rejected'): number {
  return files.reduce((sum, file) => sum + file[field], 0)
}

/** By file, line, column, then code: the same whatever order the files were read in. */
export function sortedProblems(problems: readonly Problem[]): Problem[] {
  return [...problems].sort(byText(sortKey))
}

function sortKey({ code, evidence, message }: Problem): string {
  const [first] = evidence
  const place = first === undefined ? '' : `${first.file}\n${pad(first.line)}\n${pad(first.column)}`
  return `${place}\n${code}\n${message}`
}

function pad(number: number): string {
  return String(number).padStart(9, '0')
}
