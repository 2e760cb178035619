import { citationsOf } from './citations.ts'
import type { Span } from './documents.ts'

/** How a folded character may count: as the text's own words, as a title, as another's words openly quoted. */
export const OWN = 0
export const TITLE = 1
export const QUOTED = 2

/** A text as it is written, with what is to be read over. */
export interface WrittenText {
  readonly text: string
  readonly ignore?: readonly Span[] | undefined
}

export interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: number
}

/** The text cut where the way it counts changes, without what is to be ignored. */
export function stretchesOf({ text, ignore = [] }: WrittenText): Iterable<Stretch> {
  const marked = citationsOf(text).map(({ start, end, kind }) => ({
    from: start,
    to: end,
    kind: kind === 'title' ? TITLE : QUOTED,
  }))
  return without(ignore, filled(marked, text.length))
}

/** What is left of the text, whatever it counts as. */
export function readStretches({ text, ignore = [] }: WrittenText): Iterable<Stretch> {
  return without(ignore, [{ from: 0, to: text.length, kind: OWN }])
}

function* filled(marked: readonly Stretch[], length: number): Iterable<Stretch> {
  let reached = 0
  for (const stretch of marked) {
    if (reached < stretch.from) yield { from: reached, to: stretch.from, kind: OWN }
    yield stretch
    reached = stretch.to
  }
  if (reached < length) yield { from: reached, to: length, kind: OWN }
}

function* without(ignored: readonly Span[], stretches: Iterable<Stretch>): Iterable<Stretch> {
  const holes = ignored.toSorted((a, b) => a.start - b.start)
  for (const { from, to, kind } of stretches) {
    let reached = from
    for (const { start, end } of holes) {
      if (end <= reached || start >= to) continue
      if (reached < start) yield { from: reached, to: start, kind }
      reached = Math.max(reached, end)
    }
    if (reached < to) yield { from: reached, to, kind }
  }
}
