import type { PlainDate } from '../calendar/plain-date.ts'
import type { Commit } from '../ledger/history.ts'

/** One passage that a commit replaced: `-U0`, so that it holds nothing else. Lines count from 1. */
export interface Hunk {
  readonly oldStart: number
  readonly newStart: number
  readonly removed: string[]
  readonly added: string[]
}

/** What a commit did to one file, by the ids of its content before and after. */
export interface FileChange {
  readonly before: string
  readonly after: string
  readonly hunks: Hunk[]
}

export interface CommitChange {
  readonly id: string
  readonly day: PlainDate
  /** Without parents, or cut off from them in a shallow clone: nobody knows since when its lines are there. */
  readonly isRoot: boolean
  readonly files: FileChange[]
}

/** What is known of a line; `undefined` where nothing is. */
export type Line =
  | {
      readonly first?: Commit | undefined
      readonly changed?: Commit | undefined
      /** What it said before it was changed, so that taking a change back makes it undone. */
      readonly before?: { readonly said: string; readonly line: Line } | undefined
    }
  | undefined

const NOTHING = /^0+$/
/** A commit that touches this share of the lines that are known is a new layout, not a change of what they say. */
const REWRITTEN = 0.8

/**
 * Follows lines through the commits of a history, parents before children. Content stands for itself wherever it turns
 * up, so that side branches and renames need no care; what can't be followed is unknown, never late.
 */
export class LineHistory {
  private readonly byContent = new Map<string, readonly Line[]>()

  add(change: CommitChange): void {
    const removed = removedLines(change.files, (content) => this.linesOf(content))
    const commit: Mutable<Commit> = { id: change.id, day: change.day, weeks: 0, changedFiles: 0 }
    const weeks = new Set<number>()
    for (const file of change.files) {
      if (this.byContent.has(file.after)) continue
      const before = this.linesOf(file.before)
      const isNews = !isRewritten(file, before)
      const lines = follow(before, file.hunks, {
        moved: removed,
        fresh: (text) => {
          for (const week of weeksIn(text)) weeks.add(week)
          return change.isRoot ? undefined : { first: commit }
        },
        changed: (line, said) => (isNews ? { first: line?.first, changed: commit, before: { said, line } } : line),
      })
      if (lines.some((line) => line?.changed === commit)) commit.changedFiles += 1
      if (!NOTHING.test(file.before)) this.byContent.delete(file.before)
      this.byContent.set(file.after, lines)
    }
    commit.weeks = weeks.size
  }

  /** The lines of a file as it lies in the work tree: what is not committed yet is unknown. */
  linesWith(content: string, hunks: readonly Hunk[]): readonly Line[] {
    const before = this.linesOf(content)
    if (hunks.length === 0) return before
    const files = [{ before: content, after: '', hunks: [...hunks] }]
    const moved = removedLines(files, () => before)
    return follow(before, hunks, { moved, fresh: () => undefined, changed: (line) => line })
  }

  private linesOf(content: string): readonly Line[] {
    return this.byContent.get(content) ?? []
  }
}

type Mutable<T> = { -readonly [K in keyof T]: T[K] }

interface Fate {
  /** Lines that went elsewhere in the same commit, by what they say. */
  readonly moved: ReadonlyMap<string, Line>
  readonly fresh: (text: string) => Line
  /** `said`: what it said before. */
  readonly changed: (line: Line, said: string) => Line
}

function follow(before: readonly Line[], hunks: readonly Hunk[], fate: Fate): Line[] {
  const lines: Line[] = []
  let next = 0
  for (const { newStart, removed, added } of hunks) {
    const unchanged = added.length === 0 ? newStart : newStart - 1
    while (lines.length < unchanged) lines.push(before[next++])
    lines.push(...replaced(before.slice(next, next + removed.length), removed, added, fate))
    next += removed.length
  }
  return [...lines, ...before.slice(next)]
}

/**
 * What stands in place of removed lines: a line that only moved is itself; as many new ones as old ones are the old ones
 * in other words; any other number can't be told apart.
 */
function replaced(before: readonly Line[], removed: readonly string[], added: readonly string[], fate: Fate): Line[] {
  const saidBefore = new Set(removed.map(bare))
  const saidAfter = new Set(added.map(bare))
  const given = [...removed.keys()].filter((at) => !saidAfter.has(bare(removed[at] ?? '')))
  const taken = added.filter((text) => !saidBefore.has(bare(text)) && !fate.moved.has(bare(text)))
  let at = 0
  return added.map((text) => {
    const said = bare(text)
    if (fate.moved.has(said)) return fate.moved.get(said)
    if (given.length === 0) return fate.fresh(text)
    const old = given[at++] ?? 0
    if (given.length !== taken.length) return undefined
    return takenBack(before[old], said) ?? fate.changed(before[old], bare(removed[old] ?? ''))
  })
}

/** The line as it was when it said so before. */
function takenBack(line: Line, said: string): Line {
  if (line?.before === undefined) return undefined
  return line.before.said === said ? line.before.line : takenBack(line.before.line, said)
}

function removedLines(files: readonly FileChange[], linesOf: (content: string) => readonly Line[]): Map<string, Line> {
  const lines = new Map<string, Line>()
  for (const { before, hunks } of files) {
    const known = linesOf(before)
    for (const { oldStart, removed } of hunks) {
      for (const [at, text] of removed.entries()) if (bare(text) !== '') lines.set(bare(text), known[oldStart - 1 + at])
    }
  }
  return lines
}

function isRewritten({ hunks }: FileChange, before: readonly Line[]): boolean {
  const touched = hunks.flatMap(({ oldStart, removed }) => before.slice(oldStart - 1, oldStart - 1 + removed.length))
  const isKnown = (line: Line) => line !== undefined
  return touched.filter(isKnown).length >= REWRITTEN * before.filter(isKnown).length
}

/** Spaces don't count. */
function bare(text: string): string {
  return text.replace(/\s+/g, '')
}

/** As it comes out of git: the bytes of UTF-8, one a character, for a ledger may be in any encoding. */
const DATE_KEY = '\u00e6\u0097\u00a5\u00e6\u009c\u009f'
const DATE = /(20\d\d)[^\d\s]{1,3}(\d{1,2})[^\d\s]{1,3}(\d{1,2})/
const WEEK_MS = 7 * 86_400_000
/** 1970-01-05 was a Monday. */
const FIRST_MONDAY_MS = 4 * 86_400_000

/** The week of the day that a record says it was on: behind 日期 in YAML, the first one in the row of a table. */
function weeksIn(text: string): number[] {
  const key = text.indexOf(DATE_KEY)
  if (key < 0 && /: |:\t/.test(text)) return []
  const [, year, month, day] = DATE.exec(key < 0 ? text : text.slice(key)) ?? []
  if (year === undefined) return []
  return [Math.floor((Date.UTC(Number(year), Number(month) - 1, Number(day)) - FIRST_MONDAY_MS) / WEEK_MS)]
}
