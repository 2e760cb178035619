import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findReuseBy, startThreads } from '../../src/node/reuse-workers.ts'
import { findReuse } from '../../src/text/reuse/index.ts'
import { lecture, ownText } from '../text/reuse/texts.ts'

const OPTIONS = { minPassage: 40, setPhrases: [] }

const folder = mkdtempSync(join(tmpdir(), 'taizhang-reuse-'))
const program = join(folder, 'reuse-worker.mjs')

beforeAll(async () => {
  await build({
    entryPoints: ['src/node/reuse-worker.ts'],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'esm',
  })
})

afterAll(() => rmSync(folder, { recursive: true }))

/** Lectures that copy from each other in several ways, with quotations and stretches to read over. */
const DOCUMENTS = Array.from({ length: 60 }, (_, at) =>
  lecture(
    `lecture-${at}`,
    `${ownText(at % 7, 120)}“${ownText(90, 50)}”${ownText(200 + at, 160)}${ownText((at * 3) % 11, 90)}`,
    {
      date: at % 9 === 0 ? undefined : `2026-01-${String(10 + (at % 15))}`,
      role: at % 13 === 0 ? 'corpus' : 'lecture',
      ignore: at % 4 === 0 ? [{ start: 3, end: 9 }] : [],
    },
  ),
)

describe('threads come to the same as one thread', () => {
  test.each([1, 2, 3])('with %i beside this one', (others) => {
    const threaded = findReuseBy(startThreads(pathToFileURL(program)))(others)(DOCUMENTS, OPTIONS)
    expect(threaded).toEqual(findReuse(DOCUMENTS, OPTIONS))
    expect(threaded.clusters.length).toBeGreaterThan(0)
  })

  test('where there are fewer texts than threads', () => {
    const few = DOCUMENTS.slice(0, 2)
    const threaded = findReuseBy(startThreads(pathToFileURL(program)))(3)(few, OPTIONS)
    expect(threaded).toEqual(findReuse(few, OPTIONS))
  })
})
