import { extractText, getDocumentProxy } from 'unpdf'
import { beforeEach, describe, expect, test } from 'vitest'
import { comparisonPage, DESKTOP, letters, passagesOf } from './comparison-page.ts'
import { CONTRASTS, FOCUSED, hasGlyphs, OVER_THE_EDGE, REACHABLE, styleOf } from './in-page.ts'

const PHONE = { width: 480, height: 800 }

const opened = comparisonPage()

describe('on a telephone', () => {
  beforeEach(() => opened().page.setViewportSize(PHONE))

  test('nothing but wide tables scrolls sideways, each by itself', async () => {
    const { page } = opened()
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(PHONE.width)
    expect(await page.evaluate(OVER_THE_EDGE)).toEqual([])
    const matrix = page.locator('#matrix ~ .scroll')
    expect(await matrix.evaluate(({ scrollWidth, clientWidth }) => scrollWidth > clientWidth)).toBe(true)
    await matrix.focus()
    await page.keyboard.press('ArrowRight')
    await expect.poll(() => matrix.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0)
  })

  test('the sides of a passage stand one below the other', async () => {
    const { page } = opened()
    const [upper, lower] = await Promise.all(
      (await page.locator('#lecture-1 .side').all()).map((side) => side.boundingBox()),
    )
    expect(lower?.x).toBe(upper?.x)
    expect(lower?.y).toBeGreaterThanOrEqual((upper?.y ?? 0) + (upper?.height ?? 0))
  })
})

describe('on paper', () => {
  beforeEach(() => opened().page.emulateMedia({ media: 'print' }))

  test.each([
    ['tr, .passage, li', 'breakInside', ['avoid']],
    ['section, article, table', 'breakInside', ['auto']],
    ['h2, h3, h4', 'breakAfter', ['avoid']],
    ['.scroll', 'overflowX', ['visible']],
    ['mark', 'printColorAdjust', ['exact']],
    ['thead', 'display', ['table-header-group']],
  ])('%s: %s %j', async (selector, property, values) => {
    const { page } = opened()
    expect(await page.evaluate(styleOf(selector, property))).toEqual(values)
  })

  test('no passage is torn apart, nothing is cut off, and all of it is there', async () => {
    const { page } = opened()
    const printed = await getDocumentProxy(new Uint8Array(await page.pdf({ format: 'A4' })), { verbosity: 0 })
    const pages = (await extractText(printed, { mergePages: false })).text.map(letters)
    expect(pages.length).toBeGreaterThan(2)
    for (const { whose, text } of (await passagesOf(page)).flat()) {
      const wanted = [letters(whose).slice(-8), letters(text).slice(0, 20), letters(text).slice(-20)]
      expect(
        pages.some((one) => wanted.every((part) => one.includes(part))),
        whose,
      ).toBe(true)
    }
  })
})

describe('for everybody', () => {
  test('its language is told, and Chinese has a font', async () => {
    const { page } = opened()
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-CN')
    expect(await page.title()).toBe('党课讲稿比对')
    expect(await page.evaluate(hasGlyphs('党课讲稿比对《》，。'))).toBe(true)
  })

  test('headings go down step by step', async () => {
    const { page } = opened()
    const levels = (await page.evaluate(
      `Array.from(document.querySelectorAll('h1, h2, h3, h4, h5, h6'), (one) => Number(one.tagName[1]))`,
    )) as number[]
    expect(levels.filter((level) => level === 1)).toEqual([1])
    expect(levels[0]).toBe(1)
    for (const [at, level] of levels.entries()) expect(level).toBeLessThanOrEqual((levels[at - 1] ?? 0) + 1)
  })

  test('the heads of tables are heads, and the picture has words', async () => {
    const { page } = opened()
    expect(await page.locator('th:not([scope])').count()).toBe(0)
    expect(await page.locator('thead th[scope="col"]').count()).toBeGreaterThan(0)
    expect(await page.locator('tbody tr').count()).toBe(await page.locator('tbody th[scope="row"]').count())
    expect(await page.locator('#lecture-4 svg').getAttribute('aria-label')).toBe(
      '全文 172 字中，相同或相近的段落在第 11-171 字',
    )
  })

  test('text stands out from its ground', async () => {
    const { page } = opened()
    const [least = 0] = (await page.evaluate(CONTRASTS)) as number[]
    expect(least).toBeGreaterThanOrEqual(4.5)
  })

  test('all of it can be reached and used by the keyboard', async () => {
    const { page } = opened()
    await page.reload()
    const reachable = (await page.evaluate(REACHABLE)) as string[]
    const reached: unknown[] = []
    for (const _ of reachable) {
      await page.keyboard.press('Tab')
      reached.push(await page.evaluate(FOCUSED))
      expect(
        await page
          .locator(':focus')
          .evaluate((one) => one.ownerDocument.defaultView.getComputedStyle(one).outlineStyle),
      ).toBe('solid')
    }
    expect(reached).toEqual(reachable)
    await page.locator('a[href="#lecture-4"]').focus()
    await page.keyboard.press('Enter')
    await expect.poll(async () => (await page.locator('#lecture-4').boundingBox())?.y).toBeLessThan(DESKTOP.height / 2)
  })
})
