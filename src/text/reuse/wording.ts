import { FINGERPRINT } from './fingerprints.ts'
import type { Fragment } from './fragments.ts'
import { COMMON, type Holders } from './holders.ts'
import type { SetPhrases } from './set-phrases.ts'
import { OWN, type Shelf } from './shelf.ts'

/** A stretch of common wording that hangs together for so long is a template, not a set phrase. Folded characters. */
export const TEMPLATE = 150
/** In a short text half of it is one, from this on. */
const SHORTEST_TEMPLATE = 60
/** Of a template, at most one character in so many is changed; more, and it is set phrases that happen to follow each other. */
const FEWEST_BETWEEN_EDITS = 6
/** Wording that so many texts have says half as much as what only two or three have. */
export const SEVERAL = 4
/** A piece of a template: so much of it is common, and as widely used as what surrounds it in the source, within this factor. */
const MOSTLY = 0.7
const AS_WIDELY = 0.5
/** Gaps up to this between common fingerprints are common too: the seams of phrases. */
const SEAM = 8

/** The order of common phrases that tells so many bits weighs as much as one character of a text's own. */
const BITS_A_CHARACTER = 1

/** What a character says, in halves of one. */
const WHOLE = 2
const HALF = 1
const NOTHING = 0

/** A stretch of a text and where it stands in a source. */
export type Aligned = Omit<Fragment, 'weight' | 'thereEnd'>

/** How much of a stretch says something of its own: neither quoted, nor a set phrase, nor in wide use. */
export class Wording {
  private readonly shelf: Shelf
  private readonly holders: Holders
  private readonly phrases: SetPhrases
  private worth = new Uint8Array(1024)
  private set = new Uint8Array(1024)

  constructor(shelf: Shelf, holders: Holders, phrases: SetPhrases) {
    this.shelf = shelf
    this.holders = holders
    this.phrases = phrases
  }

  /** Characters of a stretch of a text that say something of their own, less the edits. */
  weight(text: number, aligned: Aligned): number {
    const { here, hereEnd, edits } = aligned
    const { kinds, units } = this.shelf
    const length = hereEnd - here
    if (this.worth.length < length) {
      this.worth = new Uint8Array(2 * length)
      this.set = new Uint8Array(2 * length)
    }
    const { worth, set } = this
    worth.fill(WHOLE, 0, length)
    set.fill(0, 0, length)
    const order = this.isTemplate(text, aligned) ? 0 : this.discount(text, here, hereEnd)
    this.phrases.mark(units, here, hereEnd, set)
    let sum = 0
    for (let at = 0; at < length; at++) {
      if (set[at] === 0 && kinds[here + at] === OWN) sum += worth[at] as number
    }
    return sum / WHOLE + order / BITS_A_CHARACTER - edits
  }

  private isTemplate(text: number, { source, here, hereEnd, there, edits }: Aligned): boolean {
    const { starts } = this.shelf
    const length = hereEnd - here
    const whole = (starts[text + 1] as number) - 1 - (starts[text] as number)
    if (length < SHORTEST_TEMPLATE) return false
    return edits * FEWEST_BETWEEN_EDITS <= length && length >= templateFrom(whole)
      ? true
      : this.isOfTemplate(text, here, hereEnd, source, there)
  }

  /** Whether the source goes on in wording that is as widely used, further than any phrase does. */
  private isOfTemplate(text: number, here: number, hereEnd: number, source: number, there: number): boolean {
    const { firstFingerprints, fingerprints } = this.shelf
    const last = firstFingerprints[text + 1] as number
    let least = Number.POSITIVE_INFINITY
    let common = 0
    let all = 0
    for (let index = this.firstFrom(text, here); index < last; index++) {
      if ((fingerprints.positions[index] as number) + FINGERPRINT > hereEnd) break
      const users = this.users(index)
      all += 1
      if (users === 0) continue
      common += 1
      if (users < least) least = users
    }
    if (common < all * MOSTLY) return false
    const middle = this.firstFrom(source, there + (hereEnd - here) / 2)
    let from = middle
    let to = middle
    while (from > (firstFingerprints[source] as number) && this.users(from - 1) >= least * AS_WIDELY) from -= 1
    while (to < (firstFingerprints[source + 1] as number) && this.users(to) >= least * AS_WIDELY) to += 1
    if (to === from) return false
    return (
      (fingerprints.positions[to - 1] as number) + FINGERPRINT - (fingerprints.positions[from] as number) >= TEMPLATE
    )
  }

  /** How many texts have a fingerprint that is common; 0 for one that is not. */
  private users(index: number): number {
    const link = this.holders.links[index] as number
    return link < COMMON ? 0 : (this.holders.records[link - COMMON] as number)
  }

  /**
   * Takes from what the characters are worth where their wording is common, and returns what the order of common
   * wording tells, in bits: where phrases follow each other that seldom do, fewer texts have the seam than the phrases.
   */
  private discount(text: number, here: number, hereEnd: number): number {
    const { fingerprints, kinds } = this.shelf
    const { positions } = fingerprints
    const { links, records } = this.holders
    const from = here - FINGERPRINT
    const last = this.shelf.firstFingerprints[text + 1] as number
    let reached = from - SEAM - 1
    let bits = 0
    let users = 0
    let seam = 0
    for (let index = this.firstFrom(text, from); index < last; index++) {
      const at = positions[index] as number
      if (at >= hereEnd) break
      const link = links[index] as number
      if (link === 0) continue
      const texts = records[link >= COMMON ? link - COMMON : link] as number
      if (link < COMMON) {
        if (texts >= SEVERAL) this.fill(HALF, at - here, at + FINGERPRINT - here, hereEnd - here)
        seam = seam === 0 ? texts : Math.min(seam, texts)
        continue
      }
      const isNext = at - reached <= SEAM
      this.fill(NOTHING, (isNext ? reached : at) - here, at + FINGERPRINT - here, hereEnd - here)
      if (isNext && at >= here && at + FINGERPRINT <= hereEnd && kinds[at] === OWN)
        bits += surprise(users, Math.min(seam || texts, texts))
      reached = at + FINGERPRINT
      users = texts
      seam = 0
    }
    return bits
  }

  private fill(worth: number, from: number, to: number, length: number): void {
    for (let at = Math.max(0, from); at < Math.min(to, length); at++) {
      if ((this.worth[at] as number) > worth) this.worth[at] = worth
    }
  }

  /** The first fingerprint of a text at or behind a position. */
  private firstFrom(text: number, position: number): number {
    const { fingerprints, firstFingerprints } = this.shelf
    let low = firstFingerprints[text] as number
    let high = firstFingerprints[text + 1] as number
    while (low < high) {
      const middle = (low + high) >>> 1
      if ((fingerprints.positions[middle] as number) < position) low = middle + 1
      else high = middle
    }
    return low
  }
}

function templateFrom(length: number): number {
  return Math.min(TEMPLATE, Math.max(SHORTEST_TEMPLATE, length / 2))
}

/** How surprising it is, in bits, that of so many texts only so few go on like this one, which is not counted. */
function surprise(users: number, goOn: number): number {
  return users > goOn ? Math.log2((users - 1) / Math.max(1, goOn - 1)) : 0
}
