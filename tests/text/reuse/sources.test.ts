import { describe, expect, test } from 'vitest'
import { found, lecture, ownText, reuseOf, sourcesOf } from './texts.ts'

const TEXT = ownText(1, 300)

describe('who had it first', () => {
  test('the earliest text is the source, whatever the order of the list', () => {
    const first = lecture('first', TEXT, { date: '2026-01-05' })
    const second = lecture('second', TEXT, { date: '2026-02-05' })
    const third = lecture('third', TEXT, { date: '2026-03-05' })
    for (const list of [
      [first, second, third],
      [third, second, first],
      [second, third, first],
    ]) {
      const result = reuseOf(list)
      expect(sourcesOf(result, 'first')).toEqual([])
      expect(sourcesOf(result, 'second')).toEqual([['first', 1]])
      expect(sourcesOf(result, 'third')).toEqual([['first', 1]])
      expect(result.clusters).toEqual([{ id: 'first', sources: ['first'], members: ['first', 'second', 'third'] }])
      expect(result.lectures.map(({ id }) => id)).toEqual(list.map(({ id }) => id))
    }
  })

  test('of two lectures of one day each names the other', () => {
    const result = reuseOf([lecture('one', TEXT), lecture('other', TEXT)])
    expect(found(result, 'one')).toMatchObject({ originality: 0, matches: [{ source: 'other', order: 'same-day' }] })
    expect(found(result, 'other')).toMatchObject({ originality: 0, matches: [{ source: 'one', order: 'same-day' }] })
    expect(result.clusters).toEqual([{ id: 'one', sources: ['one', 'other'], members: ['one', 'other'] }])
  })

  test('without a date nobody knows which came first', () => {
    const result = reuseOf([lecture('dated', TEXT), lecture('undated', TEXT, { date: undefined })])
    expect(found(result, 'undated').matches).toMatchObject([{ source: 'dated', order: 'undated' }])
  })

  test('the corpus comes before every lecture', () => {
    const result = reuseOf([
      lecture('one', TEXT, { date: '2026-01-05' }),
      lecture('other', TEXT, { date: '2026-02-05' }),
      lecture('reference', TEXT, { role: 'corpus', group: '', date: undefined }),
    ])
    expect(found(result, 'one').matches).toMatchObject([{ source: 'reference', relation: 'corpus', order: 'earlier' }])
    expect(found(result, 'other').matches).toMatchObject([{ source: 'reference', relation: 'corpus' }])
    expect(result.clusters).toEqual([{ id: 'reference', sources: ['reference'], members: ['one', 'other'] }])
  })

  test('a branch that repeats itself is told apart from one that copies', () => {
    const result = reuseOf([
      lecture('one', TEXT, { group: 'branch', date: '2026-01-05' }),
      lecture('other', TEXT, { group: 'branch', date: '2026-02-05' }),
    ])
    expect(found(result, 'other').matches).toMatchObject([{ source: 'one', relation: 'own' }])
  })

  test('shares are of the characters outside quotations', () => {
    const quotation = `“${ownText(7, 60)}”`
    const result = reuseOf([
      lecture('one', ownText(8, 100), { date: '2026-01-05' }),
      lecture('other', ownText(8, 100) + quotation + ownText(9, 100), { date: '2026-02-05' }),
    ])
    expect(sourcesOf(result, 'other')).toEqual([['one', 0.5]])
    expect(found(result, 'other').originality).toBeCloseTo(0.5)
  })
})

test('a template of three thousand branches is one cluster, found in near-linear time', () => {
  const texts = (count: number) =>
    Array.from({ length: count }, (_, at) =>
      lecture(`branch-${String(at).padStart(4, '0')}`, TEXT + ownText(100 + at, 60), {
        date: at === 0 ? '2026-01-01' : '2026-02-01',
      }),
    )
  const timed = (count: number) => {
    const documents = texts(count)
    const begun = performance.now()
    return { result: reuseOf(documents), took: performance.now() - begun }
  }
  timed(300)
  const small = timed(300)
  const large = timed(3000)
  expect(large.result.clusters).toHaveLength(1)
  expect(large.result.clusters[0]).toMatchObject({ id: 'branch-0000', sources: ['branch-0000'] })
  expect(large.result.clusters[0]?.members).toHaveLength(3000)
  expect(found(large.result, 'branch-2999').matches.map(({ source }) => source)).toEqual(['branch-0000'])
  expect(large.took).toBeLessThan(small.took * 40 + 500)
})

test('six branches that share one short text are one cluster', () => {
  const short = ownText(3, 100)
  const result = reuseOf(
    Array.from({ length: 6 }, (_, at) => lecture(`branch-${at}`, short, { date: `2026-01-0${at + 1}` })),
  )
  expect(result.clusters.map(({ members }) => members.length)).toEqual([6])
  expect(found(result, 'branch-5').originality).toBe(0)
})
