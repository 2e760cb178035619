import { citationsOf } from './citations.ts'
import type { Span } from './documents.ts'
import { type Fingerprints, fingerprintInto } from './fingerprints.ts'
import { DROPPED, foldInto, widthAt } from './folding.ts'

/** How a folded character may count: as the text's own words, as a title, as another's words openly quoted. */
export const OWN = 0
export const TITLE = 1
export const QUOTED = 2

/** Folded characters from one waypoint to the next. */
const WAYPOINT = 64

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
  /** For every `WAYPOINT`th unit of a text its UTF-16 offset there: the way back begins at it. */
  readonly waypoints: Uint32Array
  /** Where the waypoints of each text begin, and at last where those of a further one would. */
  readonly firstWaypoints: Uint32Array
  readonly fingerprints: Fingerprints
  /** Where the fingerprints of each text begin, and at last where those of a further one would. */
  readonly firstFingerprints: Uint32Array
}

/** Makes room for so many bytes: plain memory, or such as threads share. */
export type Allocate = (bytes: number) => ArrayBufferLike

/** Room that a shelf fills; what is never written to costs no memory. */
export interface ShelfRoom {
  readonly units: Uint16Array
  readonly kinds: Uint8Array
  readonly hashes: Uint32Array
  readonly positions: Uint32Array
  readonly waypoints: Uint32Array
}

/** Characters and waypoints that the shelf of texts needs room for. */
export function roomNeeded(texts: readonly ShelvedText[]): { readonly characters: number; readonly waypoints: number } {
  const characters = texts.reduce((sum, { text }) => sum + text.length + 1, 0)
  return { characters, waypoints: Math.ceil(characters / WAYPOINT) + texts.length }
}

export function shelfRoom(characters: number, waypoints: number, allocate: Allocate): ShelfRoom {
  return {
    units: new Uint16Array(allocate(2 * characters)),
    kinds: new Uint8Array(allocate(characters)),
    hashes: new Uint32Array(allocate(4 * characters)),
    positions: new Uint32Array(allocate(4 * characters)),
    waypoints: new Uint32Array(allocate(4 * waypoints)),
  }
}

export function plainMemory(bytes: number): ArrayBuffer {
  return new ArrayBuffer(bytes)
}

/** Folds and fingerprints texts. Shelves made of parts of a list can be put together with `joinShelves`. */
export function shelve(texts: readonly ShelvedText[], given?: ShelfRoom): Shelf {
  const needed = roomNeeded(texts)
  const room = given ?? shelfRoom(needed.characters, needed.waypoints, plainMemory)
  const { units, kinds, hashes, positions, waypoints } = room
  const longest = texts.reduce((most, { text }) => Math.max(most, text.length), 0)
  const starts = new Uint32Array(texts.length + 1)
  const firstFingerprints = new Uint32Array(texts.length + 1)
  const firstWaypoints = new Uint32Array(texts.length + 1)
  const ranks = new Uint32Array(longest)
  const offsets = new Uint32Array(longest)
  let end = 0
  let count = 0
  let waypoint = 0
  for (const [index, text] of texts.entries()) {
    starts[index] = end
    firstFingerprints[index] = count
    const start = end
    for (const { from, to, kind } of stretchesOf(text)) {
      const before = end
      end = foldInto(units, end, text.text, from, to, offsets, start)
      if (kind !== OWN) kinds.fill(kind, before, end)
    }
    firstWaypoints[index] = waypoint
    for (let at = 0; at < end - start; at += WAYPOINT) waypoints[waypoint++] = offsets[at] as number
    count = fingerprintInto(room, count, units, start, end, ranks)
    units[end++] = DROPPED
  }
  starts[texts.length] = end
  firstFingerprints[texts.length] = count
  firstWaypoints[texts.length] = waypoint
  return {
    units: units.subarray(0, end),
    kinds: kinds.subarray(0, end),
    starts,
    waypoints: waypoints.subarray(0, waypoint),
    firstWaypoints,
    fingerprints: { hashes: hashes.subarray(0, count), positions: positions.subarray(0, count) },
    firstFingerprints,
  }
}

/** The stretch of a text as written that its folded characters `units[start, end)` stand for. */
export function asWritten(shelf: Shelf, index: number, text: ShelvedText, start: number, end: number): Span {
  const last = offsetOf(shelf, index, text, end - 1)
  return { start: offsetOf(shelf, index, text, start), end: last + widthAt(text.text, last) }
}

/** Folds the text once more from the waypoint before. */
function offsetOf(shelf: Shelf, index: number, { text, ignore = [] }: ShelvedText, at: number): number {
  const begin = shelf.starts[index] as number
  const waypoint = Math.floor((at - begin) / WAYPOINT)
  const from = shelf.waypoints[(shelf.firstWaypoints[index] as number) + waypoint] as number
  const units = new Uint16Array(2)
  let reached = begin + waypoint * WAYPOINT
  for (const stretch of without(ignore, [{ from, to: text.length, kind: OWN }])) {
    for (let offset = stretch.from; offset < stretch.to; ) {
      const width = Math.min(widthAt(text, offset), stretch.to - offset)
      reached += foldInto(units, 0, text, offset, offset + width)
      if (reached > at) return offset
      offset += width
    }
  }
  return text.length
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
