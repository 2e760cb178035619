import { realpathSync, statSync } from 'node:fs'
import { basename, dirname, join, resolve } from 'node:path'
import { examine, type JudgedFile } from '../check.ts'
import type { Setup } from '../setup.ts'
import { hasLedgerExtension, isWithin, withSlashes } from './file-names.ts'
import { commitOf, fileAt, firstLine, GitError, git, nulSeparated, topFolder } from './git.ts'
import type { FoundFiles } from './ledger-files.ts'
import { intakeFile } from './ledger-reader.ts'
import { isOwnFile } from './own-file.ts'

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
}

/** Files of the work tree, by their path from its top, that differ from where its branch left another. */
export interface WorkTreeChanges {
  readonly top: string
  readonly base: string
  readonly paths: readonly string[]
  /** Of these, the ones that the base has. */
  readonly before: readonly string[]
}

/**
 * The files, by the names that reports give them, that have changed, committed or not, and the branches that stood in
 * them before. A script (讲稿) counts as the ledger that names it; what is under no version control counts as changed.
 */
export async function changesAmong(changes: WorkTreeChanges, { found, judged, setup }: ChangeScope): Promise<Changes> {
  const changed = new Set(changes.paths.map((path) => join(changes.top, path)))
  const isChanged = (label: string) => {
    const path = realPath(resolve(label))
    return changed.has(path) || !isWithin(path, changes.top)
  }
  const labels = [
    ...judged.map(({ path }) => path),
    ...judged.flatMap(({ problems }) => problems.flatMap(({ evidence }) => evidence.map(({ file }) => file))),
    ...found.rosters.map(({ label }) => label),
  ]
  const byScript = judged.filter(({ scriptPaths }) => scriptPaths.some(isChanged)).map(({ path }) => path)
  return {
    changedFiles: new Set([...labels.filter(isChanged), ...byScript]),
    changedBranches: await branchesBefore(changes, found.roots, setup),
  }
}

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
  const diff = await git(top, ['diff', '--name-status', '--no-renames', '--no-ext-diff', '-z', base])
  const untracked = await git(top, ['ls-files', '-z', '--others', '--exclude-standard'])
  const entries = pairs(nulSeparated(diff.output))
  return {
    top,
    base,
    paths: [...entries.map(([, path]) => path), ...nulSeparated(untracked.output)],
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

/** Of what is not there, the nearest folder that is decides. */
function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path))
  }
}
