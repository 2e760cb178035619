import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { MANY_FILES } from '../../src/node/judging-threads.ts'
import { ownText } from '../text/reuse/texts.ts'
import { taizhang } from './program.ts'

const COUNT = MANY_FILES + 20
let folder: string

/** So many that what is judged is put into a file; every tenth has the minutes and the lecture of the one before. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-many-'))
  mkdirSync(join(folder, 'ledgers'))
  for (let index = 0; index < COUNT; index += 1) {
    writeFileSync(join(folder, 'ledgers', `${String(index).padStart(4, '0')}.yaml`), ledger(index))
  }
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function ledger(index: number): string {
  const own = index % 10 === 9 ? index - 1 : index
  return [
    `支部: {名称: 第${index}村党支部, 编号: V-${index}}`,
    '党员: [{姓名: 甲某}, {姓名: 乙某}, {姓名: 丙某}]',
    '组织生活:',
    '  - 类型: 党员大会',
    `    日期: 2026-03-${String(1 + (index % 28)).padStart(2, '0')}`,
    `    记录: ${ownText(own, 120)}`,
    '  - 类型: 党课',
    `    日期: 2026-05-${String(1 + (index % 28)).padStart(2, '0')}`,
    `    讲稿: ${ownText(5000 + own, 300)}`,
    '',
  ].join('\n')
}

function check(options: readonly string[], env: Record<string, string> = {}) {
  return taizhang(['check', 'ledgers', '--as-of', '2026-06-30', '--format', 'json', ...options], { cwd: folder, env })
}

describe('of many ledgers', () => {
  test('the report is the same to the byte with a cache and without, on one thread and on several', () => {
    const cache = { TAIZHANG_CACHE: join(folder, 'cache') }
    const alone = check(['--workers', '1', '--no-cache'])
    expect(alone.stderr).toBe('')
    expect(check(['--workers', '3', '--no-cache']).stdout).toBe(alone.stdout)
    expect(check(['--workers', '2'], cache).stdout).toBe(alone.stdout)
    expect(check([], cache).stdout).toBe(alone.stdout)
    const copied = (rule: string) =>
      JSON.parse(alone.stdout).branches.filter(({ findings }: { findings: { rule: string }[] }) =>
        findings.some((finding) => finding.rule === rule),
      ).length
    expect(copied('record/copied')).toBe(COUNT / 10)
    expect(copied('lecture/copied')).toBe(COUNT / 10)
  })

  test('what is put aside goes into the folder for temporary files, and where there is none, the error says so', () => {
    const { code, stderr } = check(['--no-cache'], { TMPDIR: join(folder, 'nowhere') })
    expect(code).toBe(2)
    expect(stderr).toMatch(/^错误：临时文件夹 .*nowhere 里写不了文件（不存在）.*TMPDIR/u)
  })
})
