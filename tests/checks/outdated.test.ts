import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function outdated(item: string, date = '2026-03-12') {
  const ledger = `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - 类型: 支委会\n    日期: ${date}\n    议题:\n      - {内容: ${item}}`
  return judge('record/outdated', ledger, { asOf: '2026-06-30', period: '2020-01..2026-06' })
}

const OLD = '学习《中国共产党基层组织选举工作暂行条例》'

test('a document that another has taken the place of', () => {
  expect(outdated(OLD).findings).toMatchObject([
    {
      subject: '2026-03-12 支委会 中国共产党基层组织选举工作暂行条例',
      nature: 'clue',
      severity: 'info',
      message:
        '疑似沿用过时文件：3月12日支委会仍用《中国共产党基层组织选举工作暂行条例》，它已在2020年7月20日由《中国共产党基层组织选举工作条例》取代，请核对原始记录',
      evidence: [{ line: 6, column: 14, excerpt: '中国共产党基层组织选举工作暂行条例' }],
    },
  ])
})

test('up to the day on which it was replaced it was in force', () => {
  expect(outdated(OLD, '2020-07-20').outcome).toBe('pass')
  expect(outdated(OLD, '2020-07-21').outcome).toBe('fail')
})

test('the new document, and one that speaks of the old as old', () => {
  expect(outdated('学习《中国共产党基层组织选举工作条例》').outcome).toBe('pass')
  expect(outdated('学习新条例与原《基层组织选举工作暂行条例》的变化').outcome).toBe('pass')
  expect(outdated('说明《基层组织选举工作暂行条例》已经废止').outcome).toBe('pass')
})
