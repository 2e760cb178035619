import type { Shelf } from './shelf.ts'

/** Occurrences kept of one fingerprint within one text; more say nothing more. */
const OCCURRENCES_A_TEXT = 2
/** Texts kept of one fingerprint; of one that more texts have, only the earliest ones. Absolute, so that work stays linear. */
export const MOST_HOLDERS = 20
const EARLIEST_HOLDERS = 2
/** Fingerprints that a bucket is meant to hold: few enough to group within the processor's cache. */
const BUCKET = 4096
const MOST_BUCKET_BITS = 13
const NONE = -1

/** Where every fingerprint stands that more than one text has. */
export interface Holders {
  /**
   * For each fingerprint, where its record begins in `records`, with the `COMMON` bit where more texts have it than
   * `commonFrom`; 0 where no earlier text has it and it is not common.
   */
  readonly links: Uint32Array
  /** A record: how many texts have it, how many positions follow, then the positions, earliest text first. */
  readonly records: Uint32Array
  /** A fingerprint that more texts than this have is common wording, unless a long stretch of it hangs together. */
  readonly commonFrom: number
}

export const COMMON = 0x80000000

/** Which text a position is in. */
export type TextOf = (position: number) => number

const BLOCK_BITS = 7

/** Finds the text of a position by blocks of `units`: one look and seldom a second. */
export function textFinder(starts: Uint32Array): TextOf {
  const count = starts.length - 1
  const end = starts[count] as number
  const firstOfBlock = new Uint32Array((end >>> BLOCK_BITS) + 1)
  let text = 0
  for (let block = 0; block < firstOfBlock.length; block++) {
    while (text + 1 < count && (starts[text + 1] as number) <= block << BLOCK_BITS) text += 1
    firstOfBlock[block] = text
  }
  return (position) => {
    let found = firstOfBlock[position >>> BLOCK_BITS] as number
    while ((starts[found + 1] as number) <= position) found += 1
    return found
  }
}

/** Room that the records of so many fingerprints may take at most; pages never written to cost no memory. */
export function recordRoom(fingerprints: number): number {
  return 2 * fingerprints + 1
}

/**
 * Groups the fingerprints of all texts and notes who has each. Texts stand on the shelf in the order of their dates, so
 * the positions of a fingerprint come out earliest first.
 *
 * The work splits by hash: of `parts` workers, each takes its own part, writes the links of the fingerprints that fall
 * to it, and its records from `2 * (fingerprints before it) + 1` on.
 */
export function linkFingerprints(shelf: Shelf, holders: Holders, textOf: TextOf, part = 0, parts = 1): void {
  const { hashes, positions } = shelf.fingerprints
  const { links, records, commonFrom } = holders
  const bits = bucketBits(hashes.length)
  const shift = 32 - bits
  const buckets = 1 << bits
  const from = Math.floor((buckets * part) / parts)
  const to = Math.floor((buckets * (part + 1)) / parts)
  const bucketStarts = new Uint32Array(to - from + 1)
  let before = 0
  for (let index = 0; index < hashes.length; index++) {
    const bucket = bits === 0 ? 0 : (hashes[index] as number) >>> shift
    if (bucket < from) before += 1
    else if (bucket < to) bucketStarts[bucket - from + 1] = (bucketStarts[bucket - from + 1] as number) + 1
  }
  for (let bucket = 0; bucket < to - from; bucket++) {
    bucketStarts[bucket + 1] = (bucketStarts[bucket + 1] as number) + (bucketStarts[bucket] as number)
  }
  const mine = bucketStarts[to - from] as number
  const order = new Uint32Array(mine)
  const keys = new Uint32Array(mine)
  const cursors = bucketStarts.slice()
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number
    const bucket = (bits === 0 ? 0 : hash >>> shift) - from
    if (bucket < 0 || bucket >= to - from) continue
    const at = cursors[bucket] as number
    cursors[bucket] = at + 1
    order[at] = index
    keys[at] = hash
  }
  const grouping = new Grouping(Math.max(...differences(bucketStarts), 1))
  let cursor = 2 * before + 1
  for (let bucket = 0; bucket < to - from; bucket++) {
    const start = bucketStarts[bucket] as number
    const end = bucketStarts[bucket + 1] as number
    grouping.group(keys.subarray(start, end))
    cursor = writeRecords(grouping, order.subarray(start, end), positions, textOf, links, records, cursor, commonFrom)
  }
}

function bucketBits(fingerprints: number): number {
  return Math.min(MOST_BUCKET_BITS, Math.max(0, Math.ceil(Math.log2(fingerprints / BUCKET))))
}

function differences(ascending: Uint32Array): number[] {
  return Array.from(ascending.subarray(1), (value, index) => value - (ascending[index] as number))
}

/** Equal keys of a bucket, each group a chain in the order met. */
class Grouping {
  readonly next: Int32Array
  readonly heads: Int32Array
  headCount = 0
  private readonly last: Int32Array
  private readonly slots: Int32Array
  private readonly mask: number

  constructor(most: number) {
    const size = 1 << Math.ceil(Math.log2(2 * most))
    this.slots = new Int32Array(size)
    this.mask = size - 1
    this.next = new Int32Array(most)
    this.last = new Int32Array(most)
    this.heads = new Int32Array(most)
  }

  group(keys: Uint32Array): void {
    this.slots.fill(NONE)
    this.headCount = 0
    for (let index = 0; index < keys.length; index++) {
      const key = keys[index] as number
      let slot = key & this.mask
      let head = this.slots[slot] as number
      while (head !== NONE && keys[head] !== key) {
        slot = (slot + 1) & this.mask
        head = this.slots[slot] as number
      }
      this.next[index] = NONE
      if (head === NONE) {
        this.slots[slot] = index
        this.last[index] = index
        this.heads[this.headCount++] = index
      } else {
        this.next[this.last[head] as number] = index
        this.last[head] = index
      }
    }
  }
}

function writeRecords(
  grouping: Grouping,
  order: Uint32Array,
  positions: Uint32Array,
  textOf: TextOf,
  links: Uint32Array,
  records: Uint32Array,
  cursor: number,
  commonFrom: number,
): number {
  const { heads, headCount, next } = grouping
  let end = cursor
  for (let group = 0; group < headCount; group++) {
    const head = heads[group] as number
    if (next[head] === NONE) continue
    const first = textOf(positions[order[head] as number] as number)
    let texts = 0
    let text = NONE
    let occurrences = 0
    let kept = 0
    for (let member = head; member !== NONE; member = next[member] as number) {
      const index = order[member] as number
      const position = positions[index] as number
      const holder = textOf(position)
      if (holder !== text) {
        text = holder
        texts += 1
        occurrences = 0
      }
      occurrences += 1
      if (holder !== first) links[index] = end
      if (occurrences > OCCURRENCES_A_TEXT || texts > MOST_HOLDERS) continue
      records[end + 2 + kept] = position
      kept += 1
    }
    if (texts === 1) continue
    const isCommon = texts > commonFrom
    if (isCommon) {
      if (texts > MOST_HOLDERS) kept = Math.min(kept, EARLIEST_HOLDERS)
      for (let member = head; member !== NONE; member = next[member] as number)
        links[order[member] as number] = end + COMMON
    }
    records[end] = texts
    records[end + 1] = kept
    end += 2 + kept
  }
  return end
}
