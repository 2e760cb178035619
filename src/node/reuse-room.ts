import { Fingerprinting } from '../text/reuse/fingerprints.ts'
import type { Allocate } from '../text/reuse/growing.ts'
import { linkInMemory } from '../text/reuse/linking-in-memory.ts'
import { shelfOf } from '../text/reuse/shelf.ts'
import type { Room, SettledRoom } from '../text/reuse/shelving.ts'
import { UnitsInMemory } from '../text/reuse/units.ts'
import { FingerprintsInFile } from './fingerprints-in-file.ts'
import type { Team } from './reuse-team.ts'
import { type AddressedShelf, openShelf } from './shared-shelf.ts'
import { SpillingUnits, UnitsInFile } from './units-in-file.ts'

/** More characters than these are kept in files: in memory each takes some fifteen bytes, with what is made of them. */
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
    return characters > this.most ? this.inFiles() : this.inMemory(characters)
  }

  private inMemory(characters: number): SettledRoom<AddressedShelf> {
    const units = new UnitsInMemory(new Uint16Array(shared(2 * characters)))
    return {
      units,
      open: (labels) => {
        const { whole } = shelfOf(labels, units.all(), shared)
        return openShelf({ labels, characters: { whole } })
      },
      link: ({ starts }) =>
        linkInMemory(units.all(), starts, shared, (step) => {
          this.team.share((part, parts) => ({ stage: 'step', step, part, parts }))
        }),
    }
  }

  private inFiles(): SettledRoom<AddressedShelf> {
    const units = new UnitsInFile()
    const fingerprints = new FingerprintsInFile(shared)
    const fingerprinting = new Fingerprinting()
    this.fingerprints = fingerprints
    return {
      units,
      see: (text, start) => fingerprints.add(fingerprinting.of(text, start)),
      open: (labels) => openShelf({ labels, characters: { descriptor: units.descriptor() } }),
      link: ({ starts }) => fingerprints.link(starts),
    }
  }

  /** Gives up what was needed on the way only. */
  tidy(): void {
    this.drafts.close()
    this.fingerprints?.close()
  }
}
