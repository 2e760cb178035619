import type { SourceNode } from '../source/node.ts'
import { evidenceAt } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import { type Exemption, readExemptions } from './exemption.ts'

/** The exemptions of an earlier state of the project, which decide in place of its own. */
export interface EarlierExemptions {
  /** The commit, as whoever asked for it calls it. */
  readonly ref: string
  /** `undefined` where there were none. */
  readonly list: SourceNode | undefined
  /** Why nothing could be made of the list. */
  readonly problems: readonly Problem[]
}

export interface CountedExemptions {
  readonly exemptions: readonly Exemption[]
  /** For these nothing can be judged. */
  readonly problems: readonly Problem[]
  /** What does not count, and why. */
  readonly notices: readonly Problem[]
}

/**
 * Which exemptions count: the project's own, or those of an earlier state, which may name rules that are no more. Its own
 * must be in order all the same, for they will count next; what is wrong in the earlier ones cannot be mended here.
 */
export function countedExemptions(
  own: SourceNode | undefined,
  earlier: EarlierExemptions | undefined,
  rules: ReadonlySet<string> | undefined,
): CountedExemptions {
  const { exemptions: standing, problems } = readExemptions(own, rules)
  if (earlier === undefined) return { exemptions: standing, problems, notices: [] }
  const before = readExemptions(earlier.list, undefined)
  const here = new Map(standing.map((exemption) => [contentOf(exemption), exemption]))
  const counted = new Set(before.exemptions.map(contentOf))
  return {
    exemptions: before.exemptions.map((one) => here.get(contentOf(one)) ?? { ...one, isWithdrawn: true }),
    problems,
    notices: [
      ...[...earlier.problems, ...before.problems].map((problem) => wrongBefore(problem, earlier)),
      ...standing.filter((exemption) => !counted.has(contentOf(exemption))).map((one) => notYet(one, earlier)),
    ],
  }
}

function contentOf({ at: _, ...content }: Exemption): string {
  return JSON.stringify(content)
}

function wrongBefore(problem: Problem, { ref }: EarlierExemptions): Problem {
  return { ...problem, severity: 'warning', message: `“${ref}”里的豁免有误，不算数：${problem.message}` }
}

function notYet({ at, reason }: Exemption, { ref }: EarlierExemptions): Problem {
  return {
    code: 'uncounted-exemption',
    severity: 'info',
    message: `豁免以“${ref}”为准，这一条是此后新增或改过的，这次不算数`,
    evidence: [evidenceAt(at, reason)],
  }
}
