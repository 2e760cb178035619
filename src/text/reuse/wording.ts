import type { Chance } from './chance.ts'
import type { Evidence } from './evidence.ts'
import { FINGERPRINT } from './fingerprints.ts'
import type { Aligned } from './fragment.ts'
import type { SetPhrases } from './set-phrases.ts'
import { OWN, QUOTED, type Shelf } from './shelf.ts'
import { Templates } from './templates.ts'
import type { Users } from './users.ts'

/** Wording that so many texts have says half as much as what only two or three have. */
export const SEVERAL = 4
/** Gaps up to this between common fingerprints are common too: the seams of phrases. */
const SEAM = 8

/** What a character says, in halves of one. */
const WHOLE = 2
const HALF = 1
const NOTHING = 0

/** Weighs the wording that two texts have in common. */
export class Wording {
  private readonly shelf: Shelf
  private readonly users: Users
  private readonly phrases: SetPhrases
  private readonly chance: Chance
  private readonly templates: Templates
  private worth = new Uint8Array(1024)
  private set = new Uint8Array(1024)

  constructor(shelf: Shelf, users: Users, phrases: SetPhrases, chance: Chance) {
    this.shelf = shelf
    this.users = users
    this.phrases = phrases
    this.chance = chance
    this.templates = new Templates(shelf, users)
  }

  evidence(text: number, aligned: Aligned): Evidence {
    const { here, hereEnd, there, edits } = aligned
    const { kinds, units } = this.shelf
    const length = hereEnd - here
    if (this.worth.length < length) {
      this.worth = new Uint8Array(2 * length)
      this.set = new Uint8Array(2 * length)
    }
    const { worth, set } = this
    worth.fill(WHOLE, 0, length)
    set.fill(0, 0, length)
    const order = this.templates.has(text, aligned) ? 0 : this.discount(text, here, hereEnd)
    this.phrases.mark(units, here, hereEnd, set)
    let sum = 0
    for (let at = 0; at < length; at++) {
      // What the source itself quotes, about at the same place there, both may have from a third.
      if (set[at] === 0 && kinds[here + at] === OWN && kinds[there + at] !== QUOTED) sum += worth[at] as number
    }
    return { own: sum / WHOLE - edits, order }
  }

  /** Takes from what the characters are worth where their wording is common, and returns what its order tells. */
  private discount(text: number, here: number, hereEnd: number): number {
    const { users, chance } = this
    const { fingerprints, firstFingerprints, kinds } = this.shelf
    const from = here - FINGERPRINT
    const last = firstFingerprints[text + 1] as number
    let reached = from - SEAM - 1
    let order = 0
    let before = 0
    let seam = 0
    for (let index = users.firstFrom(text, from); index < last; index++) {
      const at = fingerprints.positions[index] as number
      if (at >= hereEnd) break
      const texts = users.of(index)
      if (texts === 0) continue
      if (!users.isCommon(index)) {
        if (texts >= SEVERAL) this.fill(HALF, at - here, at + FINGERPRINT - here, hereEnd - here)
        seam = seam === 0 ? texts : Math.min(seam, texts)
        continue
      }
      const isNext = at - reached <= SEAM
      this.fill(NOTHING, (isNext ? reached : at) - here, at + FINGERPRINT - here, hereEnd - here)
      if (at >= here && at + FINGERPRINT <= hereEnd && kinds[at] === OWN)
        order += isNext ? chance.ofGoingOn(before, Math.min(seam || texts, texts)) : chance.ofPhrase(texts)
      reached = at + FINGERPRINT
      before = texts
      seam = 0
    }
    return order
  }

  private fill(worth: number, from: number, to: number, length: number): void {
    for (let at = Math.max(0, from); at < Math.min(to, length); at++) {
      if ((this.worth[at] as number) > worth) this.worth[at] = worth
    }
  }
}
