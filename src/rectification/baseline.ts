import * as z from 'zod'
import type { Finding } from '../engine/finding.ts'
import { byText } from '../text/order.ts'
import type { BranchFindings } from './items.ts'

/** A finding that is known: its id decides, the rest tells a reader what it is. No line, no day, no count. */
const KnownFinding = z.strictObject({ branch: z.string(), rule: z.string(), subject: z.string(), id: z.string() })
type KnownFinding = z.infer<typeof KnownFinding>

/** 基线: the findings that were there when checking began, so that only what is new is told. */
export const Baseline = z.strictObject({ schemaVersion: z.literal(1), findings: z.array(KnownFinding) })
export type Baseline = z.infer<typeof Baseline>

/** How findings stand against a baseline. */
export interface BaselineComparison {
  /** Findings that the baseline knows, and that are still there. */
  readonly known: number
  /** What the baseline knows and is there no longer. */
  readonly mended: readonly KnownFinding[]
  /** The baseline without what is mended; it never grows by itself. */
  readonly pruned: Baseline
}

/** All findings of these branches as a baseline, in the order of branch, rule and subject. */
export function baselineOf(branches: readonly BranchFindings[]): Baseline {
  const findings = branches.flatMap(({ id: branch, findings: ofBranch }) =>
    ofBranch.map(({ id, rule, subject }) => ({ branch, rule, subject, id })),
  )
  return { schemaVersion: 1, findings: findings.sort(byText(sortKey)) }
}

export function compareWithBaseline(
  branches: readonly BranchFindings[],
  { findings: knownFindings }: Baseline,
): BaselineComparison {
  const present = new Set(branches.flatMap(({ findings }) => findings.map(({ id }) => id)))
  const standing = knownFindings.filter(({ id }) => present.has(id))
  return {
    known: standing.length,
    mended: knownFindings.filter(({ id }) => !present.has(id)),
    pruned: { schemaVersion: 1, findings: [...standing].sort(byText(sortKey)) },
  }
}

/** The findings that the baseline does not know. */
export function newFindings(findings: readonly Finding[], { findings: knownFindings }: Baseline): Finding[] {
  const known = new Set(knownFindings.map(({ id }) => id))
  return findings.filter(({ id }) => !known.has(id))
}

/** One finding a line, so that two branches of a repository that change it seldom touch the same lines. */
export function baselineText({ findings }: Baseline): string {
  if (findings.length === 0) return '{"schemaVersion":1,"findings":[]}\n'
  return `{"schemaVersion":1,"findings":[\n${findings.map((finding) => JSON.stringify(finding)).join(',\n')}\n]}\n`
}

function sortKey({ branch, rule, subject, id }: KnownFinding): string {
  return [branch, rule, subject, id].join('\n')
}
