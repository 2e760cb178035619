import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { taizhang } from './program.ts'
import { reportOf } from './small-project.ts'

const AS_OF = ['--as-of', '2026-10-31']
const JSON_FORMAT = ['--format', 'json']

function told({ intake }: ReturnType<typeof reportOf>): string[] {
  return intake.map(({ severity, code, evidence: [at] }) => `${severity} ${code} ${at?.file}:${at?.line}`)
}

test.skipIf(process.platform === 'win32')('scripts that are pipes or without end are not read', () => {
  const lecture = (day: string, script: string) =>
    `  - {类型: 党课, 日期: ${day}, 题目: 把身边的事办实, 主讲人: 王建国, 讲稿: ${script}}\n`
  const folder = folderWith({
    'a.yaml': `支部: 甲村党支部\n组织生活:\n${lecture('2026-03-12', 'pipe.md')}${lecture('2026-06-12', 'zero.md')}`,
  })
  execFileSync('mkfifo', [join(folder, 'pipe.md')])
  symlinkSync('/dev/zero', join(folder, 'zero.md'))
  const run = taizhang(['check', 'a.yaml', ...AS_OF, ...JSON_FORMAT], { cwd: folder })
  expect(told(reportOf(run))).toEqual(['warning missing-script a.yaml:3', 'warning missing-script a.yaml:4'])
})

test('where nothing is a ledger, it says of each file why', () => {
  const folder = folderWith({ 'a.csv': '', 'b.csv': '电话,传真\n1,2\n', 'c.et': '' })
  const { code, stderr } = taizhang(['check', '.', ...AS_OF], { cwd: folder })
  expect(code).toBe(2)
  expect(stderr).toContain('；a.csv：文件是空的，没有内容可读')
  expect(stderr).toContain('；b.csv：这份表格里没有找到台账的表头')
  expect(stderr).toContain('；c.et：这种格式的表格未读入')
})
