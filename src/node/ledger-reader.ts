import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import type { Problem } from '../source/problem.ts'
import { fileProblem, reasonOf } from './file-problem.ts'
import type { LedgerFile } from './ledger-files.ts'
import { isOwnFile } from './own-file.ts'

/** The bytes of a ledger; none where a file of the program itself was only met on the way. */
export type LedgerBytes = { readonly bytes: Uint8Array | undefined } | { readonly problem: Problem }

export async function readLedgerFile({ path, label, isNamed }: LedgerFile): Promise<LedgerBytes> {
  try {
    const bytes = await readFile(path)
    return { bytes: !isNamed && isOwnFile(basename(path), bytes) ? undefined : bytes }
  } catch (error) {
    const message = `文件无法读取（${reasonOf(error)}），其中的内容未检查，请核对权限后重新检查`
    return { problem: fileProblem('unreadable-file', 'error', message, label) }
  }
}
