import type { PlainDate } from '../../calendar/plain-date.ts'
import type { Place } from '../../source/place.ts'
import type { Problem } from '../../source/problem.ts'

/** What the comparison of lectures came to: the views of `taizhang lectures` are functions of it. */
export interface LecturesReport {
  readonly schemaVersion: 1
  /** Lectures after this day were not looked at. */
  readonly asOf: PlainDate
  /** By branch, then by record; those that have a script to compare. */
  readonly lectures: readonly ComparedLecture[]
  readonly clusters: readonly LectureCluster[]
  readonly leftOut: readonly LeftOutLecture[]
  /** What reading the ledgers ran into and lost by it. */
  readonly problems: readonly Problem[]
  readonly minPassage: number
}

/** A lecture as reports point at it. */
export interface LecturePlace {
  readonly branch: string
  /** With the id behind it where several branches go by one name. */
  readonly branchName: string
  readonly record: string
  readonly date: PlainDate | null
  readonly title: string | null
  /** Where its script begins, or where it is recorded when it has none. */
  readonly at: Place
}

/** Where a passage comes from: a lecture, or a text of the corpus. */
export type LectureSource = LecturePlace | { readonly corpus: string }

export interface ComparedLecture extends LecturePlace {
  readonly lecturers: readonly string[]
  /** Folded characters. */
  readonly length: number
  /** UTF-16 units of the script as written. */
  readonly extent: number
  /** 0 to 1. */
  readonly originality: number
  readonly matches: readonly LectureMatch[]
  readonly cluster: string | null
}

export interface LectureMatch {
  readonly with: LectureSource
  /** Whether the source is the earlier one, so far as dates tell. */
  readonly order: 'earlier' | 'same-day' | 'undated'
  readonly share: number
  readonly passages: readonly LecturePassage[]
}

export interface LecturePassage {
  readonly text: string
  readonly here: Offsets
  readonly there: Offsets
  /** What stands in the source. */
  readonly thereText: string
  /** Where either side begins. */
  readonly hereAt: Place
  readonly thereAt: Place
}

/** UTF-16 units of a text as written; `end` exclusive. */
export interface Offsets {
  readonly start: number
  readonly end: number
}

export interface LectureCluster {
  readonly id: string
  /** The earliest. */
  readonly source: LectureSource
  /** Those that bear the same date as it, so that none is known to be the first. */
  readonly sameDate: readonly LectureSource[]
  /** By date. */
  readonly members: readonly LecturePlace[]
}

/** A lecture that could not be compared, and why. */
export interface LeftOutLecture extends LecturePlace {
  readonly reason: string
}

export function isCorpus(source: LectureSource): source is { readonly corpus: string } {
  return 'corpus' in source
}
