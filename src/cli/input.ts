import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import type { PlainDate } from '../calendar/plain-date.ts'
import { filesToJoin, type JoinInput, type JudgedFile, judgeFile, type Part } from '../check.ts'
import type { ScriptText } from '../intake/index.ts'
import { cacheFolderFor, setupKey } from '../node/cache-folder.ts'
import { changesAmong, changesSince, type WorkTreeChanges } from '../node/changed-files.ts'
import { conclusionCache } from '../node/conclusion-cache.ts'
import { type Corpus, readCorpus } from '../node/corpus.ts'
import { type HistoryMemo, isShallow, isUnderGit, lineHistories } from '../node/git-history.ts'
import { historyCache } from '../node/history-cache.ts'
import {
  type ExaminedFile,
  examineGuarded,
  examineLedger,
  type ReadingContext,
  withScripts,
} from '../node/judge-ledger.ts'
import { judgeFiles } from '../node/judged-files.ts'
import { MANY_FILES } from '../node/judging-threads.ts'
import { type FoundFiles, findLedgerFiles, type LedgerFile, MissingPathError } from '../node/ledger-files.ts'
import { intakeFile } from '../node/ledger-reader.ts'
import { stowAsBytes } from '../node/packed.ts'
import { listedPaths, type Project } from '../node/project.ts'
import { type Roster, readRosters, rosterBeside } from '../node/roster-files.ts'
import { readStandardInput } from '../node/standard-input.ts'
import { Stopwatch } from '../node/stopwatch.ts'
import type { Terminal } from '../node/terminal.ts'
import { unreadPart } from '../node/unread-part.ts'
import { bringsAll } from '../node/whole-project.ts'
import type { Setup } from '../setup.ts'
import type { Problem } from '../source/problem.ts'
import { UsageError } from './exit.ts'
import type { JudgingOptions } from './judging-options.ts'
import { projectOf, requestOf, setupOf } from './setup.ts'

/** All that a command needs that looks into the ledgers themselves: each file as it was read, and the scripts they name. */
export interface Input {
  readonly setup: Setup
  readonly parts: readonly Part[]
  readonly scripts: ReadonlyMap<string, ScriptText>
  /** The files read, for the file system: no report may be written over them. */
  readonly files: readonly string[]
}

/** The same with every file judged by itself, for commands that want the report and nothing of the ledgers. */
export interface JudgedInput {
  readonly setup: Setup
  readonly judged: readonly JudgedFile[]
  /** What has to be read again to be joined, and what was found wrong beside the ledgers. */
  readonly join: JoinInput
  readonly files: readonly string[]
  readonly stopwatch?: Stopwatch | undefined
}

const STANDARD_INPUT = '-'
const CURRENT_FOLDER = '.'

/**
 * Reads what a command that looks into ledgers is given.
 *
 * @throws SetupError
 * @throws UsageError where there is no ledger to read
 */
export async function readInput(given: readonly string[], options: JudgingOptions, terminal: Terminal): Promise<Input> {
  const opened = await openInput(given, { ...options, git: false })
  const { context, found, beside } = opened
  const examined = [...beside, ...(await examineAll(found.files, context, progressOn(terminal, options, found)))]
  requireLedgers(
    examined.map(({ part }) => part),
    opened,
  )
  return {
    setup: context.setup,
    parts: examined.map(({ part }) => part),
    scripts: new Map(examined.flatMap(({ scripts }) => [...scripts])),
    files: found.files.map(({ path }) => path),
  }
}

/**
 * Judges what a command is given, file by file: on several threads, and from the cache what is known from before.
 *
 * @throws SetupError
 * @throws GitError
 * @throws UsageError where there is no ledger to read
 */
export async function judgeInput(
  given: readonly string[],
  options: JudgingOptions,
  terminal: Terminal,
): Promise<JudgedInput> {
  const stopwatch = options.timings === true ? new Stopwatch() : undefined
  const opened = await openInput(given, options, stopwatch)
  const { context, found, beside, project } = opened
  for (const notice of opened.notices) terminal.say(notice)
  stopwatch?.phase('读配置和规则')
  const folder = cacheFolder(context.setup, project, options)
  const ofFiles = await judgeFiles(found.files, {
    context,
    request: requestOf(options),
    cacheFolder: folder,
    threads: stopwatch ? 1 : options.workers,
    progress: progressOn(terminal, options, found),
  })
  const judged = [...beside.map(({ part, scripts }) => judgeFile(part, context.setup, scripts)), ...ofFiles]
  stopwatch?.phase('读台账、逐个支部判断')
  requireLedgers(judged, opened)
  const wanted = new Set(filesToJoin(judged))
  const again = [
    ...beside,
    ...(await examineAll(
      found.files.filter(({ label }) => wanted.has(label)),
      context,
    )),
  ]
  const changes =
    opened.changes === undefined ? {} : await changesAmong(opened.changes, { found, judged, setup: context.setup })
  const isMany = found.files.length >= MANY_FILES
  const setup = { ...context.setup, ...changes, ...(isMany && { stow: stowAsBytes }) }
  return {
    setup: folder === undefined ? setup : { ...setup, conclusions: conclusionCache(folder, setup) },
    judged,
    join: {
      parts: again.map(({ part }) => part),
      scripts: new Map(again.flatMap(({ scripts }) => [...scripts])),
      problems: opened.problems,
    },
    files: found.files.map(({ path }) => path),
    stopwatch,
  }
}

