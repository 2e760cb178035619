import { parentPort, workerData } from 'node:worker_threads'
import { judgeOneFor, type StowedFile, stowFile } from './judgement-cache.ts'
import type { Batch, BatchResult, WorkerData } from './judging-threads.ts'
import { projectFor, setupFor } from './setup-request.ts'

/** A thread that judges the files it is sent, one batch after another. */
const { request, roots, cacheFolder }: WorkerData = workerData
const judgeOne = setupFor(request, projectFor(request)).then((setup) => judgeOneFor({ setup, roots }, cacheFolder))

parentPort?.on('message', async ({ from, files }: Batch) => {
  const judge = await judgeOne
  const judged = (await Promise.all(files.map(judge))).map((one) => one && stowFile(one))
  const result: BatchResult = { from, judged }
  parentPort?.postMessage(result, judged.flatMap(bytesOf))
})

/** What is handed over rather than copied. */
function bytesOf(file: StowedFile | undefined): ArrayBuffer[] {
  if (file === undefined) return []
  const parts = file.facts instanceof Uint8Array ? [file.results, file.facts] : [file.results]
  return parts.map(({ buffer }) => buffer as ArrayBuffer)
}
