import { type Excused, type ExemptionUse, excuse } from '../engine/exempt.ts'
import { findingsOf } from '../engine/find.ts'
import type { Finding, FindingRef, Verdict } from '../engine/finding.ts'
import type { RuleOutcomes } from '../engine/judge.ts'
import { scoreOf } from '../engine/score.ts'
import { type SubjectVerdict, verdictOf } from '../engine/verdict.ts'
import { isUnderOneYear } from '../ledger/branch-life.ts'
import type { Branch } from '../ledger/schema.ts'
import type { BranchReport, Report } from '../report/schema.ts'
import type { Setup } from '../setup.ts'
import { byText } from '../text/order.ts'
import type { ConcludedBranch } from './concluded-branches.ts'
import { stowed } from './stowed-branch.ts'

/** What the report says of a branch, with what it leaves out because it is excused. */
export interface BranchResult extends ExemptionUse {
  readonly report: BranchReport
  readonly excused: readonly Excused[]
  readonly records: number
  readonly crashes: Report['crashes']
  /** The ids of findings as they were under a former id of the branch, each with what it is now. */
  readonly formerly: ReadonlyMap<string, string>
}

export function branchResult(
  concluded: ConcludedBranch,
  setup: Setup,
  formerIds: readonly string[] = [],
): BranchResult {
  const { branch, rules, results, records, handedIn } = concluded
  const branchNames = [branch.id, branch.name.value]
  const findings: Finding[] = []
  const found: FindingRef[] = []
  const excused: Excused[] = []
  const verdicts: Verdict[] = []
  const formerly = new Map<string, string>()
  const outcomesByRule = new Map(results.map(({ rule, outcomes }) => [rule, outcomes]))
  for (const { rule } of rules) {
    const foundAs = (id: string) => findingsOf(id, rule, outcomesByRule.get(rule.id) ?? [], setup.asOf, setup.holidays)
    const ofRule = foundAs(branch.id)
    const sorted = [...ofRule.findings].sort(byText(({ subject }) => subject))
    const judged = excuse(sorted, setup.exemptions, branchNames, setup.asOf)
    found.push(...sorted.map(({ id, rule, subject }) => ({ id, rule, subject })))
    for (const former of formerIds) {
      for (const [index, { id }] of foundAs(former).findings.entries()) {
        const now = ofRule.findings[index]
        if (now !== undefined) formerly.set(id, now.id)
      }
    }
    findings.push(...judged.standing)
    excused.push(...judged.excused)
    verdicts.push(verdictOf(rule.id, withExempt(ofRule.subjects, judged)))
  }
  const score =
    setup.scoring &&
    scoreOf(
      findings,
      rules.map(({ rule }) => rule),
      setup.scoring,
      isUnderOneYear(branch, setup.asOf),
    )
  const report = {
    id: branch.id,
    name: branch.name.value,
    scene: branch.scene?.value ?? null,
    score: score?.points ?? null,
    grade: score?.grade ?? null,
    deductions: [...(score?.deductions ?? [])],
    handedIn,
    verdicts,
    findings,
  }
  return {
    report: stowed(report, setup.stow),
    branchNames,
    found,
    excused,
    records,
    crashes: crashesIn(branch, results),
    formerly,
  }
}

function crashesIn({ id }: Branch, results: readonly RuleOutcomes[]): Report['crashes'] {
  return results.flatMap(({ rule, crash }) => (crash === undefined ? [] : [{ rule, branch: id, message: crash }]))
}

/** Where all that a rule found fault with is excused, its verdict is that it is excused. */
function withExempt(
  subjects: readonly SubjectVerdict[],
  { standing, excused }: { readonly standing: readonly Finding[]; readonly excused: readonly Excused[] },
): readonly SubjectVerdict[] {
  const [first] = excused
  if (first === undefined || standing.some(({ nature }) => nature !== 'info')) return subjects
  const exempt: SubjectVerdict = { outcome: 'exempt', reason: first.exemption.reason }
  return subjects.map((subject) => (subject.outcome === 'fail' ? exempt : subject))
}
