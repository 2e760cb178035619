import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Browser, Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect } from 'vitest'
import { foldText } from '../../src/text/reuse/index.ts'
import { lastingFolderWith } from '../node/folder.ts'
import { openBrowser, WHY_NOT } from './browser.ts'
import { LECTURE_FILES } from './lecture-files.ts'
import { taizhang } from './program.ts'

const NAME = '比对.html'
export const DESKTOP = { width: 1200, height: 900 }

/** The page that the program makes of `LECTURE_FILES`, open in Chromium. */
export interface ComparisonPage {
  readonly browser: Browser
  readonly page: Page
  readonly folder: string
  readonly requests: readonly string[]
  readonly dialogs: readonly string[]
}

/** Opens it for the tests of a file, each on a desktop's screen; without a browser they are skipped. */
export function comparisonPage(): () => ComparisonPage {
  let opened: ComparisonPage | undefined
  beforeAll(async () => {
    if (WHY_NOT === undefined) opened = await openPage(lastingFolderWith(LECTURE_FILES))
  })
  beforeEach(async ({ skip }) => {
    if (WHY_NOT !== undefined) return skip(WHY_NOT)
    await opened?.page.emulateMedia({ media: 'screen' })
    await opened?.page.setViewportSize(DESKTOP)
  })
  afterAll(async () => {
    await opened?.browser.close()
    if (opened !== undefined) rmSync(opened.folder, { recursive: true, force: true })
  })
  return () => {
    if (opened === undefined) throw new Error('the page is not open')
    return opened
  }
}

async function openPage(folder: string): Promise<ComparisonPage> {
  const args = ['lectures', '台账', '--corpus', '资料', '--as-of', '2026-10-31', '--quiet', '-o', NAME]
  expect(taizhang(args, { cwd: folder })).toEqual({ code: 0, stdout: '', stderr: '' })
  const browser = await openBrowser()
  const page = await browser.newPage({ viewport: DESKTOP })
  const requests: string[] = []
  const dialogs: string[] = []
  page.on('request', (request) => requests.push(request.url()))
  page.on('dialog', (dialog) => dialogs.push(dialog.message()))
  await page.goto(pathToFileURL(join(folder, NAME)).href)
  return { browser, page, folder, requests, dialogs }
}

/** A side of a passage as a reader sees it. */
export interface Side {
  readonly whose: string
  readonly file: string
  readonly line: number
  readonly text: string
  /** What is marked as the same. */
  readonly marks: string
}

/** The text as it is laid out. */
export async function seen(locator: Locator): Promise<string> {
  return (await locator.allInnerTexts()).join('\n')
}

async function sides(passage: Locator): Promise<Side[]> {
  return Promise.all(
    (await passage.locator('.side').all()).map(async (side) => {
      const [whose = '', place = '', text = ''] = await Promise.all(
        ['.whose b', '.place', '.text'].map((part) => seen(side.locator(part))),
      )
      const [, file = '', line = ''] = /^(.+):(\d+)，第 \d+-\d+ 字$/u.exec(place) ?? []
      return { whose, file, line: Number(line), text, marks: (await side.locator('mark').allInnerTexts()).join('') }
    }),
  )
}

export async function passagesOf(page: Page): Promise<Side[][]> {
  return Promise.all((await page.locator('.passage').all()).map(sides))
}

/** The words alone, without what makes no difference. */
export function letters(text: string): string {
  return foldText(text)
}
