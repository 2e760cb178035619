import { bearsName, identityOf } from '../ledger/expected-branch.ts'
import { type Evidence, evidenceAt } from '../source/place.ts'
import type { BranchCluster, ReadingHead } from './branch-clusters.ts'
import { saysWhose } from './file-names.ts'
import type { FileReading } from './file-reading.ts'

type Outcome = Pick<FileReading, 'path' | 'problems'>

/** The files of which nothing was read, though something stands in them. */
export function unreadAmong<F extends Outcome>(files: readonly F[], isRead: (file: F) => boolean): string[] {
  return files
    .filter((file) => !isRead(file) && file.problems.some(({ severity }) => severity === 'error'))
    .map(({ path }) => path)
}

/**
 * Which branch the unread files may be of: the one whose name they or their folders bear; where a file's name says
 * nothing of whose it is (2026上半年, 支委会), the one that all else in its folder is of.
 */
export function lostFilesOf<H extends ReadingHead>(
  clusters: readonly BranchCluster<H>[],
  unread: readonly string[],
): Evidence[][] {
  const known = unread.length === 0 ? [] : clusters.map(({ readings }) => ownerOf(readings))
  const owners = unread.map((path) => ownersOf(path, known))
  return clusters.map((_, at) =>
    unread
      .filter((__, index) => owners[index]?.some((owner) => owner === known[at]))
      .map((file) => evidenceAt({ file, line: 1, column: 1 }, '')),
  )
}

/** What tells whether a file is a branch's. */
interface Owner {
  readonly isNamedIn: (path: string) => boolean
  /** Where its files lie. */
  readonly folders: ReadonlySet<string>
}

function ownerOf(readings: readonly ReadingHead[]): Owner {
  return {
    isNamedIn: bearsName(readings.flatMap(({ branch }) => identityOf(branch).names)),
    folders: new Set(readings.map(({ file }) => parted(file)[0])),
  }
}

function ownersOf(path: string, owners: readonly Owner[]): readonly Owner[] {
  const named = owners.filter(({ isNamedIn }) => isNamedIn(path))
  if (named.length > 0) return named
  const [folder, name] = parted(path)
  if (saysWhose(name)) return []
  const beside = owners.filter(({ folders }) => folders.has(folder))
  return beside.length === 1 ? beside : []
}

function parted(path: string): [folder: string, name: string] {
  const end = path.lastIndexOf('/')
  return [path.slice(0, Math.max(end, 0)), path.slice(end + 1).replace(/\.[^.]*$/u, '')]
}
