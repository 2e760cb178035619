import type { ShelfLabels } from './shelf.ts'

/** Folded characters of a phrase, about: a text has as many places for one as it is long in these. */
const PHRASE = 25

/** How seldom texts that know nothing of each other have phrases in the same order, in bits: one for each halving. */
export class Chance {
  /** Of standing at a given place of a text. */
  readonly ofPlace: number
  /** Of standing at a given place in each of two texts, of all the places there are. */
  readonly ofAnyPlaces: number
  private readonly texts: number

  constructor({ starts }: ShelfLabels) {
    this.texts = starts.length - 1
    this.ofPlace = Math.log2(Math.max(1, (starts[this.texts] as number) / this.texts / PHRASE))
    this.ofAnyPlaces = 2 * (this.ofPlace + Math.log2(this.texts))
  }

  /** Of a phrase that so many texts have standing at a given place. */
  ofPhrase(users: number): number {
    const timesInEach = -Math.log(1 - users / (this.texts + 1))
    return Math.max(0, this.ofPlace - Math.log2(timesInEach))
  }

  /** Of going on like one other text, where of the texts that have a phrase only so few go on so; this one not counted. */
  ofGoingOn(users: number, goOn: number): number {
    return users > goOn ? Math.log2((users - 1) / Math.max(1, goOn - 1)) : 0
  }
}
