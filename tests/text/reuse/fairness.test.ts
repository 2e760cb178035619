import { describe, expect, test } from 'vitest'
import { found, lecture, ownText, reuseOf, sourcesOf } from './texts.ts'

const EARLIER = '2026-01-05'
const LATER = '2026-02-05'

/** Two lectures that share nothing but the given wording, in text of their own. */
function sharing(wording: string, setPhrases: readonly string[] = []) {
  return reuseOf(
    [
      lecture('earlier', ownText(1, 300) + wording + ownText(2, 300), { date: EARLIER }),
      lecture('later', ownText(3, 300) + wording + ownText(4, 300), { date: LATER }),
    ],
    setPhrases,
  )
}

const WORDING = ownText(9, 90)

test('the wording that these tests share is copied where nothing excuses it', () => {
  expect(sourcesOf(sharing(WORDING), 'later')).toEqual([['earlier', 0.13]])
})

describe('no copying', () => {
  test('set phrases, and parts of them', () => {
    const phrases = [ownText(21, 40), ownText(22, 40), ownText(23, 40)]
    const parts = phrases.map((phrase) => phrase.slice(3, 36)).join('')
    expect(sourcesOf(sharing(parts), 'later')).not.toEqual([])
    expect(sourcesOf(sharing(parts, phrases), 'later')).toEqual([])
  })

  test('titles in 《》', () => {
    const titles = [24, 25, 26].map((seed) => `《${ownText(seed, 28).replace(/[，。]/gu, '')}》`).join('、')
    expect(sourcesOf(sharing(titles.replace(/[《》]/gu, '')), 'later')).not.toEqual([])
    expect(sourcesOf(sharing(titles), 'later')).toEqual([])
  })

  test.each([
    ['in quotation marks', `“${WORDING}”`],
    ['in corner brackets', `「${WORDING}」`],
    ['in white corner brackets', `『${WORDING}』`],
    ['in straight marks', `"${WORDING}"`],
    ['behind 指出', `文件指出：${WORDING}`],
    ['behind 强调', `会议强调，${WORDING}`],
    ['behind 原文', `原文是：${WORDING}`],
    ['as an article of a regulation', `\n第十一条　${WORDING}\n`],
  ])('what is openly quoted: %s', (_, quotation) => {
    expect(sourcesOf(sharing(quotation), 'later')).toEqual([])
  })

  test('wording that many unrelated texts have', () => {
    const common = ownText(30, 55)
    const texts = Array.from({ length: 30 }, (_, at) =>
      lecture(`lecture-${at}`, ownText(100 + at, 200) + common + ownText(200 + at, 200), {
        date: `2026-01-${10 + at}`,
      }),
    )
    expect(sourcesOf(reuseOf(texts.slice(0, 2)), 'lecture-1')).not.toEqual([])
    expect(reuseOf(texts).lectures.filter(({ matches }) => matches.length > 0)).toEqual([])
  })

  test('one lecture given by one lecturer to several branches', () => {
    const text = ownText(5, 300)
    const given = (kin: string[]) =>
      reuseOf([lecture('one', text, { date: EARLIER, kin }), lecture('other', text, { date: LATER, kin })])
    expect(found(given([]), 'other').originality).toBe(0)
    expect(found(given(['tour']), 'other').originality).toBe(1)
  })

  test('sittings of one lecture in one branch on one day', () => {
    const text = ownText(5, 300)
    const held = (date: string) =>
      reuseOf([
        lecture('morning', text, { group: 'branch', date: EARLIER }),
        lecture('evening', text, { group: 'branch', date }),
      ])
    expect(found(held(EARLIER), 'evening').originality).toBe(1)
    expect(found(held(LATER), 'evening')).toMatchObject({ originality: 0, matches: [{ relation: 'own' }] })
  })

  test('what was issued for all to use', () => {
    const text = ownText(5, 300)
    const used = (role: 'lecture' | 'issued') =>
      reuseOf([lecture('one', text, { date: EARLIER, role }), lecture('other', text + ownText(6, 50), { date: LATER })])
    expect(found(used('lecture'), 'other').originality).toBeLessThan(0.2)
    expect(found(used('issued'), 'other').originality).toBe(1)
  })

  test('the text of a document that the lecture is about', () => {
    const document = lecture('document', ownText(5, 300), { role: 'corpus', group: '' })
    const about = (studies: string[]) =>
      reuseOf([document, lecture('other', document.text + ownText(6, 300), { studies })])
    expect(found(about([]), 'other')).toMatchObject({ matches: [{ relation: 'corpus' }] })
    expect(found(about([]), 'other').originality).toBeCloseTo(0.5, 1)
    expect(found(about(['document']), 'other').originality).toBe(1)
  })

  test('fields of a form, and whatever else is to be read over', () => {
    const text = ownText(5, 120)
    const minutes = (ignore: boolean) =>
      reuseOf([
        lecture('one', text, { date: EARLIER }),
        lecture('other', text, { date: LATER, ignore: ignore ? [{ start: 0, end: text.length }] : [] }),
      ])
    expect(sourcesOf(minutes(false), 'other')).toEqual([['one', 1]])
    expect(sourcesOf(minutes(true), 'other')).toEqual([])
  })
})

test('what the earlier lecture quotes, both may have from a third: the later one need not mark it', () => {
  const withQuotation = (quotation: string) =>
    reuseOf([
      lecture('earlier', ownText(1, 300) + quotation + ownText(2, 300), { date: EARLIER }),
      lecture('later', ownText(3, 300) + WORDING + ownText(4, 300), { date: LATER }),
    ])
  expect(sourcesOf(withQuotation(WORDING), 'later')).toEqual([['earlier', 0.13]])
  expect(sourcesOf(withQuotation(`有人指出：“${WORDING}”`), 'later')).toEqual([])
})

describe('quotation marks are no way out', () => {
  const text = ownText(5, 360)

  test('a whole lecture wrapped in one pair of them', () => {
    const result = reuseOf([lecture('one', text, { date: EARLIER }), lecture('other', `“${text}”`, { date: LATER })])
    expect(found(result, 'other').originality).toBe(0)
  })

  test('a whole lecture cut into quotations, each with a source', () => {
    const quotations = [0, 1, 2, 3].map((part) => `有人指出：“${text.slice(part * 90, (part + 1) * 90)}”`).join('')
    const result = reuseOf([lecture('one', text, { date: EARLIER }), lecture('other', quotations, { date: LATER })])
    expect(found(result, 'other').originality).toBeLessThan(0.2)
  })
})
