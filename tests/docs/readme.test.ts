import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { blocksOf, linksOf } from './markdown.ts'
import { commandsOf, ROOT, readerOf, readPage } from './page.ts'

const README = readPage('README.md')

/** What .ci/run does before it runs this test, and what runs this test. */
const DONE_BY_CI = ['npm ci', 'npm test']
/** Between two excerpts of an output. */
const LEFT_OUT = '……'

const commands = [...new Set(commandsOf(README))]
const excerpts = blocksOf(README).filter(({ language }) => language === 'console')
const scripts = blocksOf(README).flatMap(({ language, file }) =>
  language === 'js' && file !== undefined ? [file] : [],
)

describe('README', () => {
  const run = readerOf(README)

  test.each(commands)('%s', (line) => {
    const parts = line.split(' && ').filter((part) => !DONE_BY_CI.includes(part))
    for (const part of parts) {
      const { code, stderr } = run(part)
      expect(stderr).not.toContain('错误：')
      expect([0, 1]).toContain(code)
    }
  })

  test('.ci/run sets up and tests as the README says', () => {
    const ci = readPage('.ci/run')
      .split('\n')
      .map((line) => line.trim())
    expect(ci.some((line) => line.startsWith('npm ci'))).toBe(true)
    expect(ci).toContain('npm test')
    expect(commands).toContain(DONE_BY_CI.join(' && '))
  })

  test.each(excerpts.map((block, index) => [index + 1, block] as const))('output %i is what is printed', (_, block) => {
    const [prompt = '', ...shown] = block.lines
    const { stdout } = run(prompt.replace(/^\$ /u, ''))
    for (const excerpt of shown.join('\n').split(LEFT_OUT)) expect(stdout).toContain(excerpt.trim())
  })

  test.each(scripts)('%s runs', (file) => {
    const { code, stdout, stderr } = run(`node ${file}`)
    expect(stderr).toBe('')
    expect(code).toBe(0)
    expect(stdout).toContain('城南社区党支部')
  })

  test.each([...new Set(linksOf(README))])('links to %s', (target) => {
    expect(existsSync(join(ROOT, target))).toBe(true)
  })

  test('its sample table is understood as meant', () => {
    const { summary, intake } = JSON.parse(
      run('node bin/taizhang.js check 台账 --as-of 2026-04-30 --format json').stdout,
    )
    expect(summary.intake).toMatchObject({ files: 1, rows: 2, records: 2, rejected: 0 })
    expect(intake).toEqual([])
  })
})