/** What is given, found and ready to be read. */
export interface OpenedInput {
  readonly project: Project
  /** Stands for the setup, to tell whether another run had the same. */
  readonly key: string
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
  const project = projectOf(options)
  const paths = pathsFor(given, project)
  const plainly = await find(paths.filter((path) => path !== STANDARD_INPUT))
  const { changedSince } = options
  const changes = changedSince === undefined ? undefined : await changesSince(changedSince, plainly)
  const corpus = await corpusFor(options, project)
  const plain = await setupOf(options, project, corpus.texts)
  const folder = cacheFolder(plain, project, options)
  const found = await withHistories(
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
    key: setupKey(setup, project),
    paths,
    context: { setup, roots },
    found,
    problems: [...corpus.problems, ...roster.problems],
    notices: [await gitNotice(plainly, options)].flatMap((notice) => notice ?? []),
    changes,
    beside,
  }
}

/** What is measured is the work itself. */
function cacheFolder(setup: Setup, project: Project, { cache, timings }: JudgingOptions): string | undefined {
  return cache === false || timings === true ? undefined : cacheFolderFor(setup, project)
}

/** Above so many files the history is looked at only where that was asked for: it takes a fifth of the time that judging takes. */
const MOST_FILES_WITH_HISTORY = 1000

/** What Git was not asked, or could not tell: else nobody would know why nothing came of it. */
async function gitNotice({ files, roots }: FoundFiles, { git, quiet }: JudgingOptions): Promise<string | undefined> {
  if (git === false || quiet === true || !isUnderGit(roots)) return undefined
  if (git === undefined && files.length > MOST_FILES_WITH_HISTORY) {
    return `台账有${files.length}个文件，超过${MOST_FILES_WITH_HISTORY}个，没有看 Git 里的提交时间；要看请加 --git，不看请加 --no-git`
  }
  if (!(await isShallow(roots))) return undefined
  return '这个 Git 仓库没有取完整历史（浅克隆），从提交时间看不出记录何时录入；请取完整历史（GitHub：actions/checkout 加 fetch-depth: 0，GitLab：GIT_DEPTH: 0），不看请加 --no-git'
}

async function withHistories(
  found: FoundFiles,
  since: PlainDate,
  { git }: JudgingOptions,
  memo: HistoryMemo | undefined,
): Promise<FoundFiles> {
  if (git === false || (git === undefined && found.files.length > MOST_FILES_WITH_HISTORY)) return found
  const histories = await lineHistories(found.files, found.roots, since, memo)
  if (histories.size === 0) return found
  return { ...found, files: found.files.map((file) => ({ ...file, history: histories.get(file.label) })) }
}

/** One file after another, so that no more than one is held as bytes. */
async function examineAll(
  files: readonly LedgerFile[],
  context: ReadingContext,
  progress: (done: number, file: LedgerFile) => void = () => {},
): Promise<ExaminedFile[]> {
  const examined: ExaminedFile[] = []
  for (const [index, file] of files.entries()) {
    const one = await examineLedger(file, context)
    if (one !== undefined) examined.push(one)
    progress(index + 1, file)
  }
  return examined
}

function progressOn(terminal: Terminal, { quiet = false }: JudgingOptions, { files }: FoundFiles) {
  return (done: number, { label }: LedgerFile) => {
    if (!quiet) terminal.progress(done < files.length ? `读取台账 ${done}/${files.length}　${label}` : '')
  }
}

/** @throws UsageError */
function requireLedgers(files: readonly (Part | JudgedFile)[], { paths, found }: OpenedInput): void {
  if (!files.some(isRead)) throw new UsageError(nothingFound(paths, found.problems))
}

/** A ledger, or something that might be one and could not be read; what was only passed over is neither. */
function isRead(file: Part | JudgedFile): boolean {
  const branches = 'branches' in file ? file.branches : file.readings
  return branches.length > 0 || file.problems.some(({ severity }) => severity === 'error')
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

function nothingFound(paths: readonly string[], problems: readonly Problem[]): string {
  const passedOver = problems.map(({ message, evidence: [at] }) => `；${at?.file ?? ''}：${message}`).join('')
  const places = paths.map((path) => (path === CURRENT_FOLDER ? '当前文件夹' : path)).join('、')
  return `没有找到台账：在 ${places} 中没有可读的 .yaml、.yml、.csv、.tsv、.xlsx 台账（以点开头的文件夹、node_modules、配置、规则集和本工具的报告不算）${passedOver}`
}
