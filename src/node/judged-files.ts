import { statSync } from 'node:fs'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { JudgedFile } from '../check.ts'
import { tidyCache } from './cache-folder.ts'
import type { ReadingContext } from './judge-ledger.ts'
import { JudgementCache, judgeOneFor, openStowed } from './judgement-cache.ts'
import { judgeOnThreads, MANY_FILES } from './judging-threads.ts'
import type { LedgerFile } from './ledger-files.ts'
import { ScratchFile } from './scratch-file.ts'
import type { SetupRequest } from './setup-request.ts'

export interface JudgingRequest {
  readonly context: ReadingContext
  /** What workers make their own setup of. */
  readonly request: SetupRequest
  readonly cacheFolder: string | undefined
  readonly threads: number | undefined
  readonly progress: (done: number, file: LedgerFile) => void
}

/** Files that are looked up at once. */
const AT_ONCE = 16

/** Judges every file by itself: what is known from before is recalled, the rest shared out over threads. */
export async function judgeFiles(
  files: readonly LedgerFile[],
  { context, request, cacheFolder, threads, progress }: JudgingRequest,
): Promise<JudgedFile[]> {
  const scratch = files.length >= MANY_FILES ? new ScratchFile() : undefined
  const recalled = await recallAll(files, cacheFolder, context.setup.asOf, scratch)
  const unknown = files.filter((file) => !recalled.has(file))
  const judged = await judgeOnThreads(unknown, judgeOneFor(context, cacheFolder), {
    request,
    roots: context.roots,
    cacheFolder,
    threads,
    scratch,
    bytes: threads === undefined ? bytesOf(unknown) : 0,
    progress: (done, file) => progress(files.length - unknown.length + done, file),
  })
  if (cacheFolder !== undefined) await tidyCache(cacheFolder)
  return [...recalled.values(), ...judged]
}

async function recallAll(
  files: readonly LedgerFile[],
  folder: string | undefined,
  asOf: PlainDate,
  scratch: ScratchFile | undefined,
) {
  const recalled = new Map<LedgerFile, JudgedFile>()
  if (folder === undefined) return recalled
  const cache = new JudgementCache(folder)
  for (let from = 0; from < files.length; from += AT_ONCE) {
    await Promise.all(
      files.slice(from, from + AT_ONCE).map(async (file) => {
        const known = await cache.recall(file, asOf)
        if (known !== undefined) recalled.set(file, openStowed(known, scratch))
      }),
    )
  }
  return recalled
}

function bytesOf(files: readonly LedgerFile[]): number {
  return files.reduce((sum, { path }) => sum + sizeOf(path), 0)
}

function sizeOf(path: string): number {
  try {
    return statSync(path).size
  } catch {
    return 0
  }
}
