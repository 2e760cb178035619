import type { Problem } from '../source/problem.ts'
import type { Baseline } from './baseline.ts'

/** The baseline as an earlier state of the project has it: what that does not know is not known. */
export interface EarlierBaseline {
  /** The commit, as whoever asked for it calls it. */
  readonly ref: string
  /** The project's own baseline, by the name that reports give it. */
  readonly file: string
  /** `undefined` where there was none. */
  readonly baseline: Baseline | undefined
  /** Why nothing could be made of it. */
  readonly problems: readonly Problem[]
}

export interface CountedBaseline {
  readonly baseline: Baseline
  /** What does not count, and why. */
  readonly notices: readonly Problem[]
}

/**
 * Which findings count as known: those that both states know. What a change adds excuses nothing in that change, and what
 * it takes out is not to come back by it.
 */
export function countedBaseline(own: Baseline, earlier: EarlierBaseline | undefined): CountedBaseline {
  if (earlier === undefined) return { baseline: own, notices: [] }
  const before = new Set(earlier.baseline?.findings.map(({ id }) => id))
  const counted = own.findings.filter(({ id }) => before.has(id))
  const wrong = earlier.problems.map((problem) => wrongBefore(problem, earlier))
  const added = own.findings.length - counted.length
  return {
    baseline: { ...own, findings: counted },
    notices: added === 0 || wrong.length > 0 ? wrong : [uncounted(added, earlier)],
  }
}

function wrongBefore(problem: Problem, { ref }: EarlierBaseline): Problem {
  return { ...problem, severity: 'warning', message: `“${ref}”里的基线有误，不算数：${problem.message}` }
}

function uncounted(added: number, { ref, file, baseline }: EarlierBaseline): Problem {
  const message =
    baseline === undefined
      ? `基线以“${ref}”为准，那里还没有这份基线，这里的 ${added} 项这次都不算数`
      : `基线以“${ref}”为准，这里有 ${added} 项是那里没有的，这次不算数`
  return {
    code: 'uncounted-baseline',
    severity: 'info',
    message,
    evidence: [{ file, line: 1, column: 1, excerpt: '' }],
  }
}
