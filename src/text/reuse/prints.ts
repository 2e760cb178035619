import { Fingerprinting } from './fingerprints.ts'
import { COMMON, recordOf, type SharedWording, type WordingByHash, type WordingByText } from './shared-wording.ts'
import type { Shelf } from './shelf.ts'

/** Texts whose fingerprints are remembered: a source is asked about several times in a row. */
const REMEMBERED = 64

/** The fingerprints of one text, and who else has each. */
export class TextPrints {
  /** Where each stands on the shelf, in the order of the text. */
  readonly positions: Uint32Array
  /** Where the record of each begins, with the `COMMON` bit on it; 0 where no earlier text has it and it is not common. */
  private readonly links: Uint32Array
  private readonly records: Uint32Array

  constructor(positions: Uint32Array, links: Uint32Array, records: Uint32Array) {
    this.positions = positions
    this.links = links
    this.records = records
  }

  get count(): number {
    return this.positions.length
  }

  /** Where the record of a fingerprint begins; 0 where no earlier text has it and it is not common. */
  record(index: number): number {
    return (this.links[index] as number) & (COMMON - 1)
  }

  /** How many texts have a fingerprint; 0 where no earlier one has it and it is not common. */
  users(index: number): number {
    const record = this.record(index)
    return record === 0 ? 0 : (this.records[record] as number)
  }

  isCommon(index: number): boolean {
    return (this.links[index] as number) >= COMMON
  }

  /** The first fingerprint at or behind a position. */
  firstFrom(position: number): number {
    let low = 0
    let high = this.count
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((this.positions[middle] as number) < position) low = middle + 1
      else high = middle
    }
    return low
  }
}

/** Gives the fingerprints of texts, as they are kept or made again: all of them take more room than the texts. */
export class Prints {
  private readonly shelf: Shelf
  private readonly wording: SharedWording
  private readonly fingerprinting = new Fingerprinting()
  private readonly remembered: ({ text: number; prints: TextPrints } | undefined)[] = []

  constructor(shelf: Shelf, wording: SharedWording) {
    this.shelf = shelf
    this.wording = wording
  }

  of(text: number): TextPrints {
    const known = this.remembered[text % REMEMBERED]
    if (known?.text === text) return known.prints
    const prints = 'links' in this.wording ? kept(text, this.wording) : this.made(text, this.wording)
    this.remembered[text % REMEMBERED] = { text, prints }
    return prints
  }

  private made(text: number, wording: WordingByHash): TextPrints {
    const { starts } = this.shelf
    const { records, commonFrom } = wording
    const start = starts[text] as number
    const { units, base } = this.shelf.open(text)
    const own = units.subarray(start - base, (starts[text + 1] as number) - 1 - base)
    const { hashes, positions } = this.fingerprinting.of(own, start)
    const links = new Uint32Array(hashes.length)
    for (let index = 0; index < hashes.length; index++) {
      const record = recordOf(wording, hashes[index] as number)
      if (record === 0) continue
      if ((records[record] as number) > commonFrom) links[index] = record + COMMON
      else if ((records[record + 2] as number) < start) links[index] = record
    }
    return new TextPrints(positions.slice(), links, records)
  }
}

function kept(text: number, { firsts, positions, links, records }: WordingByText): TextPrints {
  const [from, to] = [firsts[text] as number, firsts[text + 1] as number]
  return new TextPrints(positions.subarray(from, to), links.subarray(from, to), records)
}
