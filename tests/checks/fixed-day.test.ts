import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'frequency/party-day-fixed'
const MARCH = { asOf: '2026-04-30', period: '2026-03' }

function branch(record: string, fixed = '每月28日'): string {
  return `支部:\n  名称: 甲支部\n  主题党日: ${fixed}\n组织生活:\n  - ${record}\n`
}

test('a party day far from the fixed day is told with both days', () => {
  expect(judge(RULE, branch('{类型: 主题党日, 日期: 2026-03-24}'), MARCH).findings).toMatchObject([
    {
      nature: 'breach',
      severity: 'warning',
      subject: '2026-03',
      message: '2026年3月主题党日于2026-03-24开展，与当月固定日2026-03-28相差4天',
      evidence: [{ line: 5 }, { line: 3, excerpt: '每月28日' }],
      data: { date: '2026-03-24', fixedDay: '2026-03-28', days: 4 },
    },
  ])
})

test.each([
  ['2026-03-25', 'pass'],
  ['2026-03-24', 'fail'],
])('%s is three days before the 28th or more: %s', (date, outcome) => {
  expect(judge(RULE, branch(`{类型: 主题党日, 日期: ${date}}`), MARCH).outcome).toBe(outcome)
})

test('the 28th, a Saturday, moves on to Monday, and three days more', () => {
  expect(judge(RULE, branch('{类型: 主题党日, 日期: 2026-04-02}'), MARCH).outcome).toBe('not-applicable')
  const ledger = branch('{类型: 主题党日, 日期: 2026-03-31}')
  expect(judge(RULE, ledger, MARCH).outcome).toBe('pass')
})

test('what moved over the end of a month belongs to the month before', () => {
  const ledger = branch('{类型: 主题党日, 日期: 2026-05-06}', '每月30日')
  expect(judge(RULE, ledger, { asOf: '2026-06-30', period: '2026-05' }).outcome).toBe('fail')
  const holiday = branch('{类型: 主题党日, 日期: 2026-03-02}', '每月末')
  expect(judge(RULE, holiday, MARCH).outcome).toBe('pass')
})

test('in a holiday the fixed day moves on to the first working day', () => {
  const october = { asOf: '2026-11-30', period: '2026-10' }
  expect(judge(RULE, branch('{类型: 主题党日, 日期: 2026-10-11}', '每月1日'), october).outcome).toBe('pass')
  expect(judge(RULE, branch('{类型: 主题党日, 日期: 2026-10-12}', '每月1日'), october).outcome).toBe('fail')
})

test.each([
  ['{类型: 主题党日, 日期: 2026-03-10, 补开: 2026-02}', '每月28日'],
  ['{类型: 主题党日, 日期: 2026-03-10, 原因: 防汛值守}', '每月28日'],
  ['{类型: 党员大会, 日期: 2026-03-10}', '每月28日'],
])('%s raises nothing', (record, fixed) => {
  expect(judge(RULE, branch(record, fixed), MARCH).findings).toEqual([])
})

test('one of several in the month is enough', () => {
  const ledger = `${branch('{类型: 主题党日, 日期: 2026-03-10}')}  - {类型: 主题党日, 日期: 2026-03-27}\n`
  expect(judge(RULE, ledger, MARCH).outcome).toBe('pass')
})

test('a branch without a fixed day owes none', () => {
  const ledger = '支部: {名称: 甲支部}\n组织生活:\n  - {类型: 主题党日, 日期: 2026-03-10}\n'
  expect(judge(RULE, ledger, MARCH)).toMatchObject({
    outcome: 'not-applicable',
    reason: '台账没有写明主题党日的固定日',
  })
})

test('the second Friday, the last Friday', () => {
  expect(judge(RULE, branch('{类型: 主题党日, 日期: 2026-03-13}', '每月第二周周五'), MARCH).outcome).toBe('pass')
  expect(judge(RULE, branch('{类型: 主题党日, 日期: 2026-03-13}', '每月最后一个周五'), MARCH).outcome).toBe('fail')
})
