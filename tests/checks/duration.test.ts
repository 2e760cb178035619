import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function duration(fields: string) {
  return judge('record/duration', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {日期: 2026-03-12, ${fields}}`, {
    asOf: '2026-06-30',
    period: '2026-01..2026-06',
  })
}

test('twenty minutes are enough for an assembly, nineteen are not', () => {
  expect(duration('类型: 党员大会, 时间: 14:30-14:50').outcome).toBe('pass')
  expect(duration('类型: 党员大会, 时间: 14:30-14:49').findings).toMatchObject([
    {
      subject: '2026-03-12 党员大会',
      nature: 'clue',
      severity: 'warning',
      message: '疑似时长不实：3月12日党员大会时长只有19分钟，请核对原始记录',
      evidence: [{ line: 3, excerpt: '14:30-14:49' }],
    },
  ])
})

test('a 支委会 may be short', () => {
  expect(duration('类型: 支委会, 时间: 14:30-14:40').outcome).toBe('pass')
})

test('items that take longer than the meeting', () => {
  const items = (second: number) => `议题: [{内容: 学习党章, 时长: 40}, {内容: 讨论, 时长: ${second}}]`
  expect(duration(`类型: 支委会, 时间: 14:30-15:30, ${items(20)}`).outcome).toBe('pass')
  expect(duration(`类型: 支委会, 时间: 14:30-15:30, ${items(21)}`).findings.map(({ message }) => message)).toEqual([
    '疑似时长不实：3月12日支委会时长60分钟，少于各议题时长之和61分钟，请核对原始记录',
  ])
})

test('four hours are long enough', () => {
  expect(duration('类型: 支委会, 时间: 8:00-12:00').outcome).toBe('pass')
  expect(duration('类型: 支委会, 时间: 8:00-12:01').findings.map(({ message }) => message)).toEqual([
    '疑似时长不实：3月12日支委会时长达241分钟，超过4小时，请核对原始记录',
  ])
})

test('a day out, and an 组织生活会 that hears everyone, may take longer', () => {
  expect(duration('类型: 主题党日, 时间: 8:00-17:00, 主题: 赴县烈士陵园参观').outcome).toBe('pass')
  expect(duration('类型: 组织生活会, 时间: 8:00-17:00').outcome).toBe('pass')
})

test('an assembly with no hours is not evaluated', () => {
  expect(duration('类型: 党员大会')).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会没有写明起止时间',
  })
})

test.each(['支部换届选举大会', '2025年度组织生活会暨民主评议大会'])('%s hears everyone, as its title says', (title) => {
  expect(duration(`类型: 党员大会, 时间: 8:30-14:00, 主题: ${title}`).outcome).toBe('pass')
})
