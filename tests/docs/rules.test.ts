import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { rulesPage } from '../../scripts/docs.mjs'

test('docs/rules.md lists the rules as they are; `npm run docs` brings it up to date', () => {
  const page = readFileSync(fileURLToPath(new URL('../../docs/rules.md', import.meta.url)), 'utf8')
  expect(page).toBe(rulesPage())
})
