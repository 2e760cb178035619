import type { Fingerprints } from '../text/reuse/fingerprints.ts'
import type { Allocate } from '../text/reuse/growing.ts'
import { type FingerprintPart, linkByHash } from '../text/reuse/linking.ts'
import type { WordingByHash } from '../text/reuse/shared-wording.ts'
import { ScratchFile } from './scratch-file.ts'

/** The first bits of a hash say in which part it goes: a part fits into memory easily. */
const PART_BITS = 6
/** Fingerprints of a part that are written at once. */
const CHUNK = 4096

/** The fingerprints of all texts, parted by their hash. */
export class FingerprintsInFile {
  private readonly file = new ScratchFile()
  private readonly allocate: Allocate
  private count = 0
  private readonly piles = Array.from({ length: 1 << PART_BITS }, () => new Pile())

  constructor(allocate: Allocate) {
    this.allocate = allocate
  }

  add({ hashes, positions }: Fingerprints): void {
    this.count += hashes.length
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] as number
      this.piles[hash >>> (32 - PART_BITS)]?.add(hash, positions[index] as number, this.file)
    }
  }

  link(starts: Uint32Array): WordingByHash {
    return linkByHash(this.parts(), this.count, starts, this.allocate)
  }

  private *parts(): Iterable<FingerprintPart> {
    for (const pile of this.piles) yield { ...pile.taken(this.file), commonBits: PART_BITS }
  }

  close(): void {
    this.file.close()
  }
}

/** The fingerprints of a part: in chunks in the file, the last ones here. */
class Pile {
  private readonly chunks: number[] = []
  /** A chunk of hashes, then one of positions. */
  private readonly last = new Uint32Array(2 * CHUNK)
  private count = 0

  add(hash: number, position: number, file: ScratchFile): void {
    this.last[this.count] = hash
    this.last[CHUNK + this.count] = position
    this.count += 1
    if (this.count < CHUNK) return
    this.chunks.push(file.append(new Uint8Array(this.last.buffer)))
    this.count = 0
  }

  taken(file: ScratchFile): Fingerprints {
    const written = CHUNK * this.chunks.length
    const hashes = new Uint32Array(written + this.count)
    const positions = new Uint32Array(written + this.count)
    for (const [index, begin] of this.chunks.entries()) {
      const chunk = new Uint32Array(file.read(begin, begin + this.last.byteLength).buffer)
      hashes.set(chunk.subarray(0, CHUNK), index * CHUNK)
      positions.set(chunk.subarray(CHUNK), index * CHUNK)
    }
    hashes.set(this.last.subarray(0, this.count), written)
    positions.set(this.last.subarray(CHUNK, CHUNK + this.count), written)
    return { hashes, positions }
  }
}
