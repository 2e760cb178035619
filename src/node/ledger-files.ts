import { type Dirent, existsSync, realpathSync, statSync } from 'node:fs'
import { readdir, stat } from 'node:fs/promises'
import { basename, isAbsolute, join } from 'node:path'
import type { FileHistory } from '../ledger/history.ts'
import type { Problem } from '../source/problem.ts'
import { byText } from '../text/order.ts'
import { hasLedgerExtension, isUnreadableTable, isWithin, LEDGER_EXTENSIONS, withSlashes } from './file-names.ts'
import { fileProblem, reasonOf } from './file-problem.ts'
import { ROSTER_NAME } from './own-file.ts'
import { BROKEN_LINK, emptyFolder, type Loss, NO_FILE, UNREACHABLE, unreadableTable } from './unread-paths.ts'

/** A file that is to be read as a ledger. */
export interface LedgerFile {
  /** For the file system. */
  readonly path: string
  /** As reports show it: as given on the command line, with the rest below it. */
  readonly label: string
  /** Named itself, not met in a folder: then it is read whatever it holds. */
  readonly isNamed: boolean
  /** What Git knows of its lines. */
  readonly history?: FileHistory | undefined
}

export interface FoundFiles {
  /** Each file once, in the order of their labels. */
  readonly files: readonly LedgerFile[]
  /** Lists of the branches that ought to be there (`branches.yaml`), met in the folders. */
  readonly rosters: readonly LedgerFile[]
  /** What could not be read or was passed over, each with the file that it is about. */
  readonly problems: readonly Problem[]
  /** The folders and files that were named, as the file system knows them; scripts may not lie elsewhere. */
  readonly roots: readonly string[]
}

/** A path on the command line that leads nowhere. */
export class MissingPathError extends Error {}

/** Of no interest: version control, editors, packages, and what Excel puts beside a workbook while it is open. */
function isSkipped(name: string): boolean {
  return name.startsWith('.') || name.startsWith('~$') || name === 'node_modules'
}

/**
 * The files that the paths name: files as they are, folders to any depth, patterns (`县直/*.csv`) where the shell has
 * left them alone. `labelOf` says how reports show a path; default: as given.
 *
 * @throws MissingPathError
 */
export async function findLedgerFiles(
  paths: readonly string[],
  labelOf: (path: string) => string = (path) => path,
): Promise<FoundFiles> {
  const named: string[] = []
  for (const path of paths) named.push(...(await expanded(path)))
  const search = new Search(named.map((path) => realpathSync(path)))
  for (const path of named) await search.add(path, withSlashes(labelOf(path)))
  return search.found()
}

/** A path that exists stands for itself, even where it looks like a pattern. */
async function expanded(path: string): Promise<readonly string[]> {
  if (existsSync(path)) return [path]
  if (!/[*?[\]{}]/u.test(path)) throw new MissingPathError(path)
  const { glob } = await import('tinyglobby')
  const matches = await glob(withSlashes(path), {
    onlyFiles: false,
    expandDirectories: false,
    absolute: isAbsolute(path),
  })
  if (matches.length === 0) throw new MissingPathError(path)
  return matches.sort()
}

class Search {
  private readonly byRealPath = new Map<string, LedgerFile>()
  private readonly foldersSeen = new Set<string>()
  private readonly problems: Problem[] = []
  private readonly rosters: LedgerFile[] = []
  private readonly empty: string[] = []
  /** Each as often as a way leads to it. */
  private ledgersMet = 0
  private readonly roots: readonly string[]

  constructor(roots: readonly string[]) {
    this.roots = roots
  }

  async add(path: string, label: string): Promise<void> {
    const target = statSync(path)
    if (target.isDirectory()) return this.addFolder(path, folderLabel(label))
    if (hasLedgerExtension(path) && !target.isFile()) return this.tell(NO_FILE, label)
    if (hasLedgerExtension(path)) return this.keep({ path, label, isNamed: true }, realpathSync(path))
    const message = `无法识别这种文件，台账应为 ${LEDGER_EXTENSIONS.join(' ')}，请另存为其中一种再检查`
    this.problems.push(fileProblem('unsupported-file', 'error', message, label))
  }

