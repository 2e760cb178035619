import { createHash } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { HistoryMemo } from './git-history.ts'
import { writeOutput } from './output-file.ts'

/** Keeps what Git told of the ledgers at a commit. A folder that can't be written to is no reason to fail. */
export function historyCache(folder: string): HistoryMemo {
  const pathOf = (key: string) => join(folder, `${createHash('sha256').update(key).digest('hex')}.history`)
  return {
    recall: async (key) => {
      try {
        return JSON.parse(await readFile(pathOf(key), 'utf8'))
      } catch {
        return undefined
      }
    },
    keep: async (key, histories) => {
      await writeOutput(pathOf(key), JSON.stringify(histories)).catch(() => undefined)
    },
  }
}
