import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'agency/integrity'
const QUARTER = { asOf: '2026-04-30', period: '2026-01..2026-03', config: 'extends: [base, scenes/agency]\n' }

function branch(...meetings: readonly string[]): string {
  return `支部: {名称: 甲支部, 领域: 机关}\n组织生活:\n${meetings.map((meeting) => `  - {${meeting}}\n`).join('')}`
}

test('a period without the topic is told once', () => {
  const ledger = branch(
    '类型: 党课, 日期: 2026-03-12, 题目: 怎样写好公文',
    '类型: 党课, 日期: 2026-04-01, 题目: 守住廉洁底线',
  )
  expect(judge(RULE, ledger, QUARTER).findings).toMatchObject([
    {
      subject: '2026Q1',
      severity: 'warning',
      message: '台账未见2026年第一季度有“党风廉政”内容的记录',
      evidence: [{ line: 1, excerpt: '甲支部' }],
    },
  ])
})

test.each([
  ['the last day counts', '类型: 党课, 日期: 2026-03-31, 题目: 守住廉洁底线'],
  ['the kind tells the topic', '类型: 警示教育, 日期: 2026-03-12'],
  ['so does an item', '类型: 主题党日, 日期: 2026-03-12, 议题: [学习纪律处分条例]'],
  ['or a meeting that makes up for the period', '类型: 党课, 日期: 2026-04-10, 补开: 2026Q1, 题目: 廉洁从家起'],
])('%s', (_, meeting) => {
  expect(judge(RULE, branch('类型: 支委会, 日期: 2026-02-12, 主题: 研究党课', meeting), QUARTER).outcome).toBe('pass')
})

test.each([
  [
    'a record that says nothing of its content',
    ['类型: 党课, 日期: 2026-03-12'],
    '3月12日党课没有写明内容，无法判断2026年第一季度有没有党风廉政',
  ],
  [
    'no record at all',
    ['类型: 党课, 日期: 2026-04-12, 题目: 公文'],
    '台账没有这段时间的有关记录，无法判断2026年第一季度有没有党风廉政',
  ],
])('%s leaves it open', (_, meetings, reason) => {
  expect(judge(RULE, branch(...meetings), QUARTER)).toMatchObject({ outcome: 'not-evaluated', reason })
})

test('a register that is never kept leaves it open', () => {
  const ledger = branch('类型: 党课, 日期: 2026-03-12, 题目: 公文')
  expect(judge('agency/report-feedback', ledger, QUARTER)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账从未登记双报到，无法判断是否另有台账',
  })
})
