import { hasCome, type SomeDay } from '../calendar/judging-day.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Place } from '../source/place.ts'
import type { LedgerRecord } from './schema.ts'

/** A commit to version control that touched ledgers. */
export interface Commit {
  readonly id: string
  /** The day on which it was written or committed, whichever is the earlier: rebasing moves only the second. */
  readonly day: PlainDate
  /** Weeks that the dates of the records that it brought in fall into, over all ledgers. */
  readonly weeks: number
  /** Ledgers in which it changed what stood there already. */
  readonly changedFiles: number
}

/** Lines, both inclusive, that have the same history. What nobody knows is absent. */
export interface LineSpan {
  readonly from: number
  readonly to: number
  /** The commit that first brought in what stands there, in whatever wording. */
  readonly first?: Commit
  /** The last commit that put other words there. */
  readonly changed?: Commit
}

/** What version control knows of a file's lines, in their order. */
export type FileHistory = readonly LineSpan[]

/** By file. */
export type LedgerHistory = ReadonlyMap<string, FileHistory>

/** What version control knows of a record. */
export interface RecordHistory {
  readonly first?: Commit
  readonly changed?: Commit
}

/** Commits after the day of judging are not known on it. */
export function recordHistory(record: LedgerRecord, history: LedgerHistory | undefined, asOf: SomeDay): RecordHistory {
  const spans = history?.get(record.at.file)
  if (spans === undefined) return {}
  const lines = [...statedLines(record)].map((line) => spans.find(({ from, to }) => from <= line && line <= to))
  const firsts = lines.map((span) => span?.first)
  const known = firsts.filter((commit) => commit !== undefined)
  const first = known.length < firsts.length ? undefined : inOrder(known, asOf)[0]
  const changed = inOrder(
    lines.flatMap((span) => span?.changed ?? []),
    asOf,
  ).at(-1)
  return { ...(first !== undefined && { first }), ...(changed !== undefined && { changed }) }
}

function inOrder(commits: readonly Commit[], asOf: SomeDay): Commit[] {
  const known = commits.filter(({ day }) => hasCome(day, asOf))
  return known.sort((a, b) => (a.day === b.day ? 0 : a.day < b.day ? -1 : 1))
}

/** The lines of what a record says of the meeting itself; results, attachments and notes are added later by right. */
function statedLines(record: LedgerRecord): Set<number> {
  const { at, kinds, date, time, place, title, chair, recorder, lecturer, attendance, agenda, minutes } = record
  const lines = new Set([at.line])
  const stated = [kinds, date, time, place, title, chair, recorder, lecturer, attendance, agenda, minutes]
  for (const value of stated) collectLines(value, at.file, lines)
  return lines
}

function collectLines(value: unknown, file: string, lines: Set<number>): void {
  if (typeof value !== 'object' || value === null) return
  const { at, value: text } = value as { readonly at?: Place; readonly value?: unknown }
  if (at?.file === file && typeof at.line === 'number') {
    const count = typeof text === 'string' ? text.trimEnd().split('\n').length : 1
    for (let line = at.line; line < at.line + count; line += 1) lines.add(line)
  }
  for (const part of Object.values(value)) collectLines(part, file, lines)
}
