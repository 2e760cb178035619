import { parentPort, workerData } from 'node:worker_threads'
import { type JudgedOne, judgeOneFor } from './judgement-cache.ts'
import type { Batch, WorkerData } from './judging-threads.ts'
import { projectFor, setupFor } from './setup-request.ts'

/** A thread that judges the files it is sent, one batch after another. */
const { request, roots, cacheFolder }: WorkerData = workerData
const judgeOne = setupFor(request, projectFor(request)).then((setup) => judgeOneFor({ setup, roots }, cacheFolder))

parentPort?.on('message', async (batch: Batch) => {
  const judge = await judgeOne
  const judged = await Promise.all(batch.map(judge))
  parentPort?.postMessage(judged, judged.flatMap(bytesOf))
})

/** What is handed over rather than copied. */
function bytesOf(judged: JudgedOne | undefined): ArrayBuffer[] {
  if (judged === undefined) return []
  const parts = judged.facts instanceof Uint8Array ? [judged.results, judged.facts] : [judged.results]
  return parts.map(({ buffer }) => buffer as ArrayBuffer)
}
