import type { Fragment } from './fragment.ts'
import { bySource } from './passages.ts'

/** The part of a passage that must be new for it to be told beside those of better sources. */
const LEAST_NEW = 0.3
/** A source that holds so much of what the best one holds is preferred where it is the earlier one. */
const NEARLY_AS_MUCH = 0.9

/** What a text has from one source. */
export interface Attribution {
  readonly source: number
  readonly passages: readonly Fragment[]
}

/**
 * Names a source for every stretch that stands elsewhere: of the sources that explain most, the earliest; then what
 * explains most of the rest, and so on.
 *
 * @param covered receives 1 for each character of the text that a passage covers; `begin` is the text's first
 */
export function attribute(passages: readonly Fragment[], begin: number, covered: Uint8Array): Attribution[] {
  const sources = Array.from(bySource(passages), ([source, ofSource]) => ({
    source,
    passages: ofSource,
    covers: coverage(ofSource),
  }))
  const most = sources.reduce((best, { covers }) => Math.max(best, covers), 0)
  const isBest = ({ covers }: { covers: number }) => covers >= most * NEARLY_AS_MUCH
  const best = sources.filter(isBest).sort((a, b) => a.source - b.source)
  const rest = sources.filter((source) => !isBest(source)).sort((a, b) => b.covers - a.covers || a.source - b.source)
  return [...best, ...rest].flatMap(({ source, passages: ofSource }) => {
    const adding = ofSource.filter((passage) => cover(covered, begin, passage))
    return adding.length === 0 ? [] : [{ source, passages: adding }]
  })
}

/** Characters that the passages of one source cover; they do not overlap. */
export function coverage(passages: readonly Fragment[]): number {
  let covers = 0
  let reached = -1
  for (const { here, hereEnd } of passages.toSorted((a, b) => a.here - b.here)) {
    covers += Math.max(0, hereEnd - Math.max(here, reached))
    reached = Math.max(reached, hereEnd)
  }
  return covers
}

function cover(covered: Uint8Array, begin: number, { here, hereEnd }: Fragment): boolean {
  const stretch = covered.subarray(here - begin, hereEnd - begin)
  let fresh = 0
  for (const mark of stretch) if (mark === 0) fresh += 1
  if (fresh < stretch.length * LEAST_NEW) return false
  stretch.fill(1)
  return true
}
