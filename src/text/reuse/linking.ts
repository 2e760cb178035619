import type { Fingerprints } from './fingerprints.ts'
import { type Allocate, Numbers } from './growing.ts'
import { COMMON, slotOf, type WordingByHash } from './shared-wording.ts'
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

/** Fingerprints of which each stands in the same part as its equals, in the order of the shelf. */
export interface FingerprintPart extends Fingerprints {
  /** How many of the first bits of a hash all of the part have in common. */
  readonly commonBits: number
}

/** Room that the records of so many fingerprints may take at most; pages never written to cost no memory. */
export function recordRoom(fingerprints: number): number {
  return 2 * fingerprints + 1
}

/** All fingerprints, and where what links them goes. */
export interface LinkTask {
  readonly fingerprints: Fingerprints
  readonly starts: Uint32Array
  readonly records: Uint32Array
  /** One for each fingerprint. */
  readonly links: Uint32Array
}

/**
 * Groups the fingerprints of all texts and notes who has each. Texts stand on the shelf in the order of their dates, so
 * the positions of a fingerprint come out earliest first.
 *
 * The work splits by hash: of `parts` workers, each takes its own part, writes the links of the fingerprints that fall
 * to it, and its records from `2 * (fingerprints before it) + 1` on.
 */
export function linkFingerprints({ fingerprints, starts, records, links }: LinkTask, part = 0, parts = 1): void {
  const { positions } = fingerprints
  const buckets = new Buckets({ ...fingerprints, commonBits: 0 }, part, parts)
  const writer = new RecordWriter(records, recordRoom(buckets.before), starts)
  buckets.visit((order, grouping) => {
    writer.write(positions, order, grouping, (head, { begin, isCommon, firstEnd }) => {
      for (let member = head; member !== NONE; member = grouping.next[member] as number) {
        const index = order[member] as number
        if (isCommon) links[index] = begin + COMMON
        else if ((positions[index] as number) >= firstEnd) links[index] = begin
      }
    })
  })
}

/** The same for fingerprints that come part by part, `count` of them: the record of each is then found by its hash. */
export function linkByHash(
  parts: Iterable<FingerprintPart>,
  count: number,
  starts: Uint32Array,
  allocate: Allocate,
): WordingByHash {
  const records = new Uint32Array(allocate(4 * recordRoom(count)))
  const writer = new RecordWriter(records, 1, starts)
  const hashes = new Numbers()
  const places = new Numbers()
  for (const part of parts) {
    new Buckets(part, 0, 1).visit((order, grouping) => {
      writer.write(part.positions, order, grouping, (head, { begin }) => {
        hashes.push(part.hashes[order[head] as number] as number)
        places.push(begin)
      })
    })
  }
  return { records, slots: slotsOf(hashes, places, allocate), commonFrom: commonFrom(starts.length - 1) }
}

function slotsOf(hashes: Numbers, places: Numbers, allocate: Allocate): Uint32Array {
  const size = 2 ** Math.ceil(Math.log2(2 * hashes.length + 1))
  const slots = new Uint32Array(allocate(4 * 2 * size))
  for (let index = 0; index < hashes.length; index++) {
    const slot = slotOf(slots, hashes.at(index))
    slots[slot] = hashes.at(index)
    slots[slot + 1] = places.at(index)
  }
  return slots
}

function commonFrom(texts: number): number {
  return Math.min(MOST_HOLDERS, Math.max(FEWEST_COMMON, Math.ceil(texts * COMMON_PART)))
}

/** What was written of a fingerprint that several texts have. */
interface Written {
  readonly begin: number
  readonly isCommon: boolean
  /** Where the first text that has it ends. */
  readonly firstEnd: number
}

/** Writes records one behind the other. */
class RecordWriter {
  private readonly records: Uint32Array
  private readonly starts: Uint32Array
  private readonly textOf: TextOf
  private readonly commonFrom: number
  private end: number

