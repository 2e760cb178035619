import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConclusionMemo } from '../engine/conclusion-memo.ts'
import type { Setup } from '../setup.ts'

/** Keeps what the rules over all ledgers came to, by the facts that they were given, the corpus and the roster. */
export function conclusionCache(folder: string, { corpus, roster }: Pick<Setup, 'corpus' | 'roster'>): ConclusionMemo {
  const context = JSON.stringify([corpus, roster])
  const pathOf = (key: string) =>
    join(folder, `${createHash('sha256').update(context).update(key).digest('hex')}.all.json`)
  return {
    recall: (key) => {
      try {
        return JSON.parse(readFileSync(pathOf(key), 'utf8'))
      } catch {
        return undefined
      }
    },
    keep: (key, conclusion) => {
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(pathOf(key), JSON.stringify(conclusion))
      } catch {
        // A folder that can't be written to is no reason to fail.
      }
    },
  }
}
