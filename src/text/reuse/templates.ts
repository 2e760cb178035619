import { FINGERPRINT } from './fingerprints.ts'
import type { Aligned } from './fragment.ts'
import type { Shelf } from './shelf.ts'
import type { Users } from './users.ts'

/** A stretch of common wording that hangs together for so long is a template, not a set phrase. Folded characters. */
const TEMPLATE = 150
/** In a short text half of it is one, from this on. */
const SHORTEST_TEMPLATE = 60
/** Of a template, at most one character in so many is changed; more, and it is set phrases that happen to follow each other. */
const FEWEST_BETWEEN_EDITS = 6
/** A piece of a template: so much of it is common, and as widely used as what surrounds it in the source, within this factor. */
const MOSTLY = 0.7
const AS_WIDELY = 0.5

/** Tells templates, which many texts have because they were copied, from set phrases. */
export class Templates {
  private readonly shelf: Shelf
  private readonly users: Users

  constructor(shelf: Shelf, users: Users) {
    this.shelf = shelf
    this.users = users
  }

  /** Whether a stretch of a text is a template or a piece of one. */
  has(text: number, aligned: Aligned): boolean {
    const length = aligned.hereEnd - aligned.here
    if (length < SHORTEST_TEMPLATE) return false
    return (length >= TEMPLATE && aligned.edits * FEWEST_BETWEEN_EDITS <= length) || this.isPiece(text, aligned)
  }

  /** Whether the source goes on in wording that is as widely used, further than any phrase does. */
  private isPiece(text: number, { source, here, hereEnd, there }: Aligned): boolean {
    const { firstFingerprints, fingerprints } = this.shelf
    const users = this.usersIn(text, here, hereEnd)
    if (users === 0) return false
    const isAsWidelyUsed = (index: number) => this.users.isCommon(index) && this.users.of(index) >= users * AS_WIDELY
    let from = this.users.firstFrom(source, there + (hereEnd - here) / 2)
    let to = from
    while (from > (firstFingerprints[source] as number) && isAsWidelyUsed(from - 1)) from -= 1
    while (to < (firstFingerprints[source + 1] as number) && isAsWidelyUsed(to)) to += 1
    if (to === from) return false
    const extent = (fingerprints.positions[to - 1] as number) + FINGERPRINT - (fingerprints.positions[from] as number)
    return extent >= this.templateFrom(source)
  }

  /** How many texts use the common wording of a stretch, by its median; 0 where the stretch is not mostly common. */
  private usersIn(text: number, here: number, hereEnd: number): number {
    const { firstFingerprints, fingerprints } = this.shelf
    const last = firstFingerprints[text + 1] as number
    const common: number[] = []
    let all = 0
    for (let index = this.users.firstFrom(text, here); index < last; index++) {
      if ((fingerprints.positions[index] as number) + FINGERPRINT > hereEnd) break
      all += 1
      if (this.users.isCommon(index)) common.push(this.users.of(index))
    }
    if (common.length < all * MOSTLY) return 0
    return common.sort((a, b) => a - b)[common.length >> 1] ?? 0
  }

  private templateFrom(text: number): number {
    const { starts } = this.shelf
    const length = (starts[text + 1] as number) - 1 - (starts[text] as number)
    return Math.min(TEMPLATE, Math.max(SHORTEST_TEMPLATE, length / 2))
  }
}
