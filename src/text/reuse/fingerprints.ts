/**
 * Fingerprints are closed syncmers (Edgar 2021): of all stretches of `FINGERPRINT` characters, those whose smallest
 * `SUBSTRING`-character hash stands first or last. Whether a stretch is taken depends on nothing but itself, so an edit
 * beside it does not lose it, as it may lose a winnowed one (Schleimer, Wilkerson, Aiken 2003).
 */
export const FINGERPRINT = 8
const SUBSTRING = 3
const SUBSTRINGS = FINGERPRINT - SUBSTRING + 1

/** Two texts that share this many characters in a row share a fingerprint there (windows of `SUBSTRINGS - 1`). */
export const GUARANTEED = FINGERPRINT + SUBSTRINGS - 2

/** Fingerprints in the order of the text, as two lists of one length. */
export interface Fingerprints {
  readonly hashes: Uint32Array
  /** Index of the first folded character. */
  readonly positions: Uint32Array
}

/** Takes the fingerprints of one text after another; what it gives is good until the next is asked for. */
export class Fingerprinting {
  private ranks = new Uint32Array(4096)
  private hashes = new Uint32Array(4096)
  private positions = new Uint32Array(4096)

  /** @param start what the first of the units is called */
  of(units: Uint16Array, start: number): Fingerprints {
    this.reserve(units.length)
    const { ranks, hashes, positions } = this
    for (let index = 0; index + SUBSTRING <= units.length; index++) ranks[index] = rankAt(units, index)
    let count = 0
    for (let index = 0; index + FINGERPRINT <= units.length; index++) {
      const first = ranks[index] as number
      const last = ranks[index + 5] as number
      const ends = first < last ? first : last
      if (
        ends > (ranks[index + 1] as number) ||
        ends > (ranks[index + 2] as number) ||
        ends > (ranks[index + 3] as number) ||
        ends > (ranks[index + 4] as number)
      ) {
        continue
      }
      hashes[count] = combined(first, ranks[index + 3] as number, last)
      positions[count] = start + index
      count += 1
    }
    return { hashes: hashes.subarray(0, count), positions: positions.subarray(0, count) }
  }

  private reserve(characters: number): void {
    if (characters <= this.ranks.length) return
    this.ranks = new Uint32Array(2 * characters)
    this.hashes = new Uint32Array(2 * characters)
    this.positions = new Uint32Array(2 * characters)
  }
}

/** A number in place of three characters, in no order that the characters would suggest. */
function rankAt(units: Uint16Array, at: number): number {
  let hash =
    Math.imul(units[at] as number, 0x9e3779b1) +
    Math.imul(units[at + 1] as number, 0x85ebca6b) +
    Math.imul(units[at + 2] as number, 0xc2b2ae35)
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d)
  return (hash ^ (hash >>> 13)) >>> 0
}

/** Three substrings that cover all eight characters between them. */
function combined(first: number, middle: number, last: number): number {
  let hash = Math.imul(first, 0xcc9e2d51)
  hash = Math.imul(((hash << 13) | (hash >>> 19)) + middle, 0x1b873593)
  hash = Math.imul(((hash << 15) | (hash >>> 17)) + last, 0xe6546b64)
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
