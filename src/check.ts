import { type JudgedBranch, judgeBranch } from './checking/judged-branch.ts'
import { type Conclusion, reportOf } from './checking/report-of-all.ts'
import {
  attachScripts,
  type BranchReading,
  type FileReading,
  type IntakeFile,
  joinLedger,
  type LedgerPlan,
  planLedgers,
  type ReadingHead,
  readFile,
  type ScriptText,
  unreadAmong,
} from './intake/index.ts'
import type { LedgerHistory } from './ledger/history.ts'
import type { Report } from './report/schema.ts'
import type { Setup } from './setup.ts'
import type { Problem } from './source/problem.ts'
import { byText } from './text/order.ts'

/** What examining one file came to: its ledgers, what reading them ran into, and the scripts that they name. */
export type Part = FileReading

/** Reads one file by itself: pure, so that it can be kept and run anywhere. */
export function examine(file: IntakeFile, setup: Setup): Part {
  return readFile(file, setup.intake)
}

/** The script files (讲稿) that ledgers name, each once, for the caller to bring. */
export function wantedScripts(parts: readonly Part[]): string[] {
  return [...new Set(parts.flatMap(({ scripts }) => scripts.map(({ path }) => path)))].sort()
}

/** A branch's part in one file, judged as if it stood in no other. */
export interface JudgedReading extends ReadingHead {
  readonly judged: JudgedBranch
}

/** One file with its ledgers judged: all that `concludeFiles` needs of it, as long as its branches stand in no other. */
export interface JudgedFile extends Omit<Part, 'branches' | 'scripts' | 'history'> {
  readonly readings: readonly JudgedReading[]
  /** The scripts that its ledgers name, found or not. */
  readonly scriptPaths: readonly string[]
}

/** Examined and judged by itself, a file need not be held any longer: most branches stand in one file. */
export function judgeFile(part: Part, setup: Setup, scripts: ReadonlyMap<string, ScriptText> = new Map()): JudgedFile {
  const { branches: _, scripts: __, history: ___, ...counts } = part
  const attached = attachScripts([part], scripts)
  const problems = [...part.problems, ...attached.problems]
  const readings = attached.readings.map((reading): JudgedReading => {
    const { branch, origin, file } = reading
    const { plans } = planLedgers([reading])
    const judged = judgePlan(plans[0] ?? { branch, readings: [reading], unread: [] }, setup, historyOf([part]))
    problems.push(...judged.problems)
    return { branch, origin, file, judged: judged.branch }
  })
  return { ...counts, problems, readings, scriptPaths: wantedScripts([part]) }
}

function judgePlan(
  plan: LedgerPlan<BranchReading>,
  setup: Setup,
  history: LedgerHistory | undefined,
): { branch: JudgedBranch; problems: Problem[] } {
  const { ledger, problems } = joinLedger(plan)
  return { branch: judgeBranch(ledger, { ...setup, history }), problems }
}

function historyOf(parts: readonly Part[]): LedgerHistory | undefined {
  const known = parts.flatMap(({ path, history }) => (history === undefined ? [] : [[path, history] as const]))
  return known.length === 0 ? undefined : new Map(known)
}

/** The files that have to be read again, because a branch stands in several of them or goes by another id than its own. */
export function filesToJoin(files: readonly JudgedFile[]): string[] {
  const { plans } = planAll(files)
  const paths = plans.filter((plan) => aloneIn(plan) === undefined).flatMap(({ readings }) => readings)
  return [...new Set(paths.map(({ file }) => file))].sort()
}

function planAll(files: readonly JudgedFile[]) {
  return planLedgers(
    files.flatMap(({ readings }) => readings),
    unreadFiles(files),
  )
}

function unreadFiles(files: readonly JudgedFile[]): string[] {
  return unreadAmong(files, ({ readings }) => readings.length > 0)
}

/** What was judged of the branch while nothing was known of other files, where that still holds. */
function aloneIn({ branch, readings, unread }: LedgerPlan<JudgedReading>): JudgedBranch | undefined {
  const [only, ...others] = readings
  return unread.length === 0 && others.length === 0 && only?.judged.branch.id === branch.id ? only.judged : undefined
}

/** What concluding needs beside the files that were judged by themselves. */
export interface JoinInput {
  /** The files that `filesToJoin` names, examined once more. */
  readonly parts: readonly Part[]
  readonly scripts: ReadonlyMap<string, ScriptText>
  /** What was found wrong with files that are no ledgers. */
  readonly problems?: readonly Problem[]
}

/** Judges all files together and puts the report down. The order of the files is of no account. */
export function concludeFiles(files: readonly JudgedFile[], setup: Setup, again: JoinInput): Conclusion {
  const ordered = [...files].sort(byText(({ path }) => path))
  const { branches, problems } = judgedBranches(ordered, setup, again)
  const allProblems = [...problems, ...(again.problems ?? [])]
  return reportOf(branches, ordered, allProblems, { ...setup, unreadFiles: unreadFiles(ordered) })
}

/** What was judged of each branch by itself, those that stand in several files judged as one. */
export function judgedBranches(
  ordered: readonly JudgedFile[],
  setup: Setup,
  again: JoinInput,
): { branches: JudgedBranch[]; problems: Problem[] } {
  const { plans, problems } = planAll(ordered)
  const readAgain = attachScripts(again.parts, again.scripts).readings
  const byHead = new Map(readAgain.map((reading) => [headKey(reading), reading]))
  const history = historyOf(again.parts)
  const branches = plans.map((plan) => {
    const alone = aloneIn(plan)
    if (alone !== undefined) return alone
    const readings = plan.readings.map((head) => byHead.get(headKey(head)) ?? notReadAgain(head))
    const joined = judgePlan({ ...plan, readings }, setup, history)
    problems.push(...joined.problems)
    return joined.branch
  })
  return { branches, problems }
}

/** The same for a reading with its records and without. */
function headKey({ file, branch: { at, name } }: ReadingHead): string {
  return [file, at.sheet, at.line, at.column, name.value].join('\n')
}

function notReadAgain({ file }: ReadingHead): never {
  throw new RangeError(`${file} was to be read again and was not`)
}

/** Joins the parts into ledgers, judges each, then all together, and puts the report down. */
export function conclude(
  parts: readonly Part[],
  setup: Setup,
  scripts: ReadonlyMap<string, ScriptText> = new Map(),
): Report {
  const files = parts.map((part) => judgeFile(part, setup, scripts))
  const again = new Set(filesToJoin(files))
  return concludeFiles(files, setup, { parts: parts.filter(({ path }) => again.has(path)), scripts }).report
}
