import type { ReuseOptions, SourceMatch } from './documents.ts'
import type { RollEntry } from './roll.ts'
import type { WrittenText } from './stretches.ts'

/** A text as it is given to be compared. */
export interface GivenText extends RollEntry, WrittenText {}

/** Texts to compare: given one after another, for there may be more than memory holds, and called by their number. */
export interface ComparedTexts {
  readonly all: Iterable<GivenText>
  /** A text once more. */
  textOf(given: number): WrittenText
  /** Whether a text is openly about another, a text of the corpus: its wording counts as quoted there. */
  studies?(given: number, other: number): boolean
}

/** All that one text has from another. */
export interface TextMatch extends Omit<SourceMatch, 'source'> {
  readonly source: number
}

/** What a text has from others. */
export interface TextReuse {
  /** The part outside passages found elsewhere, 0 to 1; quotations are left out of the reckoning. */
  readonly originality: number
  /** Largest share first. */
  readonly matches: readonly TextMatch[]
}

/** Texts of one origin, earliest first. */
export interface TextCluster {
  /** Its first source. */
  readonly id: number
  readonly sources: readonly number[]
  /** The lectures among them. */
  readonly members: readonly number[]
}

/** What comparing came to, by the numbers of the texts. */
export interface Comparison {
  readonly clusters: readonly TextCluster[]
  /** Folded characters. */
  lengthOf(given: number): number
  /** Nothing where a text has nothing from others, or is no lecture. */
  reuseIn(given: number): TextReuse | undefined
  /** The cluster that a text belongs to. */
  clusterOf(given: number): number | undefined
}

/** What compares texts: `compareTexts`, or another that comes to the same by other means (threads, files). */
export type CompareTexts = (texts: ComparedTexts, options: ReuseOptions) => Comparison
