import type { ContentClass } from '../../text/content-class.ts'
import type { Matter } from './record-content.ts'

/** A matter and how much it weighs: minutes, or 1 for an item. */
export interface Weighed {
  readonly matter: Matter
  readonly weight: number
}

/** Whether every one of the matters tells its minutes. */
export function areTimed(matters: readonly Matter[]): boolean {
  return matters.length > 0 && matters.every(({ minutes }) => minutes !== undefined)
}

/** By minutes where every matter has them, else each alike; the whole comes to `total`. */
export function weighed(matters: readonly Matter[], total: 'minutes' | 'items'): Weighed[] {
  if (!areTimed(matters)) return matters.map((matter) => ({ matter, weight: 1 }))
  const sum = matters.reduce((all, { minutes }) => all + (minutes ?? 0), 0)
  const scale = total === 'minutes' || sum === 0 ? 1 : matters.length / sum
  return matters.map((matter) => ({ matter, weight: (matter.minutes ?? 0) * scale }))
}

/** The part of a matter that is of one of the classes: a mixed one counts half for each of its two. */
export function partOf({ class: first, second }: Matter, classes: readonly ContentClass[]): number {
  if (second === undefined) return classes.includes(first) ? 1 : 0
  return (classes.includes(first) ? 0.5 : 0) + (classes.includes(second) ? 0.5 : 0)
}

/** Weight of the classes among the matters. */
export function sumOf(matters: readonly Weighed[], classes: readonly ContentClass[]): number {
  return matters.reduce((sum, { matter, weight }) => sum + weight * partOf(matter, classes), 0)
}
