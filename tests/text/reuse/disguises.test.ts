import { Converter } from 'opencc-js/cn2t'
import { describe, expect, test } from 'vitest'
import { found, lecture, ownText, reuseOf } from './texts.ts'

const COPIED = ownText(1, 400)
const BEFORE = ownText(2, 300)
const BEHIND = ownText(3, 300)

/** How much of the copied 400 characters is found, and how much of the 600 of the lecturer's own is flagged. */
function judged(disguised: string): { found: number; flagged: number } {
  const text = BEFORE + disguised + BEHIND
  const result = reuseOf([
    lecture('earlier', ownText(4, 200) + COPIED, { date: '2026-01-05' }),
    lecture('later', text, { date: '2026-02-05' }),
  ])
  const flagged = new Set<number>()
  for (const { passages } of found(result, 'later').matches) {
    for (const { here } of passages) for (let at = here.start; at < here.end; at++) flagged.add(at)
  }
  const inside = [...flagged].filter((at) => at >= BEFORE.length && at < BEFORE.length + disguised.length)
  return { found: inside.length / disguised.length, flagged: flagged.size - inside.length }
}

function everyNth(text: string, n: number, change: (character: string) => string): string {
  return [...text].map((character, at) => (at % n === n - 1 ? change(character) : character)).join('')
}

const toTraditional = Converter({ from: 'cn', to: 't' })
const paragraphs = [0, 1, 2, 3, 4].map((part) => COPIED.slice(part * 85, (part + 1) * 85))

describe('a copied passage is found whatever is done to it', () => {
  test.each([
    ['verbatim', COPIED],
    ['punctuation taken out', COPIED.replace(/[，。]/gu, '')],
    ['punctuation put in', everyNth(COPIED, 5, (character) => `${character}、`)],
    ['spaces put in', everyNth(COPIED, 3, (character) => `${character} `)],
    ['zero-width characters put in', everyNth(COPIED, 2, (character) => `${character}\u200b`)],
    ['line breaks put in', everyNth(COPIED, 11, (character) => `${character}\n`)],
    ['traditional characters', toTraditional(COPIED)],
    ['numbers put in', everyNth(COPIED, 20, (character) => `${character}１2`)],
    ['names of the branch put in', everyNth(COPIED, 40, (character) => `${character}杏园社区第一党支部`)],
    ['a tenth of the characters changed', everyNth(COPIED, 10, () => '某')],
    ['a tenth of the characters left out', everyNth(COPIED, 10, () => '')],
    ['a fifth of the characters changed', everyNth(COPIED, 5, () => '某')],
    ['paragraphs in another order', [2, 0, 4, 1, 3].map((part) => paragraphs[part]).join('\n')],
  ])('%s', (_, disguised) => {
    const { found: share, flagged } = judged(disguised)
    expect(share).toBeGreaterThan(0.95)
    expect(flagged).toBeLessThan(12)
  })

  test('full-width letters count as narrow ones', () => {
    const latin = 'Committee members visited every household along the river before the flood came down'
    const wide = [...latin]
      .map((one) => (one === ' ' ? '　' : String.fromCharCode(one.charCodeAt(0) + 0xfee0)))
      .join('')
    const result = reuseOf([
      lecture('earlier', latin, { date: '2026-01-05' }),
      lecture('later', wide, { date: '2026-02-05' }),
    ])
    expect(found(result, 'later').originality).toBe(0)
  })

  test('a mosaic of several sources names each of them', () => {
    const sources = [11, 12, 13].map((seed) => lecture(`source-${seed}`, ownText(seed, 500), { date: '2026-01-05' }))
    const mosaic = sources.map(({ text }) => text.slice(100, 190)).join('')
    const result = reuseOf([...sources, lecture('later', BEFORE + mosaic, { date: '2026-02-05' })])
    expect(
      found(result, 'later')
        .matches.map(({ source }) => source)
        .sort(),
    ).toEqual(['source-11', 'source-12', 'source-13'])
  })
})

test('positions are those of the texts as written', () => {
  const earlier = `标题\n\n${COPIED.slice(0, 100)}`
  const later = `１. 开场 ${COPIED.slice(0, 100).replaceAll('，', ' ， ')}`
  const result = reuseOf([
    lecture('earlier', earlier, { date: '2026-01-05' }),
    lecture('later', later, { date: '2026-02-05' }),
  ])
  const [passage] = found(result, 'later').matches[0]?.passages ?? []
  expect(passage?.here).toEqual({ start: later.indexOf(COPIED.slice(0, 5)), end: later.length })
  expect(passage?.there).toEqual({ start: 4, end: earlier.length })
})
