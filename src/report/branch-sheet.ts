import type { Deduction, VerdictOutcome } from '../engine/finding.ts'
import { severityRank } from '../engine/severity.ts'
import type { Basis, Nature } from '../rulebook/schema.ts'
import { OUTCOME_WORDS } from './display-words.ts'
import { drawnTogether, type Entry } from './drawn-together.ts'
import type { BranchReport, Report } from './schema.ts'
import { type UnjudgedGroup, unjudgedGroups } from './unjudged.ts'

/**
 * What the 《组织生活台账检查反馈单》 of a branch says, in the order in which it says it, before any format sets it.
 */
export interface BranchSheet {
  readonly branch: BranchReport
  /** Titles of the demands that are met. */
  readonly passed: readonly string[]
  readonly sections: readonly FindingSection[]
  /** Demands that were not judged, or had nothing to judge, by outcome and reason. */
  readonly unjudged: readonly UnjudgedSection[]
  /** What was found and has been excused by somebody with the authority to. */
  readonly exempted: readonly string[]
  /** What scoring took off, where it is on. */
  readonly deductions: readonly TitledDeduction[]
}

export interface TitledDeduction extends Deduction {
  readonly title: string
}

export interface FindingSection {
  readonly nature: Nature
  readonly demands: readonly Demand[]
}

/** A demand that is not met, with all that was found against it. */
export interface Demand {
  readonly title: string
  readonly basis: readonly Basis[]
  readonly remedy: string
  readonly dueDate: string
  readonly entries: readonly Entry[]
}

export interface UnjudgedSection {
  readonly outcome: VerdictOutcome
  readonly groups: readonly UnjudgedGroup[]
}

const NATURES: readonly Nature[] = ['breach', 'clue', 'info']
const UNJUDGED: readonly VerdictOutcome[] = ['not-evaluated', 'not-due', 'not-applicable']

/** The sheets of all branches, in the order of the report. */
export function branchSheets(report: Report): BranchSheet[] {
  const titles = new Map(report.rules.map(({ id, title }) => [id, title]))
  const titleOf = (rule: string) => titles.get(rule) ?? rule
  return report.branches.map((branch) => ({
    branch,
    passed: branch.verdicts.filter(({ outcome }) => outcome === 'pass').map(({ rule }) => titleOf(rule)),
    sections: NATURES.flatMap((nature) => findingSection(branch, nature, titleOf)),
    unjudged: isHandedIn(branch) ? UNJUDGED.flatMap((outcome) => unjudgedSection(branch, outcome, titleOf)) : [],
    exempted: report.exempted
      .filter((one) => one.branch === branch.id)
      .map((one) => exemptedLine(one, titleOf(one.rule))),
    deductions: branch.deductions.map((deduction) => ({ ...deduction, title: titleOf(deduction.rule) })),
  }))
}

/** Of a branch that handed in nothing there is nothing else to say: no demand could be judged. */
export function isHandedIn({ handedIn }: BranchReport): boolean {
  return handedIn.files.length > 0
}

/** `每月至少召开一次（2026-08）：暑期停课；县委教育工委批准（教工委〔2026〕3号），至 2026-12-31`. */
function exemptedLine(exempted: Report['exempted'][number], title: string): string {
  const { subject, reason, approver, document, until } = exempted
  return `${title}（${subject}）：${reason}；${approver}批准（${document}），至 ${until}`
}

/** The name, with the 编号 behind it where the branch has one. */
export function branchLabel({ id, name }: BranchReport): string {
  return id === name ? name : `${name}（${id}）`
}

/** A branch of which there is nothing to say but that it is in order. */
export function isInOrder({ branch, passed, exempted }: BranchSheet): boolean {
  return branch.findings.length === 0 && exempted.length === 0 && passed.length > 0
}

/** How many demands came to each of these outcomes: `符合规定 23 项，尚未到期 2 项`. */
export function outcomeCounts({ branch }: BranchSheet, outcomes: readonly VerdictOutcome[]): string {
  const counts = outcomes.flatMap((outcome) => {
    const count = branch.verdicts.filter((verdict) => verdict.outcome === outcome).length
    return count === 0 ? [] : `${OUTCOME_WORDS[outcome]} ${count} 项`
  })
  return counts.join('，')
}

function findingSection(
  branch: BranchReport,
  nature: Nature,
  titleOf: (rule: string) => string,
): FindingSection | readonly [] {
  const demands = new Map<string, Demand & { entries: Entry[] }>()
  for (const entry of drawnTogether(branch.findings.filter((finding) => finding.nature === nature))) {
    const [first] = entry.findings
    if (first === undefined) continue
    const { rule, basis, remedy, dueDate } = first
    const key = JSON.stringify([rule, basis, remedy, dueDate])
    const demand = demands.get(key) ?? { title: titleOf(rule), basis, remedy, dueDate, entries: [] }
    demands.set(key, demand)
    demand.entries.push(entry)
  }
  if (demands.size === 0) return []
  const ordered = [...demands.values()].map((demand) => ({ ...demand, entries: demand.entries.sort(worstFirst) }))
  return { nature, demands: ordered.sort((a, b) => rankOf(a) - rankOf(b)) }
}

function worstFirst(a: Entry, b: Entry): number {
  return severityRank(a.severity) - severityRank(b.severity)
}

/** Of the gravest entry, which stands first. */
function rankOf({ entries: [gravest] }: Demand): number {
  return gravest === undefined ? 0 : severityRank(gravest.severity)
}

function unjudgedSection(
  { verdicts }: BranchReport,
  outcome: VerdictOutcome,
  titleOf: (rule: string) => string,
): UnjudgedSection | readonly [] {
  const groups = unjudgedGroups(
    verdicts.filter((verdict) => verdict.outcome === outcome),
    titleOf,
  )
  return groups.length === 0 ? [] : { outcome, groups }
}
