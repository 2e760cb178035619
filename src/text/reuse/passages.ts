import type { Fragment } from './fragments.ts'

/** Folded characters between two fragments of one source that may still be one passage. */
const WIDEST_GAP = 60
/** Fragments that stand so close in the text are one passage even where the source has them in another order. */
const WIDEST_SEAM = 24
/** How much more of the source a passage may span than of the text itself. */
const LOOSEST_SPAN = 1.6
const SPAN_SLACK = 100
/** Of the fewest characters that a passage must have, the part that must say something of its own. */
const LEAST_OWN = 0.6
/** Few texts do not show which wording is common, so more is asked for: all of it of two, and less with each other one. */
const TEXTS_THAT_SHOW_ALL = 60

/** What a stretch must come to, to be told. Folded characters. */
export interface Evidence {
  readonly length: number
  readonly weight: number
}

export function leastEvidence(minPassage: number, texts: number): Evidence {
  return { length: minPassage, weight: minPassage * Math.max(LEAST_OWN, 1 - texts / TEXTS_THAT_SHOW_ALL) }
}

/** The passages that fragments make up: joined, and those left out that prove nothing. */
export function passagesOf(fragments: readonly Fragment[], least: Evidence): Fragment[] {
  const passages: Fragment[] = []
  for (const ofOneSource of bySource(fragments).values()) {
    passages.push(...joined(ofOneSource).filter((passage) => isEvidence(passage, least)))
  }
  return passages
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

function isEvidence({ here, hereEnd, weight }: Fragment, least: Evidence): boolean {
  return hereEnd - here >= least.length && weight >= least.weight
}

function joined(fragments: readonly Fragment[]): Fragment[] {
  const sorted = fragments.toSorted((a, b) => a.here - b.here || b.hereEnd - a.hereEnd)
  const passages: Fragment[] = []
  for (const fragment of sorted) {
    const before = passages.at(-1)
    const whole = before && together(before, fragment)
    if (whole === undefined) passages.push(fragment)
    else passages[passages.length - 1] = whole
  }
  return passages
}

/** Two fragments as one; `undefined` where they are too far apart for that. */
function together(before: Fragment, after: Fragment): Fragment | undefined {
  if (after.hereEnd <= before.hereEnd) return before
  const gap = after.here - before.hereEnd
  const sourceGap = after.there - before.thereEnd
  const inOrder = sourceGap >= -WIDEST_SEAM
  if (gap > (inOrder ? WIDEST_GAP : WIDEST_SEAM)) return undefined
  if (inOrder && sourceGap > WIDEST_GAP + Math.max(gap, 0)) {
    if (gap > WIDEST_SEAM) return undefined
  }
  const there = Math.min(before.there, after.there)
  const thereEnd = Math.max(before.thereEnd, after.thereEnd)
  const length = after.hereEnd - before.here
  if (thereEnd - there > length * LOOSEST_SPAN + SPAN_SLACK) return undefined
  const overlap = Math.max(0, -gap)
  const part = 1 - overlap / (after.hereEnd - after.here)
  const apart = Math.max(0, gap) + Math.abs(sourceGap - gap)
  return {
    source: before.source,
    here: before.here,
    hereEnd: after.hereEnd,
    there,
    thereEnd,
    edits: before.edits + Math.round(after.edits * part) + Math.max(0, gap),
    weight: Math.max(before.weight, after.weight, before.weight + after.weight * part - apart),
  }
}
