import { FingerprintsInMemory } from '../text/reuse/fingerprint-heap.ts'
import type { Allocate } from '../text/reuse/growing.ts'
import { shelfOf } from '../text/reuse/shelf.ts'
import type { Room, SettledRoom } from '../text/reuse/shelving.ts'
import { UnitsInMemory } from '../text/reuse/units.ts'
import { FingerprintsInFile } from './fingerprints-in-file.ts'
import type { Team } from './reuse-team.ts'
import { type AddressedShelf, openShelf } from './shared-shelf.ts'
import { SpillingUnits, UnitsInFile } from './units-in-file.ts'

/** More characters than these are kept in files: in memory each takes some ten bytes, with what is made of them. */
const MOST_IN_MEMORY = 40_000_000

const shared: Allocate = (bytes) => new SharedArrayBuffer(bytes)

/**
 * Room in memory that threads share, and in files for more characters than `most`: not fewer than what is looked at
 * closely (`close-look.ts`), for that is done in memory.
 */
export class ReuseRoom implements Room<AddressedShelf> {
  readonly allocate = shared
  readonly drafts: SpillingUnits
  private readonly team: Team
  private readonly othersFor: (characters: number) => number
  private readonly most: number
  private fingerprints: FingerprintsInFile | undefined

  /** @param othersFor how many threads of the team beside this one so many characters are worth */
  constructor(team: Team, othersFor: (characters: number) => number, most = MOST_IN_MEMORY) {
    this.team = team
    this.othersFor = othersFor
    this.most = most
    this.drafts = new SpillingUnits(most)
  }

  settle(characters: number): SettledRoom<AddressedShelf> {
    this.team.gather(this.othersFor(characters))
    if (characters <= this.most) {
      const units = new UnitsInMemory()
      return {
        units,
        fingerprints: new FingerprintsInMemory(shared, (task) => {
          this.team.share((part, parts) => ({ stage: 'link', task, part, parts }))
        }),
        open: (labels) => {
          const { whole } = shelfOf(labels, inShared(units.all()), shared)
          return openShelf({ labels, characters: { whole } })
        },
      }
    }
    const units = new UnitsInFile()
    this.fingerprints = new FingerprintsInFile(shared)
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
