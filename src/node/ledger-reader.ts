import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { type IntakeFile, openWorkbook } from '../intake/index.ts'
import type { Problem } from '../source/problem.ts'
import { fileProblem, reasonOf } from './file-problem.ts'
import type { LedgerFile } from './ledger-files.ts'
import { isOwnFile } from './own-file.ts'

/** A ledger as intake wants it; none where a file of the program itself was only met on the way. */
export type LedgerReading = { readonly file: IntakeFile | undefined } | { readonly problem: Problem }

export async function readLedgerFile({ path, label, isNamed }: LedgerFile): Promise<LedgerReading> {
  await turn()
  try {
    const bytes = readFileSync(path)
    return { file: !isNamed && isOwnFile(basename(path), bytes) ? undefined : await intakeFile(label, bytes) }
  } catch (error) {
    const message = `文件无法读取（${reasonOf(error)}），其中的内容未检查，请核对文件后重新检查`
    return { problem: fileProblem('unreadable-file', 'error', message, label) }
  }
}

/**
 * Between two files others are heard: workers, an interrupt. The file itself is read without waiting, which takes less
 * than to bring up Node's threads for it.
 */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

/** Workbooks are opened beforehand, for that takes steps. */
export async function intakeFile(path: string, bytes: Uint8Array): Promise<IntakeFile> {
  return /\.xlsx$/iu.test(path) ? { path, bytes, workbook: await openWorkbook(bytes) } : { path, bytes }
}
