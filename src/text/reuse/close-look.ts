import { Diagonals } from './diagonals.ts'
import type { Shelf } from './shelf.ts'

/** Stretches of so few characters survive even where every fifth one was changed, which leaves no fingerprint whole. */
const GRAM = 4
/** There are too many of these for a large number of texts. Folded characters. */
const MOST_CHARACTERS = 1_200_000
/** Buckets: some for each character, up to so many. */
const MOST_BUCKET_BITS = 18
/** A gram that stands in more places than this says nothing. */
const MOST_PLACES = 96
/** A row of grams in the same order in two texts: so long, with no gap beyond that. */
const ROW = 36
const WIDEST_GAP = 10

/** Receives a place in the text and one in an earlier text that seem to be one wording. */
export type Visit = (here: number, there: number) => void

/** In a small number of texts, finds the places that are alike though no fingerprint is left of them. */
export class CloseLook {
  private readonly shelf: Shelf
  private readonly units: Uint16Array
  private readonly firstPlaces: Uint32Array
  private readonly places: Uint32Array
  /** How far a hash is shifted to give its bucket. */
  private readonly shift: number
  private readonly rows = new Diagonals()

  /** `undefined` where there are too many texts for it. They are all in memory where it is wanted. */
  static at(shelf: Shelf): CloseLook | undefined {
    const { whole } = shelf
    return whole === undefined || whole.units.length > MOST_CHARACTERS ? undefined : new CloseLook(shelf, whole.units)
  }

  private constructor(shelf: Shelf, units: Uint16Array) {
    this.shelf = shelf
    this.units = units
    const last = units.length - GRAM
    const bits = Math.min(MOST_BUCKET_BITS, Math.ceil(Math.log2(units.length + 1)) + 1)
    this.shift = 32 - bits
    this.firstPlaces = new Uint32Array((1 << bits) + 1)
    for (let at = 0; at <= last; at++) {
      const bucket = this.bucketOf(at) + 1
      this.firstPlaces[bucket] = (this.firstPlaces[bucket] as number) + 1
    }
    for (let bucket = 0; bucket < 1 << bits; bucket++) {
      this.firstPlaces[bucket + 1] = (this.firstPlaces[bucket + 1] as number) + (this.firstPlaces[bucket] as number)
    }
    this.places = new Uint32Array(Math.max(0, last + 1))
    const cursors = this.firstPlaces.slice()
    for (let at = 0; at <= last; at++) {
      const bucket = this.bucketOf(at)
      this.places[cursors[bucket] as number] = at
      cursors[bucket] = (cursors[bucket] as number) + 1
    }
  }

  visit(text: number, visit: Visit): void {
    const { units } = this
    const { starts } = this.shelf
    const begin = starts[text] as number
    const end = (starts[text + 1] as number) - 1
    this.rows.clear()
    for (let here = begin; here + GRAM <= end; here++) {
      const bucket = this.bucketOf(here)
      const first = this.firstPlaces[bucket] as number
      const last = this.firstPlaces[bucket + 1] as number
      if (last - first > MOST_PLACES) continue
      for (let place = first; place < last; place++) {
        const there = this.places[place] as number
        if (there >= begin) break
        if (!isSame(units, here, there)) continue
        if (here - this.rows.chainStart(here - there, here, WIDEST_GAP) >= ROW) visit(here, there)
      }
    }
  }

  private bucketOf(at: number): number {
    const { units } = this
    const hash =
      Math.imul(units[at] as number, 0x9e3779b1) ^
      Math.imul(units[at + 1] as number, 0x85ebca6b) ^
      Math.imul(units[at + 2] as number, 0xc2b2ae35) ^
      Math.imul(units[at + 3] as number, 0x27d4eb2f)
    return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> this.shift
  }
}

function isSame(units: Uint16Array, here: number, there: number): boolean {
  for (let at = 0; at < GRAM; at++) if (units[here + at] !== units[there + at]) return false
  return true
}
