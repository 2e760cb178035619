import { existsSync } from 'node:fs'
import process from 'node:process'
import { type Browser, chromium } from 'playwright-core'

/** Debian's; `TAIZHANG_CHROMIUM` names another. */
const CHROMIUM = process.env.TAIZHANG_CHROMIUM ?? '/usr/bin/chromium'

/** Why tests of pages are not run here; never said in CI, where they fail instead. */
export const WHY_NOT =
  process.env.CI !== undefined || existsSync(CHROMIUM)
    ? undefined
    : `there is no Chromium at ${CHROMIUM}; install it, or name one by TAIZHANG_CHROMIUM`

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath: CHROMIUM })
}
