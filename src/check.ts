import { contains, type DateRange } from './calendar/range.ts'
import { type CheckContext, type ConcludeContext, notEvaluated } from './checks/contract.ts'
import { type Excused, type ExemptionUse, excuse, exemptionNotices } from './engine/exempt.ts'
import { findingsOf } from './engine/find.ts'
import type { Finding, Verdict } from './engine/finding.ts'
import {
  concludeRule,
  isConcluding,
  type Judgement,
  judgeLedger,
  type RuleFacts,
  type RuleOutcomes,
} from './engine/judge.ts'
import type { BoundRule } from './engine/rules-with-checks.ts'
import { scoreOf } from './engine/score.ts'
import { gravest } from './engine/severity.ts'
import { type SubjectVerdict, verdictOf } from './engine/verdict.ts'
import {
  attachScripts,
  type FileReading,
  type IntakeFile,
  joinLedgers,
  readFile,
  type ScriptText,
} from './intake/index.ts'
import { isUnderOneYear } from './ledger/branch-life.ts'
import { monthsWithout } from './ledger/coverage.ts'
import { missingLedgers } from './ledger/expected-branch.ts'
import { isDated } from './ledger/held.ts'
import { fullMembersOn } from './ledger/membership.ts'
import type { Ledger } from './ledger/schema.ts'
import { rectificationItems } from './rectification/items.ts'
import type { BranchReport, Report, RuleSummary } from './report/schema.ts'
import type { BranchAttributes, EffectiveRule } from './rulebook/effective.ts'
import type { Setup } from './setup.ts'
import type { Problem } from './source/problem.ts'
import { byText } from './text/order.ts'
import { VERSION } from './version.ts'

/** What examining one file came to: its ledgers, what reading them ran into, and the scripts that they name. */
export type Part = FileReading

/** Reads one file by itself: pure, so that it can be cached and run anywhere. */
export function examine(file: IntakeFile, setup: Setup): Part {
  return readFile(file, setup.intake)
}

/** The script files (讲稿) that ledgers name, each once, for the caller to bring. */
export function wantedScripts(parts: readonly Part[]): string[] {
  return [...new Set(parts.flatMap(({ scripts }) => scripts.map(({ path }) => path)))].sort()
}

/** Joins the parts into ledgers, judges each, then all together, and puts the report down. The order of the parts is of no account. */
export function conclude(
  parts: readonly Part[],
  setup: Setup,
  scripts: ReadonlyMap<string, ScriptText> = new Map(),
): Report {
  const ordered = [...parts].sort(byText(({ path }) => path))
  const { readings, problems: scriptProblems } = attachScripts(ordered, scripts)
  const { ledgers, problems: joinProblems } = joinLedgers(readings)
  const judged = judgeAll(ledgers, setup)
  const wanted = judged.filter(({ ledger }) => isWanted(ledger, setup))
  const sheets = wanted.map((one) => branchSheet(one, setup))
  const branches = sheets.map(({ report }) => report)
  const intake = [
    ...ordered.flatMap(({ problems }) => problems),
    ...scriptProblems,
    ...joinProblems,
    ...(setup.branches.length > 0 ? [] : exemptionNotices(setup.exemptions, sheets, setup.asOf)),
  ]
  return {
    schemaVersion: 1,
    tool: { name: 'taizhang', version: VERSION },
    asOf: setup.asOf,
    period: { from: setup.period.from, to: setup.period.to },
    summary: {
      branches: branches.length,
      records: wanted.reduce((sum, { ledger }) => sum + ledger.records.length, 0),
      findings: tally(branches.flatMap(({ findings }) => findings)),
      intake: {
        files: ordered.length,
        rows: sumOf(ordered, 'rows'),
        records: sumOf(ordered, 'records'),
        rejected: sumOf(ordered, 'rejected'),
      },
    },
    rules: setup.ruleSet.rules.map(ruleSummary),
    branches,
    rectification: rectificationItems(branches),
    exempted: sheets.flatMap(({ report, excused }) => excused.map((one) => exempted(report.id, one))),
    intake: sortedProblems(intake),
    crashes: wanted.flatMap(({ ledger, results }) => crashesOf(ledger, results)),
  }
}

function ruleSummary({ id, title, nature, severity, judged, basis, remedy }: EffectiveRule): RuleSummary {
  return { id, title, nature, severity: gravest(severity), judged, basis, remedy }
}

interface JudgedLedger {
  readonly ledger: Ledger
  readonly attributes: BranchAttributes
  readonly rules: readonly BoundRule[]
  readonly results: readonly RuleOutcomes[]
}

function judgeAll(ledgers: readonly Ledger[], setup: Setup): JudgedLedger[] {
  const context: CheckContext = setup
  const judgements = new Map<string, Judgement>()
  const judged = ledgers.map((ledger) => {
    const attributes = { branch: ledger.branch, fullMembers: fullMembersOn(ledger, setup.asOf)?.length }
    const rules = setup.rulesFor(attributes)
    const judgement = judgeLedger(ledger, rules, context, attributes)
    judgements.set(ledger.branch.id, judgement)
    return { ledger, attributes, rules, judgement }
  })
  const missing = missingLedgers(setup.roster, ledgers).map((ledger) => {
    const attributes = { branch: ledger.branch, fullMembers: undefined }
    return { ledger, attributes, rules: setup.rulesFor(attributes) }
  })
  const facts = judged.flatMap(({ judgement }) => judgement.facts)
  const concluded = concludeAll([...judged, ...missing], facts, setup)
  const results = ({ branch }: Ledger) => concluded.get(branch.id) ?? []
  return [
    ...judged.map(({ judgement, ...one }) => ({ ...one, results: [...judgement.results, ...results(one.ledger)] })),
    ...missing.map((one) => ({ ...one, results: withoutLedger(one.rules, results(one.ledger)) })),
  ].sort(byText(({ ledger }) => ledger.branch.id))
}

