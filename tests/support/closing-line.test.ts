import { spawnSync } from 'node:child_process'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'

const VITEST = fileURLToPath(new URL('../../node_modules/vitest/vitest.mjs', import.meta.url))
const API = import.meta.resolve('vitest')
const REPORTER = fileURLToPath(new URL('closing-line.ts', import.meta.url))

/** The last line of a run over one passing test, with this global setup. */
function lastLine(setup: string): string | undefined {
  const folder = folderWith({
    'setup.mjs': `export default function () { ${setup} }\n`,
    'a.test.mjs': `import { test } from '${API}'\ntest('a', () => {})\n`,
    'vitest.config.mjs': `export default { test: { globalSetup: './setup.mjs', include: ['a.test.mjs'] } }\n`,
  })
  const args = [VITEST, 'run', '--root', folder, '--reporter', REPORTER]
  return spawnSync(process.execPath, args, { encoding: 'utf8' }).stdout.trim().split('\n').at(-1)
}

test('a run whose setup breaks ends with a failure', () => {
  expect(lastLine("throw new Error('no build')")).toBe('0 passed, 1 failed')
})

test('a run that passes ends with none', () => {
  expect(lastLine('')).toBe('1 passed, 0 failed')
})
