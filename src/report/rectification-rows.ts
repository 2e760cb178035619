import { numberSpans } from '../calendar/number-spans.ts'
import type { Finding } from '../engine/finding.ts'
import type { RectificationItem } from '../rectification/schema.ts'
import { branchLabel } from './branch-sheet.ts'
import { drawnTogether } from './drawn-together.ts'
import type { Report } from './schema.ts'

/** A line of the rectification list as people read it: items that are told as one stand in one line. */
export interface RectificationRow {
  /** `4—6、9`. */
  readonly numbers: string
  readonly branch: string
  readonly problem: string
  readonly measure: string
  readonly dueDate: string
  readonly state: RectificationItem['state']
}

export function rectificationRows({ branches, rectification }: Report): RectificationRow[] {
  const items = new Map(rectification.map((item) => [item.finding, item]))
  const numberOf = ({ id }: Finding) => items.get(id)?.no ?? 0
  return branches.flatMap((branch) => {
    const listed = branch.findings.filter(({ id }) => items.has(id)).sort((a, b) => numberOf(a) - numberOf(b))
    return drawnTogether(listed).flatMap(({ message, findings }) => {
      const tasks = findings.flatMap(({ id }) => items.get(id) ?? [])
      const [first] = tasks
      if (first === undefined) return []
      const { measure, dueDate, state } = first
      return {
        numbers: numberSpans(tasks.map(({ no }) => no)),
        branch: branchLabel(branch),
        problem: message,
        measure,
        dueDate,
        state,
      }
    })
  })
}
