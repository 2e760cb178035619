import type { Part } from '../check.ts'
import type { Problem } from '../source/problem.ts'

/** What a file came to that was not read at all. */
export function unreadPart(problem: Problem): Part {
  const path = problem.evidence[0]?.file ?? ''
  return { path, rows: 0, records: 0, rejected: 0, passedOver: 0, branches: [], problems: [problem], scripts: [] }
}
