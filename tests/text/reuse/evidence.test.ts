import { describe, expect, test } from 'vitest'
import { Chance } from '../../../src/text/reuse/chance.ts'
import type { Fragment } from '../../../src/text/reuse/fragment.ts'
import type { ReuseDocument } from '../../../src/text/reuse/index.ts'
import { passagesOf } from '../../../src/text/reuse/passages.ts'
import { roomInMemory, shelve } from '../../../src/text/reuse/shelving.ts'
import { found, lecture, ownText, reuseOf, sourcesOf } from './texts.ts'

const PHRASES = Array.from({ length: 12 }, (_, at) => ownText(500 + at, 22).replace('，', ''))

/** Forty lectures that have every phrase, each in an order and in surroundings of its own. */
const UNRELATED = Array.from({ length: 40 }, (_, at) =>
  lecture(
    `unrelated-${at}`,
    PHRASES.toSorted((a, b) => orderKey(a, at) - orderKey(b, at))
      .map((phrase, place) => phrase + ownText(10_000 + at * 20 + place, 40))
      .join(''),
    { date: '2026-01-01' },
  ),
)

function orderKey(phrase: string, seed: number): number {
  return ownText(seed * 12 + PHRASES.indexOf(phrase) + 7000, 3).charCodeAt(0)
}

/** What a later lecture has from an earlier one, both with the wording given and else all their own. */
function shared(earlier: string, later = earlier): [string, number][] {
  const documents: ReuseDocument[] = [
    ...UNRELATED,
    lecture('earlier', ownText(1, 300) + earlier + ownText(2, 300), { date: '2026-01-05' }),
    lecture('later', ownText(3, 300) + later + ownText(4, 300), { date: '2026-02-05' }),
  ]
  return sourcesOf(reuseOf(documents), 'later')
}

describe('what proves that a passage was copied', () => {
  const [one = ''] = PHRASES
  const own = ownText(900, 30).replaceAll('，', '')

  test('a phrase beside a sentence that only these two have does not, though both together are long enough', () => {
    expect(shared(one + own.slice(0, 28))).toEqual([])
  })

  test('more phrases in one order than chance brings about do, though everybody has each of them', () => {
    expect(shared(PHRASES.slice(0, 2).join(''))).toEqual([])
    expect(shared(PHRASES.slice(0, 6).join(''))).toMatchObject([['earlier', expect.any(Number)]])
  })
})

describe('two fragments that stand next to each other', () => {
  const shelved = shelve({ all: UNRELATED, textOf: (given) => UNRELATED[given] as ReuseDocument }, roomInMemory())
  const chance = new Chance(shelved.shelf)
  const fragment = (here: number, there: number, own = 22): Fragment => ({
    source: 0,
    here,
    hereEnd: here + 22,
    there,
    thereEnd: there + 22,
    edits: 0,
    evidence: { own, order: 0 },
  })
  const passages = (...fragments: readonly Fragment[]) => passagesOf(fragments, 40, chance).length

  test('prove together what neither does alone', () => {
    expect(passages(fragment(1000, 0))).toBe(0)
    expect(passages(fragment(1000, 0), fragment(1022, 22))).toBe(1)
  })

  test('prove less where the source has them apart: chance had all its places to choose from', () => {
    expect(passages(fragment(1000, 0), fragment(1022, 40))).toBe(0)
    expect(passages(fragment(1000, 40), fragment(1022, 0))).toBe(0)
  })

  test('prove no more than one where the source has them but once', () => {
    expect(passages(fragment(1000, 0, 30), fragment(1022, 0, 30))).toBe(0)
  })
})

test('what the lecturer put between two copied stretches is his own', () => {
  const [before, between, behind] = [ownText(21, 150), ownText(22, 30), ownText(23, 150)] as const
  const result = reuseOf([
    lecture('earlier', before + behind, { date: '2026-01-05' }),
    lecture('later', before + between + behind, { date: '2026-02-05' }),
  ])
  const [start, end] = [before.length, before.length + between.length]
  const inside = found(result, 'later')
    .matches.flatMap(({ passages }) => passages.map(({ here }) => here))
    .filter((here) => here.start < end - 3 && here.end > start + 3)
  expect(inside).toEqual([])
  expect(found(result, 'later').originality).toBeCloseTo(0.09, 2)
})
