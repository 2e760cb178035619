import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { cacheFolderFor } from '../node/cache-folder.ts'
import { changesSince, hasChanged, type WorkTreeChanges } from '../node/changed-files.ts'
import { type Corpus, readCorpus } from '../node/corpus.ts'
import { isWithin } from '../node/file-names.ts'
import { historyCache } from '../node/history-cache.ts'
import { type ExaminedFile, examineGuarded, type ReadingContext, withScripts } from '../node/judge-ledger.ts'
import { type FoundFiles, findLedgerFiles, MissingPathError } from '../node/ledger-files.ts'
import { intakeFile } from '../node/ledger-reader.ts'
import { listedPaths, type Project } from '../node/project.ts'
import { type Roster, readRosters, rosterBeside } from '../node/roster-files.ts'
import { readStandardInput } from '../node/standard-input.ts'
import type { Stopwatch } from '../node/stopwatch.ts'
import { unreadPart } from '../node/unread-part.ts'
import { bringsAll } from '../node/whole-project.ts'
import type { Setup } from '../setup.ts'
import type { Problem } from '../source/problem.ts'
import { UsageError } from './exit.ts'
import type { JudgingOptions } from './judging-options.ts'
import { settingFiles } from './setting-files.ts'
import { projectToJudgeBy, setupOf } from './setup.ts'
import { withTimesInGit } from './times-in-git.ts'

const STANDARD_INPUT = '-'
export const CURRENT_FOLDER = '.'

/** What is given, found and ready to be read. */
export interface OpenedInput {
  readonly project: Project
  /** Where what is judged is recalled and kept; `undefined` where neither is wanted. */
  readonly cacheFolder: string | undefined
  readonly paths: readonly string[]
  readonly context: ReadingContext
  readonly found: FoundFiles
  /** What is wrong with files that are no ledgers: lists of branches, texts of the corpus. */
  readonly problems: readonly Problem[]
  /** What whoever runs this should know beforehand. */
  readonly notices: readonly string[]
  /** What has changed since the commit that was asked for. */
  readonly changes: WorkTreeChanges | undefined
  /** What stands beside the files: standard input, and what was met and could not be read. */
  readonly beside: readonly ExaminedFile[]
}

/**
 * @throws GitError
 * @throws SetupError
 * @throws UsageError
 */
export async function openInput(
  given: readonly string[],
  options: JudgingOptions,
  stopwatch?: Stopwatch,
): Promise<OpenedInput> {
  const project = await projectToJudgeBy(options)
  const paths = pathsFor(given, project)
  const plainly = await find(paths.filter((path) => path !== STANDARD_INPUT))
  const { changedSince } = options
  const changes = changedSince === undefined ? undefined : await changesSince(changedSince, plainly)
  const corpus = await corpusFor(options, project)
  const plain = await setupOf(options, project, corpus.texts)
  const folder = cacheFolder(plain, project, options)
  const { found, notice } = await withTimesInGit(
    plainly,
    plain.period.from,
    options,
    folder === undefined ? undefined : historyCache(folder),
  )
  const roster = rosterFor(found, given.length > 0 ? undefined : project, plain)
  const isPartial = given.length > 0 && !bringsAll(found.roots, listedPaths(project, 'ledgers', process.cwd()))
  const setup = { ...plain, roster: roster.branches, timeRule: stopwatch?.timeRule, isPartial }
  const roots = [...found.roots, ...folderOfStandardInput(options)]
  const unread = found.problems.map((problem) => ({ part: unreadPart(problem), scripts: new Map() }))
  const beside = paths.includes(STANDARD_INPUT)
    ? [...unread, await examineStandardInput(options, setup, roots)]
    : unread
  return {
    project,
    cacheFolder: folder,
    paths,
    context: { setup, roots },
    found,
    problems: [...corpus.problems, ...roster.problems],
    notices:
      options.quiet === true ? [] : [notice, changedSettings(changes, project, setup)].flatMap((one) => one ?? []),
    changes,
    beside,
  }
}

/** Where the rules have changed, branches may fare differently whose ledgers have not, and those are not reported. */
function changedSettings(changes: WorkTreeChanges | undefined, project: Project, setup: Setup): string | undefined {
  if (changes === undefined) return undefined
  const own = settingFiles(project, setup).filter((file) => isWithin(resolve(file), changes.top))
  const files = own.filter((file) => hasChanged(changes, file))
  if (files.length === 0) return undefined
  return `${files.join('、')} 也有改动，没有改动台账的支部可能受影响，但不在报告里；要看全部请去掉 --changed-since`
}

/** What is measured is the work itself. */
function cacheFolder(setup: Setup, project: Project, { cache, timings }: JudgingOptions): string | undefined {
  return cache === false || timings === true ? undefined : cacheFolderFor(setup, project)
}

/** The branches that ought to be there; the configuration's roster is for what the configuration names. */
function rosterFor({ rosters }: FoundFiles, project: Project | undefined, { intake }: Setup): Roster {
  const configured = project?.config === undefined ? [] : rosterBeside(project.folder, process.cwd())
  return readRosters([...rosters, ...configured], intake)
}

/** A corpus that is not there must not pass for one in which nothing was found. */
async function corpusFor(options: JudgingOptions, project: Project): Promise<Corpus> {
  const folders = options.corpus ?? listedPaths(project, 'corpus', process.cwd())
  const missing = folders.find((folder) => !existsSync(folder))
  if (missing !== undefined) throw new UsageError(`找不到参考资料文件夹“${missing}”，请核对路径`)
  return readCorpus(folders)
}

/** What is given, else what the configuration names, else the current folder. */
function pathsFor(given: readonly string[], project: Project): readonly string[] {
  if (given.length > 0) return given
  const configured = listedPaths(project, 'ledgers', process.cwd())
  return configured.length > 0 ? configured : [CURRENT_FOLDER]
}

async function find(paths: readonly string[]): Promise<FoundFiles> {
  try {
    return await findLedgerFiles(paths)
  } catch (error) {
    if (error instanceof MissingPathError) throw new UsageError(`找不到“${error.message}”，请核对路径`)
    throw error
  }
}

async function examineStandardInput(
  { stdinFilename }: JudgingOptions,
  setup: Setup,
  roots: readonly string[],
): Promise<ExaminedFile> {
  if (stdinFilename === undefined) {
    throw new UsageError('从标准输入读取时，请用 --stdin-filename 写明文件名，如 --stdin-filename 台账.csv')
  }
  const file = await intakeFile(stdinFilename, await readStandardInput())
  return withScripts(examineGuarded(file, setup), roots)
}

/** What comes in by standard input may name scripts as the file could that it is said to be. */
function folderOfStandardInput({ stdinFilename }: JudgingOptions): string[] {
  return stdinFilename === undefined ? [] : [dirname(resolve(stdinFilename))]
}
