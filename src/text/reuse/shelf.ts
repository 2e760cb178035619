import { citationsOf } from './citations.ts'
import type { Span } from './documents.ts'
import { type Fingerprints, fingerprintInto, mostFingerprints } from './fingerprints.ts'
import { DROPPED, foldInto, widthAt } from './folding.ts'

/** How a folded character may count: as the text's own words, as a title, as another's words openly quoted. */
export const OWN = 0
export const TITLE = 1
export const QUOTED = 2

export interface ShelvedText {
  readonly text: string
  readonly ignore?: readonly Span[] | undefined
}

/** Folded texts one behind the other, with their fingerprints: plain arrays, so that threads can fill and share them. */
export interface Shelf {
  /** Folded characters, with a `DROPPED` between two texts. */
  readonly units: Uint16Array
  /** `OWN`, `TITLE` or `QUOTED` for each of them. */
  readonly kinds: Uint8Array
  /** Where each text begins in `units`, and at last where a further one would. */
  readonly starts: Uint32Array
  readonly fingerprints: Fingerprints
  /** Where the fingerprints of each text begin, and at last where those of a further one would. */
  readonly firstFingerprints: Uint32Array
}

/** Folds and fingerprints texts. Shelves made of parts of a list can be put together with `joinShelves`. */
export function shelve(texts: readonly ShelvedText[]): Shelf {
  const room = texts.reduce((sum, { text }) => sum + text.length + 1, 0)
  const longest = texts.reduce((most, { text }) => Math.max(most, text.length), 0)
  const units = new Uint16Array(room)
  const kinds = new Uint8Array(room)
  const starts = new Uint32Array(texts.length + 1)
  const found = { hashes: new Uint32Array(mostFingerprints(room)), positions: new Uint32Array(mostFingerprints(room)) }
  const firstFingerprints = new Uint32Array(texts.length + 1)
  const ranks = new Uint32Array(longest)
  let end = 0
  let count = 0
  for (const [index, text] of texts.entries()) {
    starts[index] = end
    firstFingerprints[index] = count
    const start = end
    for (const { from, to, kind } of stretchesOf(text)) {
      const before = end
      end = foldInto(units, end, text.text, from, to)
      if (kind !== OWN) kinds.fill(kind, before, end)
    }
    count = fingerprintInto(found, count, units, start, end, ranks)
    units[end++] = DROPPED
  }
  starts[texts.length] = end
  firstFingerprints[texts.length] = count
  return {
    units: units.slice(0, end),
    kinds: kinds.slice(0, end),
    starts,
    fingerprints: { hashes: found.hashes.slice(0, count), positions: found.positions.slice(0, count) },
    firstFingerprints,
  }
}

/** The UTF-16 offset of each folded character of a text, and behind them the width of each in the text as written. */
export interface FoldedPositions {
  readonly offsets: Uint32Array
  readonly text: string
}

/** Folds a text once more, for the way back from folded characters to the text as written. */
export function foldedPositions(text: ShelvedText): FoldedPositions {
  const units = new Uint16Array(text.text.length)
  const offsets = new Uint32Array(text.text.length)
  let end = 0
  for (const { from, to } of stretchesOf(text)) end = foldInto(units, end, text.text, from, to, offsets)
  return { offsets: offsets.subarray(0, end), text: text.text }
}

/** The stretch of the text as written that the folded characters `[start, end)` stand for. */
export function asWritten({ offsets, text }: FoldedPositions, start: number, end: number): Span {
  const last = offsets[end - 1] ?? 0
  return { start: offsets[start] ?? 0, end: last + widthAt(text, last) }
}

interface Stretch {
  readonly from: number
  readonly to: number
  readonly kind: number
}

/** The text cut where the way it counts changes, without what is to be ignored. */
function* stretchesOf({ text, ignore = [] }: ShelvedText): Iterable<Stretch> {
  const marked = citationsOf(text).map(({ start, end, kind }) => ({
    from: start,
    to: end,
    kind: kind === 'title' ? TITLE : QUOTED,
  }))
  yield* without(ignore, filled(marked, text.length))
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
