import { spawn } from 'node:child_process'
import { realpathSync } from 'node:fs'
import { relative } from 'node:path'
import { addDays, type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import type { FileHistory, LineSpan } from '../ledger/history.ts'
import { isWithin, withSlashes } from './file-names.ts'
import { firstLine, git, gitEnvironment, nulSeparated, topFolder } from './git.ts'
import type { LedgerFile } from './ledger-files.ts'
import { type CommitChange, type FileChange, type Hunk, type Line, LineHistory } from './line-history.ts'

/** Before each commit in the log. */
const COMMIT = '\u0001'
/** No context, no spaces, and nothing of a user's own settings. */
const PATCH = ['--full-index', '-p', '-U0', '-w', '--no-color', '--no-ext-diff', '--no-textconv']

/** Histories by the path of their file below the top of the work tree. */
type HistoriesByPath = Readonly<Record<string, FileHistory>>

/** Recalls the histories of a commit, where somebody keeps them. */
export interface HistoryMemo {
  recall(key: string): Promise<HistoriesByPath | undefined>
  keep(key: string, histories: HistoriesByPath): Promise<void>
}

/**
 * What Git knows of when the lines of these files were written, from a day on, by label: one pass over the commits since
 * in each work tree, or none where nothing has changed since somebody looked. Nothing outside of a work tree, without git,
 * or of files that it doesn't know.
 *
 * @param trees the files by the top of their work tree (`byWorkTree`)
 */
export async function lineHistories(
  trees: ReadonlyMap<string, readonly LedgerFile[]>,
  roots: readonly string[],
  since: PlainDate,
  memo?: HistoryMemo,
): Promise<Map<string, FileHistory>> {
  const known = new Map<string, FileHistory>()
  for (const [folder, own] of trees) {
    const top = await topFolder(folder)
    if (top === undefined) continue
    const real = realpathSync(top)
    const names = new Map(own.map(({ path, label }) => [label, withSlashes(relative(real, realpathSync(path)))]))
    const histories = await historiesOf(real, pathsWithin(real, roots), [...names.values()], addDays(since, -1), memo)
    for (const [label, name] of names) {
      const history = histories[name]
      if (history !== undefined) known.set(label, history)
    }
  }
  return known
}

/** What of a work tree is looked at: the roots in it, or all where one of them lies above. */
function pathsWithin(top: string, roots: readonly string[]): string[] {
  if (roots.some((root) => isWithin(top, root))) return ['.']
  return roots.filter((root) => isWithin(root, top)).map((root) => withSlashes(relative(top, root)))
}

/** Whether of one of the work trees only the latest commits were fetched, so that the first of a line's may not be there. */
export async function isAnyShallow(trees: ReadonlyMap<string, readonly LedgerFile[]>): Promise<boolean> {
  for (const folder of trees.keys()) {
    const { output } = await git(folder, ['rev-parse', '--is-shallow-repository'])
    if (firstLine(output) === 'true') return true
  }
  return false
}

async function historiesOf(
  top: string,
  inside: readonly string[],
  names: readonly string[],
  since: PlainDate,
  memo: HistoryMemo | undefined,
): Promise<HistoriesByPath> {
  const [head, uncommitted] = await Promise.all([wholeHead(top), uncommittedHunks(top, inside)])
  const isSettled = head !== undefined && uncommitted.size === 0
  const key = isSettled ? [top, head, since, ...inside, '', ...names].join('\n') : undefined
  const known = key === undefined ? undefined : await memo?.recall(key)
  if (known !== undefined) return known
  const [history, contents] = await Promise.all([historySince(top, inside, since), contentsAtHead(top, inside)])
  const histories: Record<string, FileHistory> = {}
  for (const name of names) {
    const content = contents.get(name)
    if (content === undefined) continue
    const spans = spansOf(history.linesWith(content, uncommitted.get(name) ?? []))
    if (spans.length > 0) histories[name] = spans
  }
  if (key !== undefined) await memo?.keep(key, histories)
  return histories
}

/** The commit that the work tree is at; `undefined` where its history may still grow backwards (a shallow clone). */
async function wholeHead(top: string): Promise<string | undefined> {
  const { output } = await git(top, ['rev-parse', '--is-shallow-repository', 'HEAD'])
  const [isShallow, head] = new TextDecoder().decode(output).split('\n')
  return isShallow === 'false' ? head : undefined
}

async function historySince(top: string, paths: readonly string[], since: PlainDate): Promise<LineHistory> {
  const history = new LineHistory()
  const range = ['--topo-order', '--reverse', `--since=${since}T00:00:00Z`]
  const args = ['log', ...range, '--format=%x01%H %as %cs %P', '--raw', ...PATCH, '--', ...paths]
  const patches = new PatchReader()
  for await (const lines of linesOfGit(top, args)) {
    for (const line of lines) {
      const done = line.startsWith(COMMIT) ? patches.begin(line.slice(1)) : patches.read(line)
      if (done !== undefined) history.add(done)
    }
  }
  const last = patches.end()
  if (last !== undefined) history.add(last)
  return history
}

async function uncommittedHunks(top: string, paths: readonly string[]): Promise<Map<string, Hunk[]>> {
  const hunks = new Map<string, Hunk[]>()
  const patches = new PatchReader()
  for await (const lines of linesOfGit(top, ['diff', ...PATCH, 'HEAD', '--', ...paths])) {
    for (const line of lines) {
      patches.read(line)
      const name = /^\+\+\+ b\/(.*?)\t?$/.exec(line)?.[1]
      if (name !== undefined && patches.file?.hunks.length === 0) hunks.set(asUtf8(name), patches.file.hunks)
    }
  }
  return hunks
}

function asUtf8(bytes: string): string {
  return new TextDecoder().decode(Uint8Array.from(bytes, (character) => character.charCodeAt(0)))
}

async function contentsAtHead(top: string, paths: readonly string[]): Promise<Map<string, string>> {
  const { output } = await git(top, ['ls-tree', '-r', '-z', 'HEAD', '--', ...paths])
  return new Map(
    nulSeparated(output).flatMap((entry) => {
      const [, id, path] = /^\d+ blob ([0-9a-f]+)\t(.*)$/su.exec(entry) ?? []
      return id === undefined || path === undefined ? [] : [[path, id] as const]
    }),
  )
}

/** Reads `git log --raw -p -U0` and `git diff -p -U0`, line by line. */
class PatchReader {
  file: FileChange | undefined
  private commit: CommitChange | undefined
  private hunk: Hunk | undefined
  private left = { removed: 0, added: 0 }

  /** Begins a commit and gives back the one before. */
  begin(header: string): CommitChange | undefined {
    const done = this.end()
    const [id = '', author = '', committer = '', ...parents] = header.split(' ').filter((word) => word !== '')
    const day = parsePlainDate(author < committer ? author : committer)
    this.commit = day && { id, day, isRoot: parents.length === 0, files: [] }
    return done
  }

  end(): CommitChange | undefined {
    const done = this.commit
    this.commit = undefined
    this.file = undefined
    return done
  }

  read(line: string): undefined {
    if (this.hunk !== undefined && this.readWithinHunk(line, this.hunk)) return
    this.hunk = undefined
    const raw = /^:\d+ \d+ ([0-9a-f]+) ([0-9a-f]+) /.exec(line)
    if (raw !== null) this.meet(raw[1] ?? '', raw[2] ?? '')
    const index = /^index ([0-9a-f]+)\.\.([0-9a-f]+)/.exec(line)
    if (index !== null) this.meet(index[1] ?? '', index[2] ?? '')
    const at = /^@@ -(\d+)(?:,(\d+))? \+(\d+)(?:,(\d+))? @@/.exec(line)
    if (at !== null && this.file !== undefined) {
      this.hunk = { oldStart: Number(at[1]), newStart: Number(at[3]), removed: [], added: [] }
      this.left = { removed: Number(at[2] ?? 1), added: Number(at[4] ?? 1) }
      this.file.hunks.push(this.hunk)
    }
  }

  private readWithinHunk(line: string, { removed, added }: Hunk): boolean {
    if (line.startsWith('-') && removed.length < this.left.removed) removed.push(line.slice(1))
    else if (line.startsWith('+') && added.length < this.left.added) added.push(line.slice(1))
    else return line.startsWith('\\')
    return true
  }

  /** Each change is named twice, in the raw lines and, unless it is one of spaces only, in the patch. */
  private meet(before: string, after: string): void {
    const known = this.commit?.files.find((file) => file.before === before && file.after === after)
    this.file = known ?? { before, after, hunks: [] }
    if (known === undefined) this.commit?.files.push(this.file)
  }
}

/** The lines that git writes, a character for each byte, as many at a time as come at once; none where it fails. */
async function* linesOfGit(folder: string, args: readonly string[]): AsyncIterable<readonly string[]> {
  const child = spawn('git', ['-c', 'core.quotePath=false', ...args], {
    cwd: folder,
    env: gitEnvironment(),
    stdio: ['ignore', 'pipe', 'ignore'],
    windowsHide: true,
  })
  child.on('error', () => child.stdout.destroy())
  child.stdout.setEncoding('latin1')
  let rest = ''
  for await (const chunk of child.stdout) {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    yield lines
  }
  if (rest !== '') yield [rest]
}

function spansOf(lines: readonly Line[]): LineSpan[] {
  const spans: { from: number; to: number; line: Line }[] = []
  for (const [index, line] of lines.entries()) {
    const last = spans.at(-1)
    if (last !== undefined && last.line?.first === line?.first && last.line?.changed === line?.changed)
      last.to = index + 1
    else spans.push({ from: index + 1, to: index + 1, line })
  }
  return spans.flatMap(({ from, to, line }) =>
    line?.first === undefined && line?.changed === undefined
      ? []
      : {
          from,
          to,
          ...(line.first !== undefined && { first: line.first }),
          ...(line.changed !== undefined && { changed: line.changed }),
        },
  )
}
