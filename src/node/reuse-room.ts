import {
  type FingerprintHeap,
  type FingerprintPart,
  type Fingerprints,
  FingerprintsInMemory,
} from '../text/reuse/fingerprints.ts'
import type { Allocate } from '../text/reuse/growing.ts'
import { markKinds, type OpenText, type Shelf, type ShelfLabels, shelfOf } from '../text/reuse/shelf.ts'
import type { Room, SettledRoom } from '../text/reuse/shelving.ts'
import { type Units, UnitsInMemory } from '../text/reuse/units.ts'
import { bytesOf, ScratchFile } from './scratch-file.ts'

/** More characters than these are kept in files: in memory each takes some ten bytes, with what is made of them. */
const MOST_IN_MEMORY = 16_000_000

const shared: Allocate = (bytes) => new SharedArrayBuffer(bytes)

/** A shelf in words that another thread understands. */
export interface ShelfAddress {
  readonly labels: ShelfLabels
  readonly characters: { readonly whole: OpenText } | { readonly descriptor: number }
}

/** A shelf that other threads can open too. */
export interface AddressedShelf extends Shelf {
  readonly address: ShelfAddress
}

export function openShelf(address: ShelfAddress): AddressedShelf {
  const { labels, characters } = address
  if ('descriptor' in characters) return new ShelfInFile(address, labels, characters.descriptor)
  const { whole } = characters
  return { ...labels, whole, open: () => whole, address }
}

/**
 * Room in memory that threads share, and in files for more characters than `most`: not fewer than what is looked at
 * closely (`close-look.ts`), for that is done in memory.
 */
export class ReuseRoom implements Room<AddressedShelf> {
  readonly allocate = shared
  readonly drafts: SpillingUnits
  private readonly most: number
  private fingerprints: FingerprintsInFile | undefined

  constructor(most = MOST_IN_MEMORY) {
    this.most = most
    this.drafts = new SpillingUnits(most)
  }

  settle(characters: number): SettledRoom<AddressedShelf> {
    if (characters <= this.most) {
      const units = new UnitsInMemory()
      return {
        units,
        fingerprints: new FingerprintsInMemory(),
        open: (labels) => {
          const { whole } = shelfOf(labels, inShared(units.all()), shared)
          return openShelf({ labels, characters: { whole } })
        },
      }
    }
    const units = new UnitsInFile()
    this.fingerprints = new FingerprintsInFile()
    return {
      units,
      fingerprints: this.fingerprints,
      open: (labels) => openShelf({ labels, characters: { descriptor: units.descriptor() } }),
    }
  }

  /** Gives up what was needed on the way only. */
  tidy(): void {
    this.drafts.close()
    this.fingerprints?.close()
  }
}

function inShared(units: Uint16Array): Uint16Array {
  const copy = new Uint16Array(shared(units.byteLength))
  copy.set(units)
  return copy
}

class UnitsInFile implements Units {
  private readonly file = new ScratchFile()

  append({ buffer, byteOffset, byteLength }: Uint16Array): void {
    this.file.append(new Uint8Array(buffer, byteOffset, byteLength))
  }

  read(from: number, to: number): Uint16Array {
    return new Uint16Array(this.file.read(2 * from, 2 * to).buffer)
  }

  /** By which other threads read what is there now. */
  descriptor(): number {
    this.file.flush()
    return this.file.descriptor
  }

  close(): void {
    this.file.close()
  }
}

/** In memory as long as there are not too many. */
class SpillingUnits implements Units {
  private readonly most: number
  private held: UnitsInMemory | undefined = new UnitsInMemory()
  private spilt: UnitsInFile | undefined

  constructor(most: number) {
    this.most = most
  }

  append(units: Uint16Array): void {
    this.held?.append(units)
    this.spilt?.append(units)
    const held = this.held?.all()
    if (held === undefined || held.length <= this.most) return
    this.spilt = new UnitsInFile()
    this.spilt.append(held)
    this.held = undefined
  }

  read(from: number, to: number): Uint16Array {
    return (this.spilt ?? this.held ?? new UnitsInMemory()).read(from, to)
  }

  close(): void {
    this.spilt?.close()
  }
}

/** The first bits of a hash say in which part it goes: a part fits into memory easily. */
const PART_BITS = 6
/** Fingerprints of a part that are written at once. */
const CHUNK = 4096

class FingerprintsInFile implements FingerprintHeap {
  private readonly file = new ScratchFile()
  private readonly piles = Array.from({ length: 1 << PART_BITS }, () => new Pile())

  add({ hashes, positions }: Fingerprints): void {
    for (let index = 0; index < hashes.length; index++) {
      const hash = hashes[index] as number
      this.piles[hash >>> (32 - PART_BITS)]?.add(hash, positions[index] as number, this.file)
    }
  }

  *parts(): Iterable<FingerprintPart> {
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

/** Texts are read by blocks of about so many characters, as a power of two: those of one day stand side by side. */
const BLOCK_BITS = 11
/** Blocks that are kept, each in the place that its number gives it: sources are asked for again and again. */
const KEPT = 4096

class ShelfInFile implements AddressedShelf {
  readonly address: ShelfAddress
  readonly starts: Uint32Array
  readonly firstRuns: Uint32Array
  readonly runs: Uint32Array
  private readonly descriptor: number
  private readonly kept: ({ block: number; opened: OpenText } | undefined)[] = new Array(KEPT)

  constructor(address: ShelfAddress, { starts, firstRuns, runs }: ShelfLabels, descriptor: number) {
    this.address = address
    this.starts = starts
    this.firstRuns = firstRuns
    this.runs = runs
    this.descriptor = descriptor
  }

  open(text: number): OpenText {
    const block = (this.starts[text] as number) >>> BLOCK_BITS
    const known = this.kept[block % KEPT]
    if (known?.block === block) return known.opened
    const opened = this.read(text, block)
    this.kept[block % KEPT] = { block, opened }
    return opened
  }

  /** Reads the texts that begin in a block, of which this is one. */
  private read(text: number, block: number): OpenText {
    const { starts } = this
    const isIn = (other: number) =>
      other >= 0 && other + 1 < starts.length && (starts[other] as number) >>> BLOCK_BITS === block
    let first = text
    let last = text
    while (isIn(first - 1)) first -= 1
    while (isIn(last + 1)) last += 1
    const base = starts[first] as number
    const end = (starts[last + 1] as number) - 1
    const units = new Uint16Array(bytesOf(this.descriptor, 2 * base, 2 * end).buffer)
    const kinds = new Uint8Array(units.length)
    for (let one = first; one <= last; one++) markKinds(this, one, kinds, (starts[one] as number) - base)
    return { units, kinds, base }
  }
}
