import type { Fingerprints } from './fingerprints.ts'
import { type Allocate, Numbers, plainMemory } from './growing.ts'
import { type LinkTask, linkFingerprints, recordRoom } from './linking.ts'
import type { SharedWording } from './shared-wording.ts'

/** Gathers the fingerprints of all texts, in memory or wherever there is more room. */
export interface FingerprintHeap {
  /** Takes those of the next text. */
  add(fingerprints: Fingerprints): void
  /** @param starts where each text begins, and at last where a further one would */
  link(starts: Uint32Array): SharedWording
}

export class FingerprintsInMemory implements FingerprintHeap {
  private readonly hashes = new Numbers()
  private readonly positions = new Numbers()
  private readonly firsts = new Numbers()
  private readonly allocate: Allocate
  private readonly linkAll: (task: LinkTask) => void

  /** @param linkAll does the work of `linkFingerprints`, all its parts */
  constructor(allocate: Allocate = plainMemory, linkAll: (task: LinkTask) => void = (task) => linkFingerprints(task)) {
    this.allocate = allocate
    this.linkAll = linkAll
  }

  add({ hashes, positions }: Fingerprints): void {
    this.firsts.push(this.hashes.length)
    this.hashes.append(hashes)
    this.positions.append(positions)
  }

  link(starts: Uint32Array): SharedWording {
    const count = this.hashes.length
    this.firsts.push(count)
    const fingerprints = { hashes: this.hashes.taken(this.allocate), positions: this.positions.taken(this.allocate) }
    const links = new Uint32Array(this.allocate(4 * count))
    const records = new Uint32Array(this.allocate(4 * recordRoom(count)))
    this.linkAll({ fingerprints, starts, records, links })
    return { records, firsts: this.firsts.taken(this.allocate), positions: fingerprints.positions, links }
  }
}
