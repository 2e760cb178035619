import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { taizhang } from './program.ts'

let folder: string
let cache: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-days-'))
  cache = join(folder, 'cache')
  cpSync('fixtures/demo', folder, { recursive: true })
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

function check(day: string, ...options: string[]): string {
  const given = ['check', 'ledgers', '--corpus', 'corpus', '--as-of', day, '--format', 'json', ...options]
  return taizhang(given, { cwd: folder, env: { TAIZHANG_CACHE: cache } }).stdout
}

/** When each ledger was last judged, by the name of what is kept of it. */
function judgedAt(): Map<string, number> {
  const kept = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.judged'))
  return new Map(kept.map((name) => [name, statSync(join(cache, name)).mtimeMs]))
}

/** Days on which nothing happens, ends of months and quarters, days on which something falls due, and a day back. */
const DAYS = ['2026-09-29', '2026-09-30', '2026-10-01', '2026-10-08', '2026-10-09', '2026-10-31', '2026-10-12']

test.each([
  ['by default', []],
  ['of a period that is named', ['--period', '2026']],
])('what is kept from other days changes nothing: days examined %s', (_, options) => {
  for (const day of DAYS) expect(check(day, ...options), day).toBe(check(day, ...options, '--no-cache'))
})

test('most ledgers need not be judged anew on the next day', () => {
  check('2026-10-12')
  const before = judgedAt()
  check('2026-10-13')
  const again = [...judgedAt()].filter(([name, time]) => before.get(name) !== time)
  expect(before.size).toBeGreaterThan(10)
  expect(again.length).toBeLessThan(before.size / 2)
})

test('nor is what was concluded over all ledgers kept beyond the day on which a lecture was given', () => {
  const script = Array.from(
    { length: 12 },
    (_, at) => `第${'一二三四五六七八九十甲乙'[at]}户的老人说起那年修渠，谁挑了几担土都记得清楚。`,
  ).join('')
  const lectureOf = (branch: string, date: string) =>
    `支部: {名称: ${branch}}\n组织生活:\n  - {类型: 党课, 日期: ${date}, 题目: 修渠, 主讲人: 王建国, 讲稿: ${script}}\n`
  mkdirSync(join(folder, '党课'))
  writeFileSync(join(folder, '党课/东.yaml'), lectureOf('东岭村党支部', '2026-03-10'))
  writeFileSync(join(folder, '党课/西.yaml'), lectureOf('西岭村党支部', '2026-10-20'))
  const copied = (day: string) => {
    const given = ['check', '党课', '--as-of', day, '--format', 'json']
    const { stdout } = taizhang(given, { cwd: folder, env: { TAIZHANG_CACHE: cache } })
    const { branches } = JSON.parse(stdout) as { branches: { name: string; findings: { rule: string }[] }[] }
    return branches
      .filter(({ findings }) => findings.some(({ rule }) => rule === 'lecture/copied'))
      .map(({ name }) => name)
  }
  expect(copied('2026-10-12')).toEqual([])
  expect(copied('2026-10-25')).toEqual(['西岭村党支部'])
  expect(copied('2026-10-12')).toEqual([])
})
