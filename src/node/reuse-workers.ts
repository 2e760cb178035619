import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import type { CompareTexts } from '../text/reuse/index.ts'
import { Settled } from '../text/reuse/settled.ts'
import { shelve } from '../text/reuse/shelving.ts'
import { ReuseRoom } from './reuse-room.ts'
import { type StartThread, startThreads, Team } from './reuse-team.ts'

/** Fewer characters than this are compared sooner than a thread is started. */
const LEAST_CHARACTERS = 3_000_000
const MOST_THREADS = 8

const PROGRAM = new URL('./reuse-worker.js', import.meta.url)

/** `compareTexts` on several threads where there is enough work, and in files where memory would not do. */
export const compareTextsAtLarge: CompareTexts = compareTextsBy({
  start: startThreads(PROGRAM),
  othersFor: (characters) => {
    const threads = Math.min(MOST_THREADS, availableParallelism())
    return characters < LEAST_CHARACTERS || !existsSync(PROGRAM) ? 0 : threads - 1
  },
})

export interface Means {
  readonly start: StartThread
  /** How many threads beside this one compare so many characters. */
  readonly othersFor: (characters: number) => number
  /** More characters than these are kept in files. */
  readonly mostInMemory?: number
}

/** `compareTexts` by other means: it waits for threads, for who compares texts within a check cannot. */
export function compareTextsBy({ start, othersFor, mostInMemory }: Means): CompareTexts {
  return (texts, options) => {
    const team = new Team(start)
    try {
      const room = new ReuseRoom(team, othersFor, mostInMemory)
      const { shelf, roll, wording } = shelve(texts, room)
      room.tidy()
      const next = new Int32Array(new SharedArrayBuffer(4))
      const tracing = { shelf: shelf.address, roll, wording, options, next }
      const traced = team.share(() => ({ stage: 'trace', tracing }))
      return new Settled({ shelf, roll }, new Map(traced.toSorted(([one], [other]) => one - other)), texts)
    } finally {
      team.stop()
    }
  }
}
