import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Conclusion, ConclusionMemo } from '../engine/conclusion-memo.ts'
import type { Setup } from '../setup.ts'
import { holdsOn, type KeptDays } from './kept-days.ts'
import { pack, unpack } from './packed.ts'

interface Kept {
  readonly days: KeptDays
  readonly conclusion: Conclusion
}

/** Keeps what the rules over all ledgers came to, by the facts that they were given, the corpus and the roster. */
export function conclusionCache(
  folder: string,
  { asOf, corpus, roster }: Pick<Setup, 'asOf' | 'corpus' | 'roster'>,
): ConclusionMemo {
  const context = JSON.stringify([corpus, roster])
  const pathOf = (key: string) => join(folder, `${createHash('sha256').update(context).update(key).digest('hex')}.all`)
  return {
    recall: (key) => {
      try {
        const { days, conclusion } = unpack<Kept>(readFileSync(pathOf(key)))
        return holdsOn(asOf, days) ? conclusion : undefined
      } catch {
        return undefined
      }
    },
    keep: (key, conclusion, until) => {
      try {
        mkdirSync(folder, { recursive: true })
        writeFileSync(pathOf(key), pack({ days: { from: asOf, until }, conclusion } satisfies Kept))
      } catch {
        // A folder that can't be written to is no reason to fail.
      }
    },
  }
}
