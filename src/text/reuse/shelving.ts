import type { ComparedTexts } from './comparison.ts'
import { type FingerprintHeap, FingerprintsInMemory } from './fingerprint-heap.ts'
import { Fingerprinting } from './fingerprints.ts'
import { type Allocate, plainMemory } from './growing.ts'
import { RollCall } from './roll.ts'
import { Drafts, type Shelf, type ShelfLabels, shelfOf } from './shelf.ts'
import type { Traceable } from './tracer.ts'
import { type Units, UnitsInMemory } from './units.ts'

/** Where texts and fingerprints go. */
export interface Room<S extends Shelf> {
  /** Texts before they are sorted. */
  readonly drafts: Units
  readonly allocate: Allocate
  /** Room for so many characters. */
  settle(characters: number): SettledRoom<S>
}

export interface SettledRoom<S extends Shelf> {
  readonly units: Units
  readonly fingerprints: FingerprintHeap
  /** The shelf that the units now make up. */
  open(labels: ShelfLabels): S
}

/** Folds the texts, puts them in order, and finds who shares which wording. */
export function shelve<S extends Shelf>({ all }: ComparedTexts, room: Room<S>): Traceable & { readonly shelf: S } {
  const drafts = new Drafts(room.drafts)
  const call = new RollCall()
  for (const text of all) {
    drafts.add(text)
    call.add(text)
  }
  const { allocate } = room
  const roll = call.inOrder(allocate)
  const { units, fingerprints, open } = room.settle(drafts.characters)
  const fingerprinting = new Fingerprinting()
  const labels = drafts.inOrder(
    roll,
    units,
    (text, start) => fingerprints.add(fingerprinting.of(text, start)),
    allocate,
  )
  return { shelf: open(labels), roll, wording: fingerprints.link(labels.starts) }
}

/** Room that is there wherever the program runs. */
export function roomInMemory(): Room<Shelf> {
  return {
    drafts: new UnitsInMemory(),
    allocate: plainMemory,
    settle: () => {
      const units = new UnitsInMemory()
      return { units, fingerprints: new FingerprintsInMemory(), open: (labels) => shelfOf(labels, units.all()) }
    },
  }
}
