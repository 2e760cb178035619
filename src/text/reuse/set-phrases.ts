import { foldInto } from './folding.ts'

/** Folded characters. Shorter wording says so little that it needs no excuse. */
const SHINGLE = 5

/**
 * Recognises wording that anyone may use, whole phrases and parts of them alike: a stretch counts as set wherever each
 * of its five-character shingles stands in some phrase, so that 把 “深入学习贯彻…” and “学习贯彻落实…” need no entry each.
 */
export interface SetPhrases {
  /** Marks with 1, in `marks`, the characters of `units[start, end)` that are set wording. */
  mark(units: Uint16Array, start: number, end: number, marks: Uint8Array): void
}

export function setPhrases(phrases: readonly string[]): SetPhrases {
  const shingles = new ShingleSet(phrases.reduce((sum, phrase) => sum + phrase.length, 0))
  const units = new Uint16Array(phrases.reduce((longest, phrase) => Math.max(longest, phrase.length), 0))
  for (const phrase of phrases) {
    const end = foldInto(units, 0, phrase, 0, phrase.length)
    for (let at = 0; at + SHINGLE <= end; at++) shingles.add(shingleAt(units, at))
  }
  return {
    mark(units, start, end, marks) {
      for (let at = start; at + SHINGLE <= end; at++) {
        if (shingles.has(shingleAt(units, at))) marks.fill(1, at - start, at - start + SHINGLE)
      }
    },
  }
}

function shingleAt(units: Uint16Array, at: number): number {
  let hash = 0
  for (let offset = 0; offset < SHINGLE; offset++) hash = Math.imul(hash, 0x9e3779b1) + (units[at + offset] ?? 0)
  return Math.imul(hash ^ (hash >>> 15), 0x85ebca6b)
}

/** An open-addressing set of 32-bit hashes: asked once for each character of each text that may hold a copy. */
class ShingleSet {
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(most: number) {
    const size = 1 << Math.max(4, Math.ceil(Math.log2(most * 4 + 1)))
    this.slots = new Int32Array(size)
    this.mask = size - 1
  }

  add(hash: number): void {
    const slot = this.slotOf(hash)
    this.slots[slot] = hash
  }

  has(hash: number): boolean {
    return this.slots[this.slotOf(hash)] === hash && hash !== 0
  }

  /** Where the hash is, or would go. */
  private slotOf(hash: number): number {
    let slot = (hash >>> 7) & this.mask
    while (this.slots[slot] !== 0 && this.slots[slot] !== hash) slot = (slot + 1) & this.mask
    return slot
  }
}
