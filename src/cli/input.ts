import { filesToJoin, type JoinInput, type JudgedFile, judgeFile, type Part } from '../check.ts'
import type { ScriptText } from '../intake/index.ts'
import { changesAmong } from '../node/changed-files.ts'
import { conclusionCache } from '../node/conclusion-cache.ts'
import { type ExaminedFile, examineLedger, type ReadingContext } from '../node/judge-ledger.ts'
import { judgeFiles } from '../node/judged-files.ts'
import { MANY_FILES } from '../node/judging-threads.ts'
import type { FoundFiles, LedgerFile } from '../node/ledger-files.ts'
import { stowIn } from '../node/packed.ts'
import { ScratchFile } from '../node/scratch-file.ts'
import { Stopwatch } from '../node/stopwatch.ts'
import type { Terminal } from '../node/terminal.ts'
import { keepHeapSmall } from '../node/thrift.ts'
import type { Setup } from '../setup.ts'
import type { Problem } from '../source/problem.ts'
import { UsageError } from './exit.ts'
import type { JudgingOptions } from './judging-options.ts'
import { CURRENT_FOLDER, type OpenedInput, openInput } from './opened-input.ts'
import { settingFiles } from './setting-files.ts'
import { requestOf } from './setup.ts'

/** All that a command needs that looks into the ledgers themselves: each file as it was read, and the scripts they name. */
export interface Input {
  readonly setup: Setup
  readonly parts: readonly Part[]
  readonly scripts: ReadonlyMap<string, ScriptText>
  /** The files read, ledgers and others, for the file system: no report may be written over them. */
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
    files: filesRead(opened),
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
  const { context, found, beside, cacheFolder } = opened
  for (const notice of opened.notices) terminal.say(notice)
  stopwatch?.phase('读配置和规则')
  const ofFiles = await judgeFiles(found.files, {
    context,
    request: { ...requestOf(options), ...(options.settingsFrom !== undefined && { project: opened.project }) },
    cacheFolder,
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
  const piped = options.stdinFilename === undefined ? [] : [options.stdinFilename]
  const scope = { found, judged, setup: context.setup, piped }
  const changes = opened.changes === undefined ? {} : await changesAmong(opened.changes, scope)
  const isMany = found.files.length >= MANY_FILES
  if (isMany) keepHeapSmall()
  const setup = { ...context.setup, ...changes, ...(isMany && { stow: stowIn(new ScratchFile()) }) }
  return {
    setup: cacheFolder === undefined ? setup : { ...setup, conclusions: conclusionCache(cacheFolder, setup) },
    judged,
    join: {
      parts: again.map(({ part }) => part),
      scripts: new Map(again.flatMap(({ scripts }) => [...scripts])),
      problems: opened.problems,
    },
    files: filesRead(opened),
    stopwatch,
  }
}

function filesRead({ project, found, context }: OpenedInput): string[] {
  return [...found.files.map(({ path }) => path), ...settingFiles(project, context.setup)]
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
function requireLedgers(files: readonly (Part | JudgedFile)[], { paths }: OpenedInput): void {
  if (files.some(isRead)) return
  throw new UsageError(
    nothingFound(
      paths,
      files.flatMap(({ problems }) => problems),
    ),
  )
}

/** A ledger, or something that might be one and could not be read; what was only passed over is neither. */
export function isRead(file: Part | JudgedFile): boolean {
  const branches = 'branches' in file ? file.branches : file.readings
  return branches.length > 0 || file.problems.some(({ severity }) => severity === 'error')
}

/** Files that a message of one line names, with why they are no ledgers. */
const MOST_REASONS = 5

function nothingFound(paths: readonly string[], problems: readonly Problem[]): string {
  const shown = problems.slice(0, MOST_REASONS).map(({ message, evidence: [at] }) => `；${at?.file ?? ''}：${message}`)
  const more = problems.length > MOST_REASONS ? `；等共 ${problems.length} 处` : ''
  const places = paths.map((path) => (path === CURRENT_FOLDER ? '当前文件夹' : path)).join('、')
  return `没有找到台账：在 ${places} 中没有可读的 .yaml、.yml、.csv、.tsv、.xlsx 台账（以点开头的文件夹、node_modules、配置、规则集和本工具的报告不算）${shown.join('')}${more}`
}
