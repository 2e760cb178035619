import * as z from 'zod'
import { parsePeriod } from '../calendar/period.ts'
import { parsePlainDate } from '../calendar/plain-date.ts'
import { type DateRange, intersect } from '../calendar/range.ts'
import type { FindingRef, Verdict } from '../engine/finding.ts'
import { byText } from '../text/order.ts'
import type { BranchFindings } from './items.ts'

/** A finding that is known: its id decides, the rest tells a reader what it is. No line, no day, no count. */
const KnownFinding = z.strictObject({ branch: z.string(), rule: z.string(), subject: z.string(), id: z.string() })
type KnownFinding = z.infer<typeof KnownFinding>

/** 基线: the findings that were there when checking began, so that only what is new is told; each counts once. */
export const Baseline = z.strictObject({
  schemaVersion: z.literal(1),
  findings: z.array(KnownFinding).overwrite((findings) => [...new Map(findings.map((one) => [one.id, one])).values()]),
})
export type Baseline = z.infer<typeof Baseline>

/** What a run came to for one branch, as far as a baseline is concerned. */
export interface BaselineBranch {
  readonly report: BranchFindings & { readonly verdicts: readonly Verdict[] }
  /** All that was found, excused or not. */
  readonly found: readonly FindingRef[]
}

/** How far what is not found can be said to be gone. */
export interface BaselineView {
  readonly period: DateRange
  /** Every ledger was brought and read to its end. */
  readonly isSure: boolean
  /** No branch, rule or day was left out on purpose. */
  readonly isWhole: boolean
}

/** The baseline that is kept up to date, and what of it counts as known. */
export interface Baselines {
  readonly own: Baseline
  readonly counted: Baseline
}

/** How findings stand against a baseline. */
export interface BaselineComparison {
  /** Findings that count as known, and that are still there. */
  readonly known: number
  /** What the baseline knows, was judged again and is there no longer. */
  readonly mended: readonly KnownFinding[]
  /** The baseline without what is mended or excused since; `undefined` where the run did not see all. It never grows by itself. */
  readonly pruned: Baseline | undefined
}

/** All findings of these branches as a baseline, in the order of branch, rule and subject. */
export function baselineOf(branches: readonly BranchFindings[]): Baseline {
  const findings = branches.flatMap(({ id: branch, findings: ofBranch }) =>
    ofBranch.map(({ id, rule, subject }) => ({ branch, rule, subject, id })),
  )
  return { schemaVersion: 1, findings: findings.sort(byText(sortKey)) }
}

export function compareWithBaseline(
  branches: readonly BaselineBranch[],
  { own: { findings: entries }, counted }: Baselines,
  view: BaselineView,
): BaselineComparison {
  const standing = new Set(branches.flatMap(({ report }) => report.findings.map(({ id }) => id)))
  const found = idsOf(branches.flatMap((branch) => branch.found))
  const outcomes = new Map(
    branches.flatMap(({ report: { id, verdicts } }) =>
      verdicts.map(({ rule, outcome }) => [`${id}\n${rule}`, outcome]),
    ),
  )
  const wasJudged = ({ branch, rule, subject }: KnownFinding) => {
    const outcome = outcomes.get(`${branch}\n${rule}`)
    return touches(view.period, subject) && (outcome === undefined ? view.isWhole : outcome !== 'not-evaluated')
  }
  const mended = view.isSure ? entries.filter((entry) => !found.has(entry.id) && wasJudged(entry)) : []
  const gone = idsOf([...mended, ...entries.filter(({ id }) => found.has(id) && !standing.has(id))])
  const left = entries.filter(({ id }) => !gone.has(id)).sort(byText(sortKey))
  return {
    known: counted.findings.filter(({ id }) => standing.has(id)).length,
    mended,
    pruned: view.isSure && view.isWhole ? { schemaVersion: 1, findings: left } : undefined,
  }
}

/**
 * The text with each comma between two findings in its place: a merge that keeps the lines of both sides (`merge=union`,
 * or a conflict that somebody resolved) leaves one out.
 */
export function withCommas(text: string): string {
  return text.replace(/\}([ \t]*\r?\n\s*)\{/gu, '},$1{')
}

/** The baseline with each finding of a branch that goes by another id since under the id that it has now. */
export function withPresentIds(
  { findings }: Baseline,
  now: ReadonlyMap<string, Pick<KnownFinding, 'branch' | 'id'>>,
): Baseline {
  const present = findings.map((one) => ({ ...one, ...now.get(one.id) }))
  return { schemaVersion: 1, findings: [...new Map(present.map((one) => [one.id, one])).values()] }
}

/** Tells the findings that the baseline does not know. */
export function isNewTo({ findings }: Baseline): (finding: Pick<FindingRef, 'id'>) => boolean {
  const known = idsOf(findings)
  return ({ id }) => !known.has(id)
}

/** One finding a line, so that two branches of a repository that change it seldom touch the same lines. */
export function baselineText({ findings }: Baseline): string {
  if (findings.length === 0) return '{"schemaVersion":1,"findings":[]}\n'
  return `{"schemaVersion":1,"findings":[\n${findings.map((finding) => JSON.stringify(finding)).join(',\n')}\n]}\n`
}

/** Subjects begin with their period or day where they have one; what lies outside the period is out of sight, not gone. */
function touches(period: DateRange, subject: string): boolean {
  const [first = ''] = subject.split(' ')
  const day = parsePlainDate(first)
  const range = day === undefined ? parsePeriod(first) : { from: day, to: day }
  return range === undefined || intersect(period, range) !== undefined
}

function idsOf(findings: readonly { readonly id: string }[]): Set<string> {
  return new Set(findings.map(({ id }) => id))
}

function sortKey({ branch, rule, subject, id }: KnownFinding): string {
  return [branch, rule, subject, id].join('\n')
}
