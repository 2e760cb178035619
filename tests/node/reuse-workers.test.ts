import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { startThreads } from '../../src/node/reuse-team.ts'
import { compareTextsBy } from '../../src/node/reuse-workers.ts'
import { ScratchError } from '../../src/node/scratch-file.ts'
import { findReuse, type ReuseDocument } from '../../src/text/reuse/index.ts'
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

/** So long that nobody looks at them closely: only what is in memory is. */
const LONG_DOCUMENTS = DOCUMENTS.map((one, at) => ({ ...one, text: one.text + ownText(1000 + at, 25_000) }))

/** With so many threads beside this one, and no more than so many characters in memory. */
function comparedBy(others: number, mostInMemory?: number) {
  const compare = compareTextsBy({
    start: startThreads(pathToFileURL(program)),
    othersFor: () => others,
    ...(mostInMemory !== undefined && { mostInMemory }),
  })
  return (documents: readonly ReuseDocument[]) => findReuse(documents, OPTIONS, compare)
}

describe('threads and files come to the same as one thread in memory', () => {
  const plain = findReuse(DOCUMENTS, OPTIONS)

  test.each([1, 2, 3])('with %i threads beside this one', (others) => {
    expect(comparedBy(others)(DOCUMENTS)).toEqual(plain)
    expect(plain.clusters.length).toBeGreaterThan(0)
  })

  test.each([
    [0, 0],
    [0, 500_000],
    [2, 0],
  ])('with %i threads and at most %i characters in memory', (others, mostInMemory) => {
    expect(comparedBy(others, mostInMemory)(LONG_DOCUMENTS)).toEqual(findReuse(LONG_DOCUMENTS, OPTIONS))
  })

  test('and files are used only where memory would not do', () => {
    vi.stubEnv('TMPDIR', join(folder, 'nowhere'))
    expect(() => comparedBy(0, 500_000)(LONG_DOCUMENTS)).toThrow(ScratchError)
    expect(comparedBy(0)(DOCUMENTS)).toEqual(plain)
    vi.unstubAllEnvs()
  })

  test('where there are fewer texts than threads', () => {
    const few = DOCUMENTS.slice(0, 2)
    expect(comparedBy(3)(few)).toEqual(findReuse(few, OPTIONS))
  })

  test('where there is none', () => {
    expect(comparedBy(1, 0)([])).toEqual({ lectures: [], clusters: [] })
  })
})
