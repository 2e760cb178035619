import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'lecture/secretary'
const YEAR = { asOf: '2026-01-31', period: '2025' }

function branch(secretary: string, ...lectures: readonly string[]): string {
  const records = lectures.map((one) => `  - {类型: 党课, 日期: 2025-06-20, ${one}}`)
  return `支部: {名称: 甲支部, ${secretary}}\n组织生活:\n${records.join('\n')}\n`
}

test('a year in which the secretary gave none is told', () => {
  expect(judge(RULE, branch('书记: 王建国', '主讲人: 赵敏'), YEAR).findings).toMatchObject([
    {
      severity: 'warning',
      subject: '2025',
      message: '台账未见2025年支部书记讲党课的记录',
      evidence: [
        { line: 1, excerpt: '甲支部' },
        { line: 3, excerpt: '赵敏' },
      ],
    },
  ])
})

test.each(['主讲人: 王建国', '主讲人: 王建国（支部书记）', '题目: 书记讲党课, 主讲人: 建国'])('%s is one', (fields) => {
  expect(judge(RULE, branch('书记: 王建国', fields), YEAR).outcome).toBe('pass')
})

test('in a year of change either counts, and who left before the year does not', () => {
  const change = '书记: [{姓名: 王建国, 至: 2025-05-20}, {姓名: 赵敏, 自: 2025-05-21}]'
  expect(judge(RULE, branch(change, '主讲人: 王建国'), YEAR).outcome).toBe('pass')
  const before = '书记: [{姓名: 王建国, 至: 2024-12-31}, {姓名: 赵敏, 自: 2025-01-01}]'
  expect(judge(RULE, branch(before, '主讲人: 王建国'), YEAR).outcome).toBe('fail')
})

test.each([
  ['副书记: 李秀英', '主讲人: 赵敏', 'not-evaluated'],
  ['书记: 王建国', '题目: 把身边的事办实', 'not-evaluated'],
])('%s, %s: %s', (secretary, lecture, outcome) => {
  expect(judge(RULE, branch(secretary, lecture), YEAR)).toMatchObject({ outcome, findings: [] })
})

test('a year with no lecture is another rule’s business', () => {
  const ledger = '支部: {名称: 甲支部, 书记: 王建国}\n组织生活:\n  - {类型: 支委会, 日期: 2025-06-20}\n'
  expect(judge(RULE, ledger, YEAR)).toMatchObject({ outcome: 'not-applicable', findings: [] })
})
