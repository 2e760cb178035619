import type { FingerprintHeap, FingerprintPart } from './fingerprints.ts'
import { type Allocate, Numbers, plainMemory } from './growing.ts'
import { type SharedWording, slotOf } from './shared-wording.ts'
import { type TextOf, textFinder } from './text-finder.ts'

/** Occurrences kept of one fingerprint within one text; more say nothing more. */
const OCCURRENCES_A_TEXT = 2
/** Texts kept of one fingerprint; of one that more texts have, only the earliest ones. Absolute, so that work stays linear. */
const MOST_HOLDERS = 20
const EARLIEST_HOLDERS = 2
/** Wording is common from this many texts on: a fiftieth of all, within bounds. */
const FEWEST_COMMON = 4
const COMMON_PART = 0.02
/** Fingerprints that a bucket is meant to hold: few enough to group within the processor's cache. */
const BUCKET = 4096
const MOST_BUCKET_BITS = 13
const NONE = -1

/**
 * Groups the fingerprints of all texts and notes who has each. Texts stand on the shelf in the order of their dates, so
 * the positions of a fingerprint come out earliest first.
 */
export function linkFingerprints(
  heap: FingerprintHeap,
  starts: Uint32Array,
  allocate: Allocate = plainMemory,
): SharedWording {
  const texts = starts.length - 1
  const commonFrom = Math.min(MOST_HOLDERS, Math.max(FEWEST_COMMON, Math.ceil(texts * COMMON_PART)))
  const found = new Found(commonFrom, textFinder(starts))
  for (const part of heap.parts()) addShared(part, found)
  return found.shared(allocate)
}

/** Records as they are written, and the hash of each. */
class Found {
  private readonly commonFrom: number
  private readonly textOf: TextOf
  private readonly records = new Numbers()
  private readonly hashes = new Numbers()
  private readonly places = new Numbers()

  constructor(commonFrom: number, textOf: TextOf) {
    this.commonFrom = commonFrom
    this.textOf = textOf
    this.records.push(0)
  }

  /** Writes the records of what several texts of a bucket have; `order` gives its fingerprints by their index in the part. */
  addBucket({ hashes, positions }: FingerprintPart, order: Uint32Array, { heads, headCount, next }: Grouping): void {
    for (let group = 0; group < headCount; group++) {
      const head = heads[group] as number
      if (next[head] === NONE) continue
      const begin = this.records.length
      this.records.push(0)
      this.records.push(0)
      let texts = 0
      let text = NONE
      let occurrences = 0
      for (let member = head; member !== NONE; member = next[member] as number) {
        const position = positions[order[member] as number] as number
        const holder = this.textOf(position)
        if (holder !== text) {
          text = holder
          texts += 1
          occurrences = 0
        }
        occurrences += 1
        if (occurrences <= OCCURRENCES_A_TEXT && texts <= MOST_HOLDERS) this.records.push(position)
      }
      this.close(hashes[order[head] as number] as number, begin, texts)
    }
  }

  private close(hash: number, begin: number, texts: number): void {
    const { records } = this
    if (texts === 1) {
      records.length = begin
      return
    }
    if (texts > MOST_HOLDERS) records.length = Math.min(records.length, begin + 2 + EARLIEST_HOLDERS)
    records.set(begin, texts)
    records.set(begin + 1, records.length - begin - 2)
    this.hashes.push(hash)
    this.places.push(begin)
  }

  shared(allocate: Allocate): SharedWording {
    const size = 2 ** Math.ceil(Math.log2(2 * this.hashes.length + 1))
    const slots = new Uint32Array(allocate(4 * 2 * size))
    for (let index = 0; index < this.hashes.length; index++) {
      const hash = this.hashes.at(index)
      const slot = slotOf(slots, hash)
      slots[slot] = hash
      slots[slot + 1] = this.places.at(index)
    }
    const records = new Uint32Array(allocate(4 * this.records.length))
    records.set(this.records.view())
    return { records, slots, commonFrom: this.commonFrom }
  }
}

/** Parts the fingerprints into buckets by their hash, so that equal ones are found within the processor's cache. */
function addShared(part: FingerprintPart, found: Found): void {
  const { hashes, commonBits } = part
  const bits = Math.min(MOST_BUCKET_BITS, Math.max(0, Math.ceil(Math.log2(hashes.length / BUCKET))))
  const buckets = 1 << bits
  const bucketOf = (hash: number) => (bits === 0 ? 0 : (hash << commonBits) >>> (32 - bits))
  const bucketStarts = new Uint32Array(buckets + 1)
  for (let index = 0; index < hashes.length; index++) {
    const bucket = bucketOf(hashes[index] as number)
    bucketStarts[bucket + 1] = (bucketStarts[bucket + 1] as number) + 1
  }
  for (let bucket = 0; bucket < buckets; bucket++) {
    bucketStarts[bucket + 1] = (bucketStarts[bucket + 1] as number) + (bucketStarts[bucket] as number)
  }
  const order = new Uint32Array(hashes.length)
  const keys = new Uint32Array(hashes.length)
  const cursors = bucketStarts.slice()
  for (let index = 0; index < hashes.length; index++) {
    const hash = hashes[index] as number
    const bucket = bucketOf(hash)
    const at = cursors[bucket] as number
    cursors[bucket] = at + 1
    order[at] = index
    keys[at] = hash
  }
  const grouping = new Grouping(Math.max(...differences(bucketStarts), 1))
  for (let bucket = 0; bucket < buckets; bucket++) {
    const start = bucketStarts[bucket] as number
    const end = bucketStarts[bucket + 1] as number
    grouping.group(keys.subarray(start, end))
    found.addBucket(part, order.subarray(start, end), grouping)
  }
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
