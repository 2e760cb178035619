/** A stretch of a text as written: UTF-16 units, `end` exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A text to be compared with the others. */
export interface ReuseDocument {
  readonly id: string
  readonly text: string
  /**
   * Only lectures are examined. The corpus is where they may come from; what is `issued` was handed out for all to use,
   * and its wording counts as quoted wherever it stands.
   */
  readonly role: 'lecture' | 'corpus' | 'issued'
  /** Whose text it is (a branch): its own earlier texts are told apart from those of others. */
  readonly group: string
  /** `YYYY-MM-DD`; what has no date counts as later than what has one. */
  readonly date?: string | undefined
  /**
   * Texts of several groups with a label in common are given together (a joint lecture, a tour): neither is held against
   * the other. Nor are texts of one group and one day, which are one lecture given in sittings.
   */
  readonly kin?: readonly string[] | undefined
  /** Ids of corpus texts that this one is openly about: their wording counts as quoted here. */
  readonly studies?: readonly string[] | undefined
  /** Stretches to read over, such as names and dates in minutes. */
  readonly ignore?: readonly Span[] | undefined
}

export interface ReuseOptions {
  /** The fewest folded characters that a passage must have. */
  readonly minPassage: number
  /** Wording that anyone may use. */
  readonly setPhrases: readonly string[]
}

/** A stretch of one text that stands, more or less, in another. */
export interface Passage {
  readonly here: Span
  readonly there: Span
  /** Folded characters that had to be changed, put in or left out between the two, in the length of `here`. */
  readonly edits: number
}

/** Whether the source is known to be the earlier one. */
export type SourceOrder = 'earlier' | 'same-day' | 'undated'

/** All that one text has from another, in the order of the text. */
export interface SourceMatch {
  readonly source: string
  readonly relation: 'corpus' | 'issued' | 'own' | 'other'
  readonly order: SourceOrder
  /** Of the text's own characters (quotations apart), the part that stands in this source. */
  readonly share: number
  readonly passages: readonly Passage[]
}

/** What was found of one lecture. */
export interface LectureReuse {
  readonly id: string
  /** Folded characters. */
  readonly length: number
  /** The part outside passages found elsewhere, 0 to 1; quotations are left out of the reckoning. */
  readonly originality: number
  /** Largest share first. */
  readonly matches: readonly SourceMatch[]
  /** The id of the cluster it belongs to. */
  readonly cluster: string | null
}

/** Lectures of one origin. */
export interface ReuseCluster {
  /** The id of its first source. */
  readonly id: string
  /** The earliest texts: several where they bear one date, a corpus text where the corpus has it. */
  readonly sources: readonly string[]
  /** Ids of the lectures, in order of date, the sources among them. */
  readonly members: readonly string[]
}

export interface ReuseResult {
  /** One for each lecture, in the order given. */
  readonly lectures: readonly LectureReuse[]
  readonly clusters: readonly ReuseCluster[]
}
