import type { Chance } from './chance.ts'
import { isProof, strongest } from './evidence.ts'
import type { Fragment } from './fragment.ts'

/** Folded characters between two fragments of one source that may still be one passage, in whatever order it has them. */
const WIDEST_GAP = 24
/** How much more of the source a passage may span than of the text itself. */
const LOOSEST_SPAN = 1.6
const SPAN_SLACK = 100

/** The passages that fragments make up: joined, and those left out that prove nothing. */
export function passagesOf(fragments: readonly Fragment[], minPassage: number, chance: Chance): Fragment[] {
  return Array.from(bySource(fragments).values()).flatMap((ofOneSource) =>
    joined(ofOneSource, chance).filter(
      ({ here, hereEnd, evidence }) => hereEnd - here >= minPassage && isProof(evidence, minPassage, chance),
    ),
  )
}

/** Fragments or passages by the text that they come from. */
export function bySource(fragments: readonly Fragment[]): Map<number, Fragment[]> {
  const groups = new Map<number, Fragment[]>()
  for (const fragment of fragments) {
    const group = groups.get(fragment.source)
    if (group === undefined) groups.set(fragment.source, [fragment])
    else group.push(fragment)
  }
  return groups
}

function joined(fragments: readonly Fragment[], chance: Chance): Fragment[] {
  const sorted = fragments.toSorted((a, b) => a.here - b.here || b.hereEnd - a.hereEnd)
  const passages: Fragment[] = []
  for (const fragment of sorted) {
    const before = passages.at(-1)
    const whole = before && together(before, fragment, chance)
    if (whole === undefined) passages.push(fragment)
    else passages[passages.length - 1] = whole
  }
  return passages
}

/** Two fragments as one; `undefined` where they are too far apart for that. */
function together(before: Fragment, after: Fragment, chance: Chance): Fragment | undefined {
  if (after.hereEnd <= before.hereEnd) return before
  const gap = after.here - before.hereEnd
  const sourceGap = after.there - before.thereEnd
  if (gap > WIDEST_GAP) return undefined
  const there = Math.min(before.there, after.there)
  const thereEnd = Math.max(before.thereEnd, after.thereEnd)
  const length = after.hereEnd - before.here
  if (thereEnd - there > length * LOOSEST_SPAN + SPAN_SLACK) return undefined
  const inBoth = Math.min(before.thereEnd, after.thereEnd) - Math.max(before.there, after.there)
  const fresh = Math.max(0, 1 - Math.max(-gap, inBoth, 0) / (after.hereEnd - after.here))
  const isNext = gap <= 0 && sourceGap === gap
  const both = {
    own: before.evidence.own + after.evidence.own * fresh,
    order: before.evidence.order + after.evidence.order * fresh - (isNext ? 0 : chance.ofPlace),
  }
  return {
    source: before.source,
    here: before.here,
    hereEnd: after.hereEnd,
    there,
    thereEnd,
    edits: before.edits + Math.round(after.edits * fresh) + Math.max(0, gap),
    evidence: strongest([before.evidence, after.evidence, both]),
  }
}
