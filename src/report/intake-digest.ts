import type { Problem } from '../source/problem.ts'

/** Problems of one code in one file: the first few, and how many more there are. */
export interface ProblemGroup {
  readonly shown: readonly Problem[]
  readonly more: number
}

/** A file in the wrong encoding has the same problem a thousand times; nobody reads more than this of it. */
const SHOWN_OF_A_KIND = 5

const ORDER: readonly Problem['severity'][] = ['error', 'warning', 'info']

/** What reading the files ran into, gravest first, with many of a kind in one file cut short. All stand in the JSON report. */
export function intakeDigest(problems: readonly Problem[]): ProblemGroup[] {
  const groups = new Map<string, Problem[]>()
  const gravestFirst = ORDER.flatMap((severity) => problems.filter((problem) => problem.severity === severity))
  for (const problem of gravestFirst) {
    const key = JSON.stringify([problem.severity, problem.code, problem.evidence[0]?.file])
    const group = groups.get(key) ?? []
    group.push(problem)
    groups.set(key, group)
  }
  return [...groups.values()].map((group) => ({
    shown: group.slice(0, SHOWN_OF_A_KIND),
    more: Math.max(0, group.length - SHOWN_OF_A_KIND),
  }))
}
