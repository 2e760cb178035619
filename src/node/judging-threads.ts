import { availableParallelism } from 'node:os'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { Worker } from 'node:worker_threads'
import type { JudgedFile } from '../check.ts'
import { type JudgeOne, openStowed, type StowedFile, stowFile } from './judgement-cache.ts'
import type { LedgerFile } from './ledger-files.ts'
import type { ScratchFile } from './scratch-file.ts'
import type { SetupRequest } from './setup-request.ts'

/** What a worker is told when it starts. */
export interface WorkerData {
  readonly request: SetupRequest
  readonly roots: readonly string[]
  readonly cacheFolder: string | undefined
}

/** What goes to a worker: files in a row, and the place of the first among all. */
export interface Batch {
  readonly from: number
  readonly files: readonly LedgerFile[]
}

/** What comes back for it. A small batch may be done before a large one that was sent earlier. */
export interface BatchResult {
  readonly from: number
  readonly judged: readonly (StowedFile | undefined)[]
}

/** Files that one message carries at most. */
const BATCH = 8
/** Of what is left a thread takes this part of its share: fewer files toward the end, so that all end together. */
const PART_OF_SHARE = 1 / 4
/** Batches that a worker has before it, so that it never waits for this thread. */
const AHEAD = 2
/** From so many files on, what was judged is put into a file. */
export const MANY_FILES = 500
/** Below this many bytes a worker costs more to start than it saves. */
const WORTH_A_WORKER = 4_000_000

export interface ThreadOptions extends WorkerData {
  /** Threads in all, this one among them; by default as many as the machine has and the work is worth. */
  readonly threads: number | undefined
  readonly bytes: number
  /** Where what was judged is put, if there is much. */
  readonly scratch: ScratchFile | undefined
  readonly progress: (done: number, file: LedgerFile) => void
}

/** How many threads the work is worth. */
export function threadsFor({ threads, bytes }: Pick<ThreadOptions, 'threads' | 'bytes'>): number {
  return threads ?? Math.min(availableParallelism(), 1 + Math.floor(bytes / WORTH_A_WORKER))
}

/**
 * Judges every file by itself, on this thread and on workers beside it. What comes out is in the order of the files,
 * however many threads there are.
 */
export async function judgeOnThreads(
  files: readonly LedgerFile[],
  judgeOne: JudgeOne,
  options: ThreadOptions,
): Promise<JudgedFile[]> {
  const results: (JudgedFile | undefined)[] = new Array(files.length)
  const threads = Math.min(threadsFor(options), files.length + 1)
  const queue = new Queue(files, threads)
  const { scratch } = options
  let done = 0
  const finish = ({ from, files }: Batch, judged: readonly (JudgedFile | undefined)[]) => {
    for (const [offset, one] of judged.entries()) results[from + offset] = one
    done += files.length
    const last = files.at(-1)
    if (last !== undefined) options.progress(done, last)
  }
  const workers = Array.from({ length: threads - 1 }, () => runWorker(queue, options, finish))
  for (let next = queue.take(1); next !== undefined; next = queue.take(1)) {
    const judged = await Promise.all(next.files.map(judgeOne))
    finish(
      next,
      judged.map((one) => one && (scratch === undefined ? one.judged : openStowed(stowFile(one), scratch))),
    )
  }
  await Promise.all(workers)
  return results.filter((one) => one !== undefined)
}

/** Hands out the files from the front. */
class Queue {
  private readonly files: readonly LedgerFile[]
  private readonly threads: number
  private next = 0

  constructor(files: readonly LedgerFile[], threads: number) {
    this.files = files
    this.threads = threads
  }

  take(most: number): Batch | undefined {
    if (this.next >= this.files.length) return undefined
    const from = this.next
    const share = (this.files.length - from) / this.threads
    this.next += Math.min(most, Math.ceil(share * PART_OF_SHARE))
    return { from, files: this.files.slice(from, this.next) }
  }
}

const ENTRY = fileURLToPath(new URL('judge-worker.js', import.meta.url))

/** Keeps one worker busy until the queue is empty. */
function runWorker(
  queue: Queue,
  { request, roots, cacheFolder, scratch }: ThreadOptions,
  finish: (batch: Batch, judged: readonly (JudgedFile | undefined)[]) => void,
): Promise<void> {
  const workerData: WorkerData = { request, roots, cacheFolder }
  const worker = new Worker(ENTRY, { execArgv: [], argv: process.argv.slice(2), workerData })
  const waiting = new Map<number, Batch>()
  const feed = () => {
    const next = queue.take(BATCH)
    if (next === undefined) return
    waiting.set(next.from, next)
    worker.postMessage(next)
  }
  return new Promise((resolve, reject) => {
    worker.on('error', reject)
    worker.on('message', ({ from, judged }: BatchResult) => {
      const batch = waiting.get(from)
      waiting.delete(from)
      if (batch !== undefined) {
        finish(
          batch,
          judged.map((one) => one && openStowed(one, scratch)),
        )
      }
      feed()
      if (waiting.size === 0) void worker.terminate().then(() => resolve())
    })
    for (let batch = 0; batch < AHEAD; batch += 1) feed()
    if (waiting.size === 0) void worker.terminate().then(() => resolve())
  })
}