  found(): FoundFiles {
    const files = [...this.byRealPath.values()].sort(byText(({ label }) => label))
    return {
      files,
      rosters: this.rosters,
      // Where there is nothing at all, that is told otherwise.
      problems: files.length === 0 ? this.problems : [...this.problems, ...this.empty.map(emptyFolder)],
      roots: this.roots,
    }
  }

  private async addFolder(path: string, label: string): Promise<void> {
    const isNew = !this.foldersSeen.has(realpathSync(path))
    const before = this.met()
    await this.walk(path, label)
    if (isNew && this.met() === before) this.empty.push(label === '' ? '.' : label)
  }

  private met(): number {
    return this.ledgersMet + this.rosters.length + this.problems.length
  }

  private async walk(folder: string, label: string): Promise<void> {
    const real = realPathOf(folder)
    if (real === undefined) return this.tell(UNREACHABLE, label)
    if (this.foldersSeen.has(real)) return
    this.foldersSeen.add(real)
    const entries = await readdir(folder, { withFileTypes: true }).catch((error: NodeJS.ErrnoException) => {
      const message = `文件夹无法读取（${reasonOf(error)}），其中的台账未检查，请核对权限`
      this.problems.push(fileProblem('unreadable-folder', 'error', message, label === '' ? '.' : label))
      return []
    })
    for (const entry of entries.sort(byText(({ name }) => name))) {
      if (isSkipped(entry.name)) continue
      await this.meet(entry, join(folder, entry.name), label === '' ? entry.name : `${label}/${entry.name}`)
    }
  }

  private async meet(entry: Dirent, path: string, label: string): Promise<void> {
    const target = entry.isSymbolicLink() ? await this.followed(path, label) : entry
    if (target === undefined) return
    if (target.isDirectory()) return this.walk(path, label)
    if (!target.isFile()) return hasLedgerExtension(entry.name) ? this.tell(NO_FILE, label) : undefined
    if (entry.name === ROSTER_NAME) this.rosters.push({ path, label, isNamed: false })
    else if (hasLedgerExtension(entry.name)) this.keepMet(path, label)
    else if (isUnreadableTable(entry.name)) this.problems.push(unreadableTable(label))
  }

  private keepMet(path: string, label: string): void {
    const real = realPathOf(path)
    if (real === undefined) this.tell(UNREACHABLE, label)
    else this.keep({ path, label, isNamed: false }, real)
  }

  private tell({ code, message }: Loss, label: string): void {
    this.problems.push(fileProblem(code, 'error', message, label))
  }

  /** A link is followed within what was named only: a ledger is not trusted to lead elsewhere. */
  private async followed(path: string, label: string) {
    const target = await stat(path).catch(() => undefined)
    const real = target && realPathOf(path)
    if (target === undefined || real === undefined) {
      return hasLedgerExtension(basename(path)) ? this.tell(BROKEN_LINK, label) : undefined
    }
    if (this.roots.some((root) => isWithin(real, root))) return target
    if (target.isDirectory() || hasLedgerExtension(basename(path))) {
      const message = '这是指向检查范围之外的链接，没有读取；如要检查，请在命令中直接写明它指向的位置'
      this.problems.push(fileProblem('link-outside', 'error', message, label))
    }
    return undefined
  }

  /** Of two ways to the same file the first in order stands, whichever was met first; a named one before a met one. */
  private keep(file: LedgerFile, real: string): void {
    this.ledgersMet += 1
    const before = this.byRealPath.get(real)
    if (before !== undefined && !isBefore(file, before)) return
    this.byRealPath.set(real, file)
  }
}

/** `undefined` where nothing can be reached by this path, though it was just met. */
function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path)
  } catch {
    return undefined
  }
}

function isBefore(file: LedgerFile, other: LedgerFile): boolean {
  if (file.isNamed !== other.isNamed) return file.isNamed
  return byText(({ label }: LedgerFile) => label)(file, other) < 0
}

/** What stands before the files of a folder: the current one needs no `./`. */
function folderLabel(label: string): string {
  const trimmed = label.length > 1 ? label.replace(/\/+$/u, '') : label
  return trimmed === '.' ? '' : trimmed
}
