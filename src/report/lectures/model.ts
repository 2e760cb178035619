import type { PlainDate } from '../../calendar/plain-date.ts'

/** What the comparison of lectures came to: the views of `taizhang lectures` are functions of it. */
export interface LecturesReport {
  readonly schemaVersion: 1
  /** By branch, then by record; those that have a script to compare. */
  readonly lectures: readonly ComparedLecture[]
  readonly clusters: readonly LectureCluster[]
  /** Lectures that could not be compared: `2026-04-05 党课` of which branch, and why. */
  readonly leftOut: readonly { readonly branchName: string; readonly record: string; readonly reason: string }[]
  readonly minPassage: number
}

/** A lecture as reports point at it. */
export interface LecturePlace {
  readonly branch: string
  readonly branchName: string
  readonly record: string
  readonly file: string
  readonly line: number
}

/** Where a passage comes from: a lecture, or a text of the corpus. */
export type LectureSource = (LecturePlace & { readonly date: PlainDate | null }) | { readonly corpus: string }

export interface ComparedLecture extends LecturePlace {
  readonly date: PlainDate | null
  readonly title: string | null
  readonly lecturers: readonly string[]
  /** Folded characters. */
  readonly length: number
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
}

/** UTF-16 units of a text as written; `end` exclusive. */
export interface Offsets {
  readonly start: number
  readonly end: number
}

export interface LectureCluster {
  readonly id: string
  /** The earliest: several where they bear one date. */
  readonly sources: readonly LectureSource[]
  readonly members: readonly (LecturePlace & { readonly date: PlainDate | null })[]
}

export function isCorpus(source: LectureSource): source is { readonly corpus: string } {
  return 'corpus' in source
}
