import { FINGERPRINT } from './fingerprints.ts'
import type { Aligned } from './fragment.ts'
import type { Prints, TextPrints } from './prints.ts'
import { lengthOf, type ShelfLabels } from './shelf.ts'

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
  private readonly shelf: ShelfLabels
  private readonly prints: Prints

  constructor(shelf: ShelfLabels, prints: Prints) {
    this.shelf = shelf
    this.prints = prints
  }

  /** Whether a stretch of a text is a template or a piece of one. */
  has(text: number, aligned: Aligned): boolean {
    const length = aligned.hereEnd - aligned.here
    if (length < SHORTEST_TEMPLATE) return false
    return (length >= TEMPLATE && aligned.edits * FEWEST_BETWEEN_EDITS <= length) || this.isPiece(text, aligned)
  }

  /** Whether the source goes on in wording that is as widely used, further than any phrase does. */
  private isPiece(text: number, { source, here, hereEnd, there }: Aligned): boolean {
    const users = usersIn(this.prints.of(text), here, hereEnd)
    if (users === 0) return false
    const prints = this.prints.of(source)
    const isAsWidelyUsed = (index: number) => prints.isCommon(index) && prints.users(index) >= users * AS_WIDELY
    let from = prints.firstFrom(there + (hereEnd - here) / 2)
    let to = from
    while (from > 0 && isAsWidelyUsed(from - 1)) from -= 1
    while (to < prints.count && isAsWidelyUsed(to)) to += 1
    if (to === from) return false
    const extent = (prints.positions[to - 1] as number) + FINGERPRINT - (prints.positions[from] as number)
    return extent >= this.templateFrom(source)
  }

  private templateFrom(text: number): number {
    return Math.min(TEMPLATE, Math.max(SHORTEST_TEMPLATE, lengthOf(this.shelf, text) / 2))
  }
}

/** How many texts use the common wording of a stretch, by its median; 0 where the stretch is not mostly common. */
function usersIn(prints: TextPrints, here: number, hereEnd: number): number {
  const common: number[] = []
  let all = 0
  for (let index = prints.firstFrom(here); index < prints.count; index++) {
    if ((prints.positions[index] as number) + FINGERPRINT > hereEnd) break
    all += 1
    if (prints.isCommon(index)) common.push(prints.users(index))
  }
  if (common.length < all * MOSTLY) return 0
  return common.sort((a, b) => a - b)[common.length >> 1] ?? 0
}
