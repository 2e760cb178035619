import type { Chance } from './chance.ts'
import type { Evidence } from './evidence.ts'
import { FINGERPRINT } from './fingerprints.ts'
import type { Aligned } from './fragment.ts'
import type { Prints } from './prints.ts'
import type { SetPhrases } from './set-phrases.ts'
import type { Shelf } from './shelf.ts'
import { OWN, QUOTED } from './stretches.ts'
import { Templates } from './templates.ts'

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
  private readonly prints: Prints
  private readonly phrases: SetPhrases
  private readonly chance: Chance
  private readonly templates: Templates
  private worth = new Uint8Array(1024)
  private set = new Uint8Array(1024)

  constructor(shelf: Shelf, prints: Prints, phrases: SetPhrases, chance: Chance) {
    this.shelf = shelf
    this.prints = prints
    this.phrases = phrases
    this.chance = chance
    this.templates = new Templates(shelf, prints)
  }

  evidence(text: number, aligned: Aligned): Evidence {
    const { source, here, hereEnd, there, thereEnd, edits } = aligned
    const mine = this.shelf.open(text)
    const its = this.shelf.open(source)
    const length = hereEnd - here
    if (this.worth.length < length) {
      this.worth = new Uint8Array(2 * length)
      this.set = new Uint8Array(2 * length)
    }
    const { worth, set } = this
    worth.fill(WHOLE, 0, length)
    set.fill(0, 0, length)
    const order = this.templates.has(text, aligned) ? 0 : this.discount(text, aligned)
    this.phrases.mark(mine.units, here - mine.base, hereEnd - mine.base, set)
    let sum = 0
    for (let at = 0; at < length; at++) {
      if (set[at] !== 0 || mine.kinds[here + at - mine.base] !== OWN) continue
      // What the source itself quotes, about at the same place there, both may have from a third.
      const isQuotedThere = there + at < thereEnd && its.kinds[there + at - its.base] === QUOTED
      if (!isQuotedThere) sum += worth[at] as number
    }
    return { own: sum / WHOLE - edits, order }
  }

  /** Takes from what the characters are worth where their wording is common, and returns what its order tells. */
  private discount(text: number, { here, hereEnd }: Aligned): number {
    const { chance } = this
    const { kinds, base } = this.shelf.open(text)
    const prints = this.prints.of(text)
    const from = here - FINGERPRINT
    let reached = from - SEAM - 1
    let order = 0
    let before = 0
    let seam = 0
    for (let index = prints.firstFrom(from); index < prints.count; index++) {
      const at = prints.positions[index] as number
      if (at >= hereEnd) break
      const texts = prints.users(index)
      if (texts === 0) continue
      if (!prints.isCommon(index)) {
        if (texts >= SEVERAL) this.fill(HALF, at - here, at + FINGERPRINT - here, hereEnd - here)
        seam = seam === 0 ? texts : Math.min(seam, texts)
        continue
      }
      const isNext = at - reached <= SEAM
      this.fill(NOTHING, (isNext ? reached : at) - here, at + FINGERPRINT - here, hereEnd - here)
      if (at >= here && at + FINGERPRINT <= hereEnd && kinds[at - base] === OWN)
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
