import { examine, type Part, wantedScripts } from '../check.ts'
import type { IntakeFile, ScriptText } from '../intake/index.ts'
import type { Setup } from '../setup.ts'
import { fileProblem } from './file-problem.ts'
import type { LedgerFile } from './ledger-files.ts'
import { readLedgerFile } from './ledger-reader.ts'
import { readScripts } from './script-files.ts'
import { unreadPart } from './unread-part.ts'

/** A file as intake left it, with the scripts that it names. */
export interface ExaminedFile {
  readonly part: Part
  readonly scripts: ReadonlyMap<string, ScriptText>
}

/** What the reading of files may know beside the files. */
export interface ReadingContext {
  readonly setup: Setup
  /** Folders and files that scripts may lie in. */
  readonly roots: readonly string[]
}

/** Reads a ledger and the scripts that it names; `undefined` for a file of the program itself that was met on the way. */
export async function examineLedger(file: LedgerFile, context: ReadingContext): Promise<ExaminedFile | undefined> {
  const reading = await readLedgerFile(file)
  if ('problem' in reading) return { part: unreadPart(reading.problem), scripts: new Map() }
  if (reading.file === undefined) return undefined
  const part = examineGuarded(reading.file, context.setup)
  return withScripts(file.history === undefined ? part : { ...part, history: file.history }, context.roots)
}

/** A file on which the reader breaks down takes no other with it. */
export function examineGuarded(file: IntakeFile, setup: Setup): Part {
  try {
    return examine(file, setup)
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error)
    const message = `读取这个文件时程序出错（${reason}），其中的内容未检查，请将文件交维护人员`
    return unreadPart(fileProblem('reader-crash', 'error', message, file.path))
  }
}

export async function withScripts(part: Part, roots: readonly string[]): Promise<ExaminedFile> {
  const { texts, problems } = await readScripts(wantedScripts([part]), roots)
  return { part: problems.length === 0 ? part : { ...part, problems: [...part.problems, ...problems] }, scripts: texts }
}
