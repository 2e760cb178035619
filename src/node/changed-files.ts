import { existsSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { examine, type JudgedFile } from '../check.ts'
import type { Setup } from '../setup.ts'
import { hasLedgerExtension, isWithin, withSlashes } from './file-names.ts'
import { commitOf, fileAt, firstLine, GitError, git, nulSeparated, topFolder } from './git.ts'
import type { FoundFiles } from './ledger-files.ts'
import { intakeFile } from './ledger-reader.ts'
import { isOwnFile } from './own-file.ts'
import { realPath } from './real-path.ts'

/** What has changed since a commit, as `conclude` wants to know it. */
export interface Changes {
  readonly changedFiles: ReadonlySet<string>
  readonly changedBranches: ReadonlySet<string>
}

/** What was given and what it came to, to be held against the changes. */
export interface ChangeScope {
  readonly found: FoundFiles
  readonly judged: readonly JudgedFile[]
  readonly setup: Setup
  /** What came in by standard input, which may hold anything. */
  readonly piped: readonly string[]
}

/** What of a work tree differs from where its branch left another. A submodule is one path, whatever lies in it. */
export interface WorkTreeChanges {
  readonly top: string
  readonly base: string
  /** Whole paths of what is under version control and differs. */
  readonly changed: ReadonlySet<string>
  /** Whole paths of all that is under version control. */
  readonly tracked: ReadonlySet<string>
  /** Paths from the top of what differs and the base has. */
  readonly before: readonly string[]
}

/** Whether a file has changed, committed or not; what is under no version control counts as changed. */
export function hasChanged(changes: WorkTreeChanges, label: string): boolean {
  const { top, tracked } = changes
  const path = realPath(resolve(label))
  return !isWithin(path, top) || differs(changes, label) || !isAmong(tracked, path, top)
}

function differs({ top, changed }: WorkTreeChanges, label: string): boolean {
  const path = realPath(resolve(label))
  return isWithin(path, top) && isAmong(changed, path, top)
}

/** The path itself, or a submodule that it lies in. */
function isAmong(paths: ReadonlySet<string>, path: string, top: string): boolean {
  return paths.has(path) || (path !== top && isAmong(paths, dirname(path), top))
}

/**
 * The files, by the names that reports give them, that have changed, and the branches that stood in them before. A script
 * (讲稿) counts as the ledger that names it.
 */
export async function changesAmong(
  changes: WorkTreeChanges,
  { found, judged, setup, piped }: ChangeScope,
): Promise<Changes> {
  const isChanged = (label: string) => hasChanged(changes, label)
  const labels = [
    ...judged.map(({ path }) => path),
    ...judged.flatMap(({ problems }) => problems.flatMap(({ evidence }) => evidence.map(({ file }) => file))),
    ...found.rosters.map(({ label }) => label),
    ...setup.roster.map(({ at }) => at.file),
  ]
  // What was never there has not changed either.
  const isChangedScript = (path: string) => (existsSync(path) ? isChanged(path) : differs(changes, path))
  const byScript = judged.filter(({ scriptPaths }) => scriptPaths.some(isChangedScript)).map(({ path }) => path)
  return {
    changedFiles: new Set([...labels.filter(isChanged), ...byScript, ...piped]),
    changedBranches: await branchesBefore(changes, found.roots, setup),
  }
}

/** What was changed in a submodule changes it, whatever the repository is told to think of that. */
const IN_SUBMODULES = '--ignore-submodules=none'

/**
 * What has changed since the branch left `ref`. It needs no ledger to be read, so a mistaken `ref` is told at once.
 *
 * @throws GitError
 */
export async function changesSince(ref: string, { roots }: FoundFiles): Promise<WorkTreeChanges> {
  const folder = folderOf(roots[0] ?? '.')
  const commit = await commitOf(folder, ref)
  const top = realPath((await topFolder(folder)) ?? folder)
  const { code, output } = await git(folder, ['merge-base', commit, 'HEAD'])
  if (code !== 0) {
    throw new GitError(
      `“${ref}”与当前的提交找不到共同的起点，历史可能没有取全；自动检查时请取完整历史（GitHub：actions/checkout 加 fetch-depth: 0，GitLab：GIT_DEPTH: 0）`,
    )
  }
  const base = firstLine(output)
  const diff = await git(top, ['diff', '--name-status', '--no-renames', '--no-ext-diff', IN_SUBMODULES, '-z', base])
  const tracked = await git(top, ['ls-files', '-z'])
  const entries = pairs(nulSeparated(diff.output))
  return {
    top,
    base,
    changed: new Set(entries.map(([, path]) => join(top, path))),
    tracked: new Set(nulSeparated(tracked.output).map((path) => join(top, path))),
    before: entries.flatMap(([state, path]) => (state === 'A' ? [] : path)),
  }
}

/** The names and 编号 of branches that stood in the files as they were: a file may be gone, or a branch from its file. */
async function branchesBefore(
  { top, base, before }: WorkTreeChanges,
  roots: readonly string[],
  setup: Setup,
): Promise<Set<string>> {
  const names = new Set<string>()
  const ledgers = before.filter(
    (path) => hasLedgerExtension(path) && roots.some((root) => isWithin(join(top, path), root)),
  )
  for (const path of ledgers) {
    const bytes = await fileAt(top, base, withSlashes(path))
    if (bytes === undefined || isOwnFile(basename(path), bytes)) continue
    for (const { branch } of examine(await intakeFile(path, bytes), setup).branches) {
      names.add(branch.name.value)
      if (branch.code !== undefined) names.add(branch.code.value)
    }
  }
  return names
}

function pairs(texts: readonly string[]): [string, string][] {
  return texts.flatMap((text, index) => (index % 2 === 0 ? [[text, texts[index + 1] ?? '']] : []))
}

function folderOf(path: string): string {
  return statSync(path).isDirectory() ? path : dirname(path)
}
