import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { comparisonPage, letters, passagesOf, seen } from './comparison-page.ts'
import { HOSTILE } from './lecture-files.ts'

/** A ledger whose scripts are in quotes, for what they hold: they are placed where they begin. */
const QUOTED = '台账/怪.yaml'

const opened = comparisonPage()

describe('runs and fetches nothing', () => {
  test('of what the ledgers put into it', async () => {
    const { page, requests, dialogs } = opened()
    expect(requests).toEqual([page.url()])
    expect(dialogs).toEqual([])
    expect(await page.evaluate('window.hacked')).toBeUndefined()
    const foreign = 'script, img, iframe, object, embed, form, link, base, a[href]:not([href^="#"])'
    expect(await page.locator(foreign).count()).toBe(0)
    const handlers = `Array.from(document.querySelectorAll('*')).flatMap((one) => one.getAttributeNames()).filter((name) => name.startsWith('on'))`
    expect(await page.evaluate(handlers)).toEqual([])
  })

  test('were something of the kind to get into it all the same', async () => {
    const { browser, page } = opened()
    const bad = await browser.newPage()
    const fetched: string[] = []
    bad.on('requestfinished', (request) => fetched.push(request.url()))
    await bad.goto(page.url())
    const blocked = await bad.evaluate(`new Promise((resolve) => {
        const found = new Set()
        document.addEventListener('securitypolicyviolation', ({ effectiveDirective }) => {
          found.add(effectiveDirective.replace(/-(elem|attr)$/, ''))
          if (found.size === 2) resolve([...found].sort())
        })
        const script = document.createElement('script')
        script.textContent = 'window.hacked = 6'
        const image = document.createElement('img')
        image.src = 'https://example.invalid/x.png'
        document.body.append(script, image)
        setTimeout(() => resolve([...found]), 5000)
      })`)
    expect(blocked).toEqual(['img-src', 'script-src'])
    expect(await bad.evaluate('window.hacked')).toBeUndefined()
    expect(fetched).toEqual([page.url()])
    await bad.close()
  })
})

test('what is hostile stands there as text, and turns or colours nothing', async () => {
  const { page } = opened()
  const article = page.locator('#lecture-7')
  expect(await seen(article.locator('h3'))).toBe(`${HOSTILE.branch}　2026-05-05 党课　《${HOSTILE.title}》`)
  expect(await seen(article.locator('.whose b').first())).toBe(`${HOSTILE.branch}《${HOSTILE.title}》`)
  const shown = await seen(page.locator('body'))
  expect(shown).toContain('谁家的<script>window.hacked = 3</script>水管漏了')
  expect(shown).toContain('<iframe src="https://example.invalid/"></iframe>')
  expect(shown).toContain(
    '就到[这里](javascript:window.hacked=4)来说，红字写在黑板上，倒着写的不算，<a href="javascript:',
  )
  expect(shown.replace(/[\n\t]/gu, '')).not.toMatch(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/u)
})

test('the matrix says which branch has something from where', async () => {
  const { page } = opened()
  const rows = await page.locator('#matrix ~ .scroll tr').all()
  const cells = await Promise.all(rows.map((row) => row.locator('th, td').allInnerTexts()))
  expect(cells).toEqual([
    ['讲稿所在支部', '杏园社区党支部', HOSTILE.branch, '河口村党支部', '参考资料：范文/抽水机.txt'],
    [HOSTILE.branch, '1 份，至多 55%', '1 份，至多 80%（本支部）', '', ''],
    ['杏园社区党支部', '1 份，至多 79%（本支部）', '', '1 份，至多 100%', ''],
    ['柳湾村党支部', '1 份，至多 95%', '', '', '1 份，至多 100%'],
    ['河口村党支部', '1 份，至多 100%', '', '', ''],
  ])
})

describe('passages', () => {
  test('stand side by side, each with whose it is and where', async () => {
    const { page } = opened()
    const shown = (await passagesOf(page)).map((pair) =>
      pair.map(({ whose, file, line }) => `${whose} ${file}:${line}`),
    )
    expect(shown).toEqual([
      ['杏园社区党支部《敲门》 台账/杏园.yaml:18', '河口村党支部《楼栋长》 台账/乡下/河口.yaml:9'],
      ['柳湾村党支部《一台抽水机》 台账/乡下/柳湾.yaml:19', '参考资料 范文/抽水机.txt:3'],
      ['河口村党支部《楼栋长》 台账/乡下/河口.yaml:9', '杏园社区党支部《敲门》 台账/杏园.yaml:18'],
      ['柳湾村党支部《把身边的事办实》 台账/乡下/柳湾.yaml:10', '杏园社区党支部《一盏路灯》 台账/杏园.yaml:9'],
      [`${HOSTILE.branch}《再来一次》 台账/怪.yaml:23`, `${HOSTILE.branch}《${HOSTILE.title}》 台账/怪.yaml:8`],
      ['杏园社区党支部《再说敲门》 台账/杏园.yaml:27', '杏园社区党支部《敲门》 台账/杏园.yaml:18'],
      [`${HOSTILE.branch}《${HOSTILE.title}》 台账/怪.yaml:8`, '杏园社区党支部《一盏路灯》 台账/杏园.yaml:9'],
    ])
    const [left, right] = await Promise.all(
      (await page.locator('#lecture-1 .side').all()).map((side) => side.boundingBox()),
    )
    expect(left?.y).toBe(right?.y)
    expect(right?.x).toBeGreaterThanOrEqual((left?.x ?? 0) + (left?.width ?? 0) - 1)
  })

  test('begin on the lines that they are said to begin on', async () => {
    const { page, folder } = opened()
    for (const { file, line, text } of (await passagesOf(page)).flat().filter(({ file }) => file !== QUOTED)) {
      const path = join(folder, file.startsWith('台账/') ? '' : '资料', file)
      const lines = readFileSync(path, 'utf8')
        .split('\n')
        .slice(line - 1)
      expect(letters(lines.join(''))).toMatch(new RegExp(`^${letters(text)}`, 'u'))
    }
  })

  test('are marked where both have the same words, and only there', async () => {
    const { page } = opened()
    const all = await passagesOf(page)
    expect(all.length).toBeGreaterThan(5)
    for (const [here, there] of all) {
      expect(letters(here?.marks ?? '')).toBe(letters(there?.marks ?? ''))
      expect(letters(here?.marks ?? '').length).toBeGreaterThan(40)
    }
    const copy = page.locator('#lecture-4 .side')
    expect(await copy.first().locator('.other').allInnerTexts()).toEqual(['五', '9', '账目', '单元门口'])
    expect(await copy.last().locator('.other').allInnerTexts()).toEqual(['三', '8', '票据', '楼道里'])
  })
})