  constructor(records: Uint32Array, begin: number, starts: Uint32Array) {
    this.records = records
    this.end = begin
    this.starts = starts
    this.textOf = textFinder(starts)
    this.commonFrom = commonFrom(starts.length - 1)
  }

  /**
   * Writes the records of what several texts of a bucket have.
   *
   * @param order the fingerprints of the bucket, by their index among the positions
   * @param note is told of each record, with the head of its group
   */
  write(
    positions: Uint32Array,
    order: Uint32Array,
    { heads, headCount, next }: Grouping,
    note: (head: number, record: Written) => void,
  ): void {
    const { records, textOf } = this
    for (let group = 0; group < headCount; group++) {
      const head = heads[group] as number
      if (next[head] === NONE) continue
      const first = textOf(positions[order[head] as number] as number)
      let texts = 0
      let text = NONE
      let occurrences = 0
      let kept = 0
      for (let member = head; member !== NONE; member = next[member] as number) {
        const position = positions[order[member] as number] as number
        const holder = textOf(position)
        if (holder !== text) {
          text = holder
          texts += 1
          occurrences = 0
        }
        occurrences += 1
        if (occurrences > OCCURRENCES_A_TEXT || texts > MOST_HOLDERS) continue
        records[this.end + 2 + kept] = position
        kept += 1
      }
      if (texts === 1) continue
      if (texts > MOST_HOLDERS) kept = Math.min(kept, EARLIEST_HOLDERS)
      records[this.end] = texts
      records[this.end + 1] = kept
      note(head, {
        begin: this.end,
        isCommon: texts > this.commonFrom,
        firstEnd: this.starts[first + 1] as number,
      })
      this.end += 2 + kept
    }
  }
}

/** Fingerprints by their hash, so that equal ones are found within the processor's cache. */
class Buckets {
  /** Fingerprints that fall to the parts before this one. */
  readonly before: number
  private readonly starts: Uint32Array
  private readonly order: Uint32Array
  private readonly keys: Uint32Array

  constructor({ hashes, commonBits }: FingerprintPart, part: number, parts: number) {
    const bits = Math.min(MOST_BUCKET_BITS, Math.max(0, Math.ceil(Math.log2(hashes.length / BUCKET))))
    const bucketOf = (hash: number) => (bits === 0 ? 0 : (hash << commonBits) >>> (32 - bits))
    const from = Math.floor(((1 << bits) * part) / parts)
    const to = Math.floor(((1 << bits) * (part + 1)) / parts)
    const starts = new Uint32Array(to - from + 1)
    let before = 0
    for (let index = 0; index < hashes.length; index++) {
      const bucket = bucketOf(hashes[index] as number)
      if (bucket < from) before += 1
      else if (bucket < to) starts[bucket - from + 1] = (starts[bucket - from + 1] as number) + 1
    }
    for (let bucket = 0; bucket < to - from; bucket++) {
      starts[bucket + 1] = (starts[bucket + 1] as number) + (starts[bucket] as number)
    }
    this.before = before
    this.starts = starts
    this.order = new Uint32Array(starts[to - from] as number)
    this.keys = new Uint32Array(this.order.length)
    const cursors = starts.slice()
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] as number
      const bucket = bucketOf(hash) - from
      if (bucket < 0 || bucket >= to - from) continue
      const at = cursors[bucket] as number
      cursors[bucket] = at + 1
      this.order[at] = index
      this.keys[at] = hash
    }
  }

  visit(visit: (order: Uint32Array, grouping: Grouping) => void): void {
    const { starts } = this
    let most = 1
    for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
      most = Math.max(most, (starts[bucket + 1] as number) - (starts[bucket] as number))
    }
    const grouping = new Grouping(most)
    for (let bucket = 0; bucket + 1 < starts.length; bucket++) {
      const start = starts[bucket] as number
      const end = starts[bucket + 1] as number
      grouping.group(this.keys.subarray(start, end))
      visit(this.order.subarray(start, end), grouping)
    }
  }
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
