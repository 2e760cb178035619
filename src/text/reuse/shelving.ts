import type { ComparedTexts } from './comparison.ts'
import { type Allocate, plainMemory } from './growing.ts'
import { linkInMemory } from './linking-in-memory.ts'
import { RollCall } from './roll.ts'
import type { SharedWording } from './shared-wording.ts'
import { Drafts, type Shelf, type ShelfLabels, shelfOf } from './shelf.ts'
import type { Traceable } from './tracer.ts'
import { type Units, UnitsInMemory } from './units.ts'

/** Where texts go, and what is made of them. */
export interface Room<S extends Shelf> {
  /** Texts before they are sorted. */
  readonly drafts: Units
  readonly allocate: Allocate
  /** Room for so many characters, those between the texts among them. */
  settle(characters: number): SettledRoom<S>
}

export interface SettledRoom<S extends Shelf> {
  readonly units: Units
  /** Sees each text on its way to the units: its characters and where on the shelf it begins. */
  see?(units: Uint16Array, start: number): void
  /** The shelf that the units now make up. */
  open(labels: ShelfLabels): S
  /** Finds who shares which wording. */
  link(shelf: S): SharedWording
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
  const settled = room.settle(drafts.characters + roll.given.length)
  const see = (units: Uint16Array, start: number) => settled.see?.(units, start)
  const shelf = settled.open(drafts.inOrder(roll, settled.units, see, allocate))
  return { shelf, roll, wording: settled.link(shelf) }
}

/** Room that is there wherever the program runs. */
export function roomInMemory(): Room<Shelf> {
  return {
    drafts: new UnitsInMemory(),
    allocate: plainMemory,
    settle: (characters) => {
      const units = new UnitsInMemory(new Uint16Array(characters))
      return {
        units,
        open: (labels) => shelfOf(labels, units.all()),
        link: ({ starts }) => linkInMemory(units.all(), starts, plainMemory),
      }
    },
  }
}
