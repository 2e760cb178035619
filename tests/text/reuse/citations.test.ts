import { describe, expect, test } from 'vitest'
import { citationsOf } from '../../../src/text/reuse/citations.ts'
import { ownText } from './texts.ts'

/** Wording without marks of its own, and long enough to be a passage. */
const WORDS = ownText(9, 60).replace(/[，。]/gu, '')
const MORE = ownText(8, 60).replace(/[，。]/gu, '')
/** So much of its own that nothing quoted comes near a quarter of the text. */
const OWN = ownText(1, 400)

/** What a text counts as another's, as written. */
function cited(text: string): string[] {
  const whole = `${OWN}${text}${OWN}`
  return citationsOf(whole).map(({ start, end }) => whole.slice(start, end))
}

describe('sayings without quotation marks', () => {
  test.each([
    ['党章规定'],
    ['报告提出'],
    ['条例明确要求'],
    ['《学习办法》第三条写得很清楚'],
    ['全会公报号召'],
    ['章程第二条开宗明义'],
    ['总书记说'],
  ])('%s, and the rest of the sentence', (announced) => {
    expect(cited(`${announced}，${WORDS}。${MORE}。`)).toContain(`，${WORDS}`)
  })

  test.each([['我提出'], ['支部要求'], ['小组长说'], ['大家明确']])('%s: the own words of those present', (said) => {
    expect(cited(`${said}，${WORDS}。`)).toEqual([])
  })

  test('with nothing between the announcement and 要', () => {
    expect(cited(`文件强调要${WORDS}。`)).toEqual([`要${WORDS}`])
    expect(cited(`大家想要${WORDS}。`)).toEqual([])
  })

  test('a semicolon does not end the sentence', () => {
    expect(cited(`文件指出，${WORDS}；${MORE}。`)).toEqual([`，${WORDS}；${MORE}`])
  })

  test('nor does a term in quotation marks; a quotation is told by itself', () => {
    expect(cited(`文件指出，${WORDS}这个“总开关”${MORE}。`)).toEqual([`，${WORDS}这个“总开关”${MORE}`])
    expect(cited(`文件指出，先要“${WORDS}”，${MORE}。`)).toEqual(['，先要', `“${WORDS}”`])
  })

  test('nor does the end of a line in text that was pasted from a page', () => {
    const wrapped = `${WORDS.slice(0, 30)}\n${WORDS.slice(30)}`
    expect(cited(`文件指出，${wrapped}。\n${MORE}`)).toEqual([`，${wrapped}`])
    expect(cited(`文件指出，${WORDS}\n　　${MORE}。`)).toEqual([`，${WORDS}`])
  })
})

describe('quotation marks', () => {
  test('a quotation in a quotation', () => {
    const quotation = `“要发扬“钉钉子”精神，${WORDS}”`
    expect(cited(quotation)).toEqual([quotation])
    expect(cited(`“${MORE}，${quotation}`)).toEqual([quotation])
  })

  test.each([['"'], ['＂'], ['”']])('%s on both sides: paired in their order', (mark) => {
    expect(cited(`${mark}${WORDS}${mark}`)).toEqual([`${mark}${WORDS}${mark}`])
    expect(cited(`做到${mark}两个维护${mark}，${WORDS}，发挥${mark}先锋${mark}作用。`)).toEqual([])
  })

  test('” on both sides beside others as they should be', () => {
    expect(cited(`做到“两个维护”，记住”${WORDS}”`)).toEqual([`”${WORDS}”`])
  })

  test('one too many makes no quotation of what is said between', () => {
    expect(cited(`做到两个维护”，${WORDS}，发挥“先锋”作用。`)).toEqual([])
    expect(cited(`做到“两个维护，${WORDS}，发挥“先锋”作用。`)).toEqual([])
  })

  test('a quotation on the line after the words that announce it names its source', () => {
    const whole = `${ownText(1, 100)}文件指出：\n“${WORDS}”`
    expect(citationsOf(whole).map(({ kind }) => kind)).toEqual(['attributed'])
  })
})

describe('regulations', () => {
  test('a title broken by the end of a line', () => {
    expect(cited('学习《中国共产党支部\n工作条例（试行）》')).toEqual(['《中国共产党支部\n工作条例（试行）》'])
  })

  test('an article whose number stands on a line of its own, and its items', () => {
    const article = `第三条\n${WORDS}：\n（一）${MORE}；\n（二）${WORDS}。`
    expect(cited(`\n${article}\n${MORE}。`)).toEqual([article])
  })

  test('numbered items that a document lays down, but not those that a meeting does', () => {
    const items = `：\n（一）${WORDS}；\n（二）${MORE}。`
    expect(cited(`党章规定，党员必须履行下列义务${items}\n${WORDS}`)).toEqual([
      '，党员必须履行下列义务：',
      items.slice(1),
    ])
    expect(cited(`支部今年要办好下列实事${items}`)).toEqual([])
  })

  test('to read out a regulation article by article is no disguise', () => {
    const articles = [11, 12, 13].map((seed) => `第${seed}条　${ownText(seed, 90)}`)
    const text = articles.join('\n')
    expect(citationsOf(text).map(({ start, end }) => text.slice(start, end))).toEqual(articles)
  })
})

test.each([
  ['blank lines', `党章规定：${' \n'.repeat(50_000)}`],
  ['marks that never close', '“字'.repeat(50_000)],
  ['marks that never open', '字”'.repeat(50_000)],
])('many %s take no longer than other text', (_, text) => {
  const started = performance.now()
  citationsOf(text)
  expect(performance.now() - started).toBeLessThan(1000)
})
