import { existsSync } from 'node:fs'
import { dirname, resolve } from 'node:path'
import process from 'node:process'
import { examine, type Part, wantedScripts } from '../check.ts'
import type { CorpusText } from '../checks/contract.ts'
import type { IntakeFile, ScriptText } from '../intake/index.ts'
import { readCorpus } from '../node/corpus.ts'
import { fileProblem } from '../node/file-problem.ts'
import { type FoundFiles, findLedgerFiles, MissingPathError } from '../node/ledger-files.ts'
import { intakeFile, readLedgerFile } from '../node/ledger-reader.ts'
import { listedPaths, type Project } from '../node/project.ts'
import { type Roster, readRosters, rosterBeside } from '../node/roster-files.ts'
import { readScripts } from '../node/script-files.ts'
import { readStandardInput } from '../node/standard-input.ts'
import type { Terminal } from '../node/terminal.ts'
import { unreadPart } from '../node/unread-part.ts'
import type { Setup } from '../setup.ts'
import type { Problem } from '../source/problem.ts'
import { UsageError } from './exit.ts'
import type { JudgingOptions } from './judging-options.ts'
import { projectOf, setupOf } from './setup.ts'

/** All that `conclude` wants: the setup, what each file came to, and the scripts that ledgers name. */
export interface Input {
  readonly setup: Setup
  readonly parts: readonly Part[]
  readonly scripts: ReadonlyMap<string, ScriptText>
  /** The files read, for the file system: no report may be written over them. */
  readonly files: readonly string[]
}

const STANDARD_INPUT = '-'
const CURRENT_FOLDER = '.'

/**
 * Reads what a command that judges ledgers is given.
 *
 * @throws SetupError
 * @throws UsageError where there is no ledger to read
 */
export async function readInput(given: readonly string[], options: JudgingOptions, terminal: Terminal): Promise<Input> {
  const project = projectOf(options)
  const paths = pathsFor(given, project)
  const found = await find(
    paths.filter((path) => path !== STANDARD_INPUT),
    given.length > 0,
  )
  const plain = await setupOf(options, project, await corpusFor(options, project))
  const roster = rosterFor(found, given.length > 0 ? undefined : project, plain)
  const setup = { ...plain, roster: roster.branches }
  const parts = [
    ...(paths.includes(STANDARD_INPUT) ? [await examineStandardInput(options, setup)] : []),
    ...found.problems.map(unreadPart),
    ...(await examineFiles(found, setup, options.quiet === true ? undefined : terminal)),
  ]
  if (!parts.some(isRead)) throw new UsageError(nothingFound(paths, found.problems))
  const scripts = await readScripts(wantedScripts(parts), [...found.roots, ...folderOfStandardInput(options)])
  return {
    setup,
    parts: withProblems(parts, [...roster.problems, ...scripts.problems]),
    scripts: scripts.texts,
    files: found.files.map(({ path }) => path),
  }
}

/** A ledger, or something that might be one and could not be read; what was only passed over is neither. */
function isRead({ branches, problems }: Part): boolean {
  return branches.length > 0 || problems.some(({ severity }) => severity === 'error')
}

/** What is wrong with files that are no ledgers is told along with the first ledger; the report orders it by file. */
function withProblems([first, ...rest]: readonly Part[], problems: readonly Problem[]): Part[] {
  return first === undefined ? [] : [{ ...first, problems: [...first.problems, ...problems] }, ...rest]
}

/** The branches that ought to be there; the configuration's roster is for what the configuration names. */
function rosterFor({ rosters }: FoundFiles, project: Project | undefined, { intake }: Setup): Roster {
  const configured = project?.config === undefined ? [] : rosterBeside(project.folder, process.cwd())
  return readRosters([...rosters, ...configured], intake)
}

/** A corpus that is not there must not pass for one in which nothing was found. */
async function corpusFor(options: JudgingOptions, project: Project): Promise<readonly CorpusText[]> {
  const folders = options.corpus ?? listedPaths(project, 'corpus', process.cwd())
  const missing = folders.find((folder) => !existsSync(folder))
  if (missing !== undefined) throw new UsageError(`找不到参考资料文件夹“${missing}”，请核对路径`)
  return folders.length === 0 ? [] : readCorpus(folders)
}

/** What is given, else what the configuration names, else the current folder. */
function pathsFor(given: readonly string[], project: Project): readonly string[] {
  if (given.length > 0) return given
  const configured = listedPaths(project, 'ledgers', process.cwd())
  return configured.length > 0 ? configured : [CURRENT_FOLDER]
}

/** Below the current folder that nobody named, files are called by what stands below it. */
async function find(paths: readonly string[], isGiven: boolean): Promise<FoundFiles> {
  try {
    return await findLedgerFiles(paths, (path) => (path === CURRENT_FOLDER && !isGiven ? '' : path))
  } catch (error) {
    if (error instanceof MissingPathError) throw new UsageError(`找不到“${error.message}”，请核对路径`)
    throw error
  }
}

/** One file after another, so that no more than one is held as bytes. */
async function examineFiles({ files }: FoundFiles, setup: Setup, terminal: Terminal | undefined): Promise<Part[]> {
  const parts: Part[] = []
  for (const [index, file] of files.entries()) {
    terminal?.progress(`读取台账 ${index + 1}/${files.length}　${file.label}`)
    const reading = await readLedgerFile(file)
    if ('problem' in reading) parts.push(unreadPart(reading.problem))
    else if (reading.file !== undefined) parts.push(guarded(reading.file, setup))
  }
  terminal?.progress('')
  return parts
}

/** A file on which the reader breaks down takes no other with it. */
function guarded(file: IntakeFile, setup: Setup): Part {
  try {
    return examine(file, setup)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `读取这个文件时程序出错（${reason}），其中的内容未检查，请将文件交维护人员`
    return unreadPart(fileProblem('reader-crash', 'error', message, file.path))
  }
}

async function examineStandardInput({ stdinFilename }: JudgingOptions, setup: Setup): Promise<Part> {
  if (stdinFilename === undefined) {
    throw new UsageError('从标准输入读取时，请用 --stdin-filename 写明文件名，如 --stdin-filename 台账.csv')
  }
  return guarded(await intakeFile(stdinFilename, await readStandardInput()), setup)
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
