import type { Severity } from '../rulebook/schema.ts'

/** How a terminal sets parts of a report off; who calls a format decides whether there is colour. */
export interface Palette {
  readonly heading: Paint
  readonly strong: Paint
  readonly faint: Paint
  readonly severity: Readonly<Record<Severity, Paint>>
  readonly good: Paint
}

export type Paint = (text: string) => string

const asItIs: Paint = (text) => text

export const PLAIN: Palette = {
  heading: asItIs,
  strong: asItIs,
  faint: asItIs,
  severity: { error: asItIs, warning: asItIs, info: asItIs },
  good: asItIs,
}
