import { existsSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { MessageChannel, type MessagePort, receiveMessageOnPort, Worker } from 'node:worker_threads'
import type { CompareTexts } from '../text/reuse/index.ts'
import { Settled } from '../text/reuse/settled.ts'
import { shelve } from '../text/reuse/shelving.ts'
import { ReuseRoom } from './reuse-room.ts'
import { type Answer, type Traced, type Tracing, type TracingThread, trace } from './reuse-tracing.ts'

/** Fewer characters than this are traced sooner than a thread is started. */
const LEAST_CHARACTERS = 3_000_000
const MOST_THREADS = 8
/** A thread that says nothing for so long will never speak. Milliseconds. */
const PATIENCE = 600_000

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
  /** How many threads beside this one trace so many characters. */
  readonly othersFor: (characters: number) => number
  /** More characters than these are kept in files. */
  readonly mostInMemory?: number
}

/** `compareTexts` by other means: it waits for threads, for who compares texts within a check cannot. */
export function compareTextsBy({ start, othersFor, mostInMemory }: Means): CompareTexts {
  return (texts, options) => {
    const room = new ReuseRoom(mostInMemory)
    const { shelf, roll, wording } = shelve(texts, room)
    room.tidy()
    const next = new Int32Array(new SharedArrayBuffer(4))
    const others = othersFor(shelf.starts.at(-1) ?? 0)
    const traced = traceTogether({ shelf: shelf.address, roll, wording, options, next }, start, others)
    const passages = new Map(traced.toSorted(([one], [other]) => one - other))
    return new Settled({ shelf, roll }, passages, texts)
  }
}

interface Thread {
  readonly port: MessagePort
  stop(): void
}

export type StartThread = (start: Omit<TracingThread, 'port'>) => Thread

export function startThreads(program: URL): StartThread {
  return (start) => {
    const { port1, port2 } = new MessageChannel()
    const worker = new Worker(program, { execArgv: [], workerData: { ...start, port: port2 }, transferList: [port2] })
    worker.unref()
    port1.unref()
    return {
      port: port1,
      stop: () => {
        port1.close()
        void worker.terminate()
      },
    }
  }
}

/** What this thread and so many others trace, each what the others have not taken. */
function traceTogether(tracing: Tracing, start: StartThread, others: number): Traced {
  const finished = new Int32Array(new SharedArrayBuffer(4))
  const threads = Array.from({ length: others }, () => start({ tracing, finished }))
  try {
    const own = trace(tracing)
    for (let count = Atomics.load(finished, 0); count < others; count = Atomics.load(finished, 0)) {
      if (Atomics.wait(finished, 0, count, PATIENCE) === 'timed-out')
        throw new Error('a thread that compares texts is gone')
    }
    return [...own, ...threads.flatMap(({ port }) => tracedBy(port))]
  } finally {
    for (const thread of threads) thread.stop()
  }
}

function tracedBy(port: MessagePort): Traced {
  const answer: Answer | undefined = receiveMessageOnPort(port)?.message
  if (answer === undefined || 'error' in answer)
    throw new Error(answer?.error ?? 'a thread that compares texts gave no answer')
  return answer.traced
}