/** Of a branch that handed in nothing only that can be told, and nothing else judged. */
function withoutLedger(rules: readonly BoundRule[], concluded: readonly RuleOutcomes[]): RuleOutcomes[] {
  const told = new Set(concluded.map(({ rule }) => rule))
  const untold = rules.filter(({ rule }) => !told.has(rule.id))
  return [...concluded, ...untold.map(({ rule }) => ({ rule: rule.id, outcomes: [notEvaluated('没有交台账')] }))]
}

/**
 * Runs the second step of each concluding rule over the facts of all branches. Where an override gives some branches
 * other parameters, it is run for each set of them, and answers for the branches that have that set.
 */
function concludeAll(
  judged: readonly { ledger: Ledger; rules: readonly BoundRule[] }[],
  facts: readonly RuleFacts[],
  context: ConcludeContext,
): Map<string, RuleOutcomes[]> {
  const byBranch = new Map<string, RuleOutcomes[]>()
  const done = new Map<string, Map<string, RuleOutcomes>>()
  const factsByRule = new Map<string, RuleFacts[]>()
  for (const fact of facts) {
    const known = factsByRule.get(fact.rule)
    if (known === undefined) factsByRule.set(fact.rule, [fact])
    else known.push(fact)
  }
  for (const { ledger, rules } of judged) {
    const results: RuleOutcomes[] = []
    for (const { rule, check, params } of rules) {
      if (!isConcluding(check)) continue
      const ruleFacts = factsByRule.get(rule.id) ?? []
      const key = JSON.stringify([rule.id, params, rule.effective])
      const conclusion = done.get(key) ?? concludeRule({ rule, check, params }, ruleFacts, context)
      done.set(key, conclusion)
      const result = conclusion.get(ledger.branch.id)
      if (result !== undefined) results.push(result)
    }
    byBranch.set(ledger.branch.id, results)
  }
  return byBranch
}

/** What the report says of a branch, with what it leaves out because it is excused. */
interface Sheet extends ExemptionUse {
  readonly report: BranchReport
  readonly excused: readonly Excused[]
}

function branchSheet({ ledger, attributes, rules, results }: JudgedLedger, setup: Setup): Sheet {
  const { branch } = ledger
  const branchNames = [branch.id, branch.name.value]
  const findings: Finding[] = []
  const found: Finding[] = []
  const excused: Excused[] = []
  const verdicts: Verdict[] = []
  const outcomesByRule = new Map(results.map(({ rule, outcomes }) => [rule, outcomes]))
  for (const { rule } of rules) {
    const ofRule = findingsOf(branch.id, rule, outcomesByRule.get(rule.id) ?? [], setup.asOf, setup.holidays)
    const sorted = [...ofRule.findings].sort(byText(({ subject }) => subject))
    const judged = excuse(sorted, setup.exemptions, branchNames, setup.asOf)
    found.push(...sorted)
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
    scene: attributes.branch.scene?.value ?? null,
    score: score?.points ?? null,
    grade: score?.grade ?? null,
    deductions: [...(score?.deductions ?? [])],
    handedIn: handedIn(ledger, setup.period),
    verdicts,
    findings,
  }
  return { report, branchNames, found, excused }
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

function exempted(branch: string, { finding, exemption }: Excused): Report['exempted'][number] {
  const { reason, approver, document, until } = exemption
  return { branch, rule: finding.rule, subject: finding.subject, reason, approver, document, until }
}

function handedIn(ledger: Ledger, period: DateRange): BranchReport['handedIn'] {
  const inPeriod = ledger.records.filter((record) => isDated(record) && contains(period, record.date.value))
  const kinds = new Map<string, number>()
  for (const record of inPeriod) {
    for (const { value, implied } of record.kinds) if (!implied) kinds.set(value, (kinds.get(value) ?? 0) + 1)
  }
  return {
    files: [...ledger.files],
    records: inPeriod.length,
    kinds: [...kinds].map(([kind, records]) => ({ kind, records })).sort(byText(({ kind }) => kind)),
    monthsWithout: monthsWithout(ledger, period).map(({ id }) => id),
  }
}

function isWanted({ branch }: Ledger, { branches }: Setup): boolean {
  return branches.length === 0 || branches.includes(branch.id) || branches.includes(branch.name.value)
}

function crashesOf({ branch }: Ledger, results: readonly RuleOutcomes[]): Report['crashes'] {
  return results.flatMap(({ rule, crash }) =>
    crash === undefined ? [] : [{ rule, branch: branch.id, message: crash }],
  )
}

function tally(findings: readonly Finding[]): Report['summary']['findings'] {
  const counts = { error: 0, warning: 0, info: 0 }
  for (const { severity } of findings) counts[severity] += 1
  return counts
}

function sumOf(parts: readonly Part[], field: 'rows' | 'records' | 'rejected'): number {
  return parts.reduce((sum, part) => sum + part[field], 0)
}

/** By file, line, column, then code: the same whatever order the files were read in. */
function sortedProblems(problems: readonly Problem[]): Problem[] {
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
