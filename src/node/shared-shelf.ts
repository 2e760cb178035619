import { markKinds, type OpenText, type Shelf, type ShelfLabels } from '../text/reuse/shelf.ts'
import { bytesOf } from './scratch-file.ts'

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
