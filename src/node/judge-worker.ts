import { parentPort, workerData } from 'node:worker_threads'
import { judgeOneFor } from './judgement-cache.ts'
import type { Batch, WorkerData } from './judging-threads.ts'
import { projectFor, setupFor } from './setup-request.ts'

/** A thread that judges the files it is sent, one batch after another. */
const { request, roots, cacheFolder }: WorkerData = workerData
const judgeOne = setupFor(request, projectFor(request)).then((setup) => judgeOneFor({ setup, roots }, cacheFolder))

parentPort?.on('message', async (batch: Batch) => {
  const judge = await judgeOne
  parentPort?.postMessage(await Promise.all(batch.map(judge)))
})
