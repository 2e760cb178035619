import { DROPPED, foldInto } from './folding.ts'
import { type Allocate, Numbers, plainMemory } from './growing.ts'
import type { Roll } from './roll.ts'
import { OWN, stretchesOf, type WrittenText } from './stretches.ts'
import type { Units } from './units.ts'

/** What is known of the folded texts beside their characters, in the order of the roll; plain, so that threads can share it. */
export interface ShelfLabels {
  /** Where each text begins, and at last where a further one would; between two of them stands a `DROPPED`. */
  readonly starts: Uint32Array
  /** Of each text the stretches that are not its own words: `runs[firstRuns[text], firstRuns[text + 1])`. */
  readonly firstRuns: Uint32Array
  /** Three numbers each: the first character, the one behind the last, both counted from where the text begins, and the kind. */
  readonly runs: Uint32Array
}

/** A text taken from the shelf: what stands at a place of the shelf is at this place less `base` here. */
export interface OpenText {
  readonly units: Uint16Array
  /** `OWN`, `TITLE` or `QUOTED` for each of them. */
  readonly kinds: Uint8Array
  readonly base: number
}

/** All folded texts. */
export interface Shelf extends ShelfLabels {
  open(text: number): OpenText
  /** All texts at once, where memory holds them. */
  readonly whole?: OpenText
}

const RUN = 3

/** Folded texts as they come, before anybody knows their order. */
export class Drafts {
  private readonly units: Units
  private readonly starts = new Numbers()
  private readonly firstRuns = new Numbers()
  private readonly runs = new Numbers()
  private scratch = new Uint16Array(4096)
  /** Characters of all drafts so far. */
  characters = 0
  private longest = 0

  constructor(units: Units) {
    this.units = units
  }

  add(text: WrittenText): void {
    if (this.scratch.length < text.text.length) this.scratch = new Uint16Array(2 * text.text.length)
    this.starts.push(this.characters)
    this.firstRuns.push(this.runs.length)
    let length = 0
    for (const { from, to, kind } of stretchesOf(text)) {
      const before = length
      length = foldInto(this.scratch, length, text.text, from, to)
      if (kind !== OWN && length > before) for (const number of [before, length, kind]) this.runs.push(number)
    }
    this.units.append(this.scratch.subarray(0, length))
    this.characters += length
    this.longest = Math.max(this.longest, length)
  }

  /**
   * Copies the texts, in the order of the roll, to where they stay.
   *
   * @param visit sees each text on its way: its characters and where on the shelf it begins
   */
  inOrder(
    { given }: Roll,
    shelf: Units,
    visit: (units: Uint16Array, start: number) => void,
    allocate: Allocate = plainMemory,
  ): ShelfLabels {
    const starts = new Uint32Array(allocate(4 * (given.length + 1)))
    const firstRuns = new Uint32Array(allocate(4 * (given.length + 1)))
    const runs = new Uint32Array(allocate(4 * this.runs.length))
    this.starts.push(this.characters)
    this.firstRuns.push(this.runs.length)
    const text = new Uint16Array(this.longest + 1)
    for (const [index, draft] of given.entries()) {
      const from = this.starts.at(draft)
      const to = this.starts.at(draft + 1)
      const ownRuns = this.runs.view().subarray(this.firstRuns.at(draft), this.firstRuns.at(draft + 1))
      text.set(this.units.read(from, to))
      text[to - from] = DROPPED
      shelf.append(text.subarray(0, to - from + 1))
      const start = starts[index] as number
      visit(text.subarray(0, to - from), start)
      starts[index + 1] = start + to - from + 1
      runs.set(ownRuns, firstRuns[index] as number)
      firstRuns[index + 1] = (firstRuns[index] as number) + ownRuns.length
    }
    return { starts, firstRuns, runs }
  }
}

/** Folded characters of a text. */
export function lengthOf({ starts }: ShelfLabels, text: number): number {
  return (starts[text + 1] as number) - 1 - (starts[text] as number)
}

/** Notes the kind of the characters of a text; `kinds[begin]` is its first. */
export function markKinds({ firstRuns, runs }: ShelfLabels, text: number, kinds: Uint8Array, begin: number): void {
  for (let run = firstRuns[text] as number; run < (firstRuns[text + 1] as number); run += RUN) {
    kinds.fill(runs[run + 2] as number, begin + (runs[run] as number), begin + (runs[run + 1] as number))
  }
}

/** A shelf in memory. */
export function shelfOf(
  labels: ShelfLabels,
  units: Uint16Array,
  allocate: Allocate = plainMemory,
): Shelf & Required<Pick<Shelf, 'whole'>> {
  const kinds = new Uint8Array(allocate(units.length))
  for (let text = 0; text + 1 < labels.starts.length; text++) {
    markKinds(labels, text, kinds, labels.starts[text] as number)
  }
  const whole = { units, kinds, base: 0 }
  return { ...labels, whole, open: () => whole }
}
