import { COMMON, type Holders } from './holders.ts'
import type { Shelf } from './shelf.ts'

/** Tells how many texts have a fingerprint. */
export class Users {
  private readonly shelf: Shelf
  private readonly holders: Holders

  constructor(shelf: Shelf, holders: Holders) {
    this.shelf = shelf
    this.holders = holders
  }

  /** 0 for a fingerprint that no earlier text has and that is not common. */
  of(fingerprint: number): number {
    const link = this.holders.links[fingerprint] as number
    return link === 0 ? 0 : (this.holders.records[link >= COMMON ? link - COMMON : link] as number)
  }

  isCommon(fingerprint: number): boolean {
    return (this.holders.links[fingerprint] as number) >= COMMON
  }

  /** The first fingerprint of a text at or behind a position. */
  firstFrom(text: number, position: number): number {
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
