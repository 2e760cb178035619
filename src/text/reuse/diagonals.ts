/** A diagonal is the distance between two positions that match; edits shift it, so near ones share a bucket of this many bits. */
const BUCKET_BITS = 5
const FIRST_SIZE = 1024

/** Remembers how far along each diagonal one has come. Open addressing; emptied in no time by a new stamp. */
export class Diagonals {
  private keys = new Int32Array(FIRST_SIZE)
  private starts = new Uint32Array(FIRST_SIZE)
  private ends = new Uint32Array(FIRST_SIZE)
  private stamps = new Int32Array(FIRST_SIZE)
  private stamp = 0
  private used = 0

  clear(): void {
    this.stamp += 1
    this.used = 0
  }

  /** Notes that the text is dealt with up to `end` on a diagonal. */
  note(diagonal: number, end: number): void {
    const slot = this.slotFor(diagonal >>> BUCKET_BITS)
    if ((this.ends[slot] as number) < end) this.ends[slot] = end
  }

  /** Whether the text is dealt with up to `end` on this diagonal or one beside it. */
  reaches(diagonal: number, end: number): boolean {
    return this.reached(diagonal >>> BUCKET_BITS, end) || this.reached(neighbour(diagonal), end)
  }

  /** Notes a position and tells where the chain begins that it continues, with no gap beyond `furthest`. */
  chainStart(diagonal: number, position: number, furthest: number): number {
    const slot = this.slotFor(diagonal >>> BUCKET_BITS)
    const beside = this.find(neighbour(diagonal))
    let start = position
    if (this.starts[slot] !== 0 && position - (this.ends[slot] as number) <= furthest)
      start = this.starts[slot] as number
    if (beside >= 0 && position - (this.ends[beside] as number) <= furthest) {
      start = Math.min(start, this.starts[beside] as number)
    }
    this.starts[slot] = start
    this.ends[slot] = position
    return start
  }

  private reached(key: number, end: number): boolean {
    const slot = this.find(key)
    return slot >= 0 && end <= (this.ends[slot] as number)
  }

  private find(key: number): number {
    const mask = this.keys.length - 1
    let slot = hashOf(key) & mask
    while (this.stamps[slot] === this.stamp) {
      if (this.keys[slot] === key) return slot
      slot = (slot + 1) & mask
    }
    return -1
  }

  private slotFor(key: number): number {
    if (this.used * 2 > this.keys.length) this.grow()
    const mask = this.keys.length - 1
    let slot = hashOf(key) & mask
    while (this.stamps[slot] === this.stamp && this.keys[slot] !== key) slot = (slot + 1) & mask
    if (this.stamps[slot] !== this.stamp) {
      this.stamps[slot] = this.stamp
      this.keys[slot] = key
      this.starts[slot] = 0
      this.ends[slot] = 0
      this.used += 1
    }
    return slot
  }

  private grow(): void {
    const { keys, starts, ends, stamps, stamp } = this
    const size = keys.length * 2
    this.keys = new Int32Array(size)
    this.starts = new Uint32Array(size)
    this.ends = new Uint32Array(size)
    this.stamps = new Int32Array(size)
    this.used = 0
    for (let slot = 0; slot < stamps.length; slot++) {
      if (stamps[slot] !== stamp) continue
      const into = this.slotFor(keys[slot] as number)
      this.starts[into] = starts[slot] as number
      this.ends[into] = ends[slot] as number
    }
  }
}

/** The bucket that the diagonal is nearer to, of the two beside its own. */
function neighbour(diagonal: number): number {
  const bucket = diagonal >>> BUCKET_BITS
  return (diagonal >>> (BUCKET_BITS - 1)) & 1 ? bucket + 1 : bucket - 1
}

function hashOf(key: number): number {
  return Math.imul(key, 0x9e3779b1) >>> 8
}
