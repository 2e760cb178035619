import fc from 'fast-check'
import { expect, test } from 'vitest'
import { FINGERPRINT, Fingerprinting, GUARANTEED } from '../../../src/text/reuse/fingerprints.ts'
import { findReuse } from '../../../src/text/reuse/index.ts'
import { found, lecture, ownText, reuseOf } from './texts.ts'

const seed = fc.integer({ min: 1, max: 1_000_000 })
const length = fc.integer({ min: 0, max: 200 })

test.each([40, 30])('any run of %i characters that stands in an earlier text is reported', (least) => {
  fc.assert(
    fc.property(
      fc.record({ run: seed, own: fc.tuple(seed, seed, seed, seed), around: fc.tuple(length, length, length, length) }),
      fc.integer({ min: least, max: 120 }),
      fc.integer({ min: 0, max: 30 }),
      ({ run, own, around }, size, others) => {
        const shared = ownText(run, size).replace(/[，。]/gu, '')
        const [a, b, c, d] = own.map((one, at) => ownText(2_000_000 + 4 * one + at, around[at] ?? 0))
        const strangers = Array.from({ length: others }, (_, at) =>
          lecture(`stranger-${at}`, ownText(9_000_000 + at, 150), { date: '2026-01-01' }),
        )
        const text = `${c}${shared}${d}`
        const documents = [
          ...strangers,
          lecture('earlier', `${a}${shared}${b}`, { date: '2026-01-05' }),
          lecture('later', text, { date: '2026-02-05' }),
        ]
        const result = findReuse(documents, { minPassage: least, setPhrases: [] })
        const start = text.indexOf(shared)
        const covered = found(result, 'later').matches.flatMap(({ passages }) => passages.map(({ here }) => here))
        expect(covered.some((here) => here.start <= start && here.end >= start + shared.length)).toBe(true)
      },
    ),
    { numRuns: 300 },
  )
})

test('texts that share so many characters in a row share a fingerprint', () => {
  const hashesOf = (text: string) => {
    const units = Uint16Array.from(text, (one) => one.charCodeAt(0))
    return new Fingerprinting().of(units, 0).hashes
  }
  fc.assert(
    fc.property(seed, seed, seed, (run, before, behind) => {
      const shared = ownText(run, 40)
        .replace(/[，。]/gu, '')
        .slice(0, GUARANTEED)
      const inShared = new Set(hashesOf(shared))
      expect(inShared.size).toBeGreaterThan(0)
      const hashes = hashesOf(ownText(before, 20) + shared + ownText(behind, 20))
      expect([...inShared].every((hash) => hashes.includes(hash))).toBe(true)
    }),
  )
  expect(GUARANTEED).toBeGreaterThan(FINGERPRINT)
})

test('the order of the texts makes no difference', () => {
  fc.assert(
    fc.property(
      fc.array(
        fc.tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 3 })),
        {
          minLength: 2,
          maxLength: 8,
        },
      ),
      seed,
      (parts, shuffle) => {
        const documents = parts.map(([one, other, day], at) =>
          lecture(`lecture-${at}`, ownText(one, 120) + ownText(other, 120) + ownText(50 + at, 80), {
            date: `2026-01-0${day}`,
          }),
        )
        const shuffled = documents.toSorted(
          (a, b) => ((shuffle * a.id.charCodeAt(8)) % 7) - ((shuffle * b.id.charCodeAt(8)) % 7),
        )
        const [straight, mixed] = [reuseOf(documents), reuseOf(shuffled)]
        expect(mixed.clusters).toEqual(straight.clusters)
        for (const { id } of documents) expect(found(mixed, id)).toEqual(found(straight, id))
      },
    ),
    { numRuns: 50 },
  )
})
