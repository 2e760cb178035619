import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ConclusionMemo } from '../engine/conclusion-memo.ts'
import type { Setup } from '../setup.ts'
import { holdsOn } from './kept-days.ts'

/** Keeps what the rules over all ledgers came to, by the facts that they were given, the corpus and the roster. */
export function conclusionCache(
  folder: string,
  { asOf, corpus, roster }: Pick<Setup, 'asOf' | 'corpus' | 'roster'>,
): ConclusionMemo {
  const context = JSON.stringify([corpus, roster])
  const pathOf = (key: string) =>
    join(folder, `${createHash('sha256').update(context).update(key).digest('hex')}.all.json`)
  return {
    recall: (key) => {
      try {
        const { days, conclusion } = JSON.parse(readFileSync(pathOf(key), 'utf8'))
        return holdsOn(asOf, days) ? conclusion : undefined
      } catch {
        return undefined
      }
    },
    keep: (key, conclusion, until) => {
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(pathOf(key), JSON.stringify({ days: { from: asOf, until }, conclusion }))
      } catch {
        // A folder that can't be written to is no reason to fail.
      }
    },
  }
}
