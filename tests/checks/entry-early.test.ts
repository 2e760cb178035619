import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function early(fields: string, asOf = '2026-06-30', period = '2026-01..2026-06') {
  return judge('record/early', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 党员大会, ${fields}}`, {
    asOf,
    period,
  })
}

test('entered the day before is a clue, the same day is not', () => {
  expect(early('日期: 2026-03-12, 录入: 2026-03-12').outcome).toBe('pass')
  expect(early('日期: 2026-03-12, 录入: 2026-03-11').findings).toMatchObject([
    {
      subject: '2026-03-12 党员大会',
      nature: 'clue',
      severity: 'error',
      message: '疑似提前填写：3月12日党员大会在2026年3月11日就已录入，早于会议日期，请核对原始记录',
      evidence: [{ line: 3 }, { line: 3, excerpt: '2026-03-11' }],
    },
  ])
})

test('written on paper before it took place', () => {
  expect(
    early('日期: 2026-03-12, 记录日期: 2026-03-10, 录入: 2026-03-13').findings.map(({ message }) => message),
  ).toEqual(['疑似提前填写：3月12日党员大会在2026年3月10日就已记录，早于会议日期，请核对原始记录'])
})

test('a day to come with a result', () => {
  const fields = '日期: 2026-07-02, 应到: 32, 实到: 30'
  expect(early(fields, '2026-06-30', '2026-01-01..2026-06-30').findings.map(({ message }) => message)).toEqual([
    '疑似提前填写：7月2日党员大会的日期2026年7月2日尚未到来，却已写出到会情况或会议结果，请核对原始记录',
  ])
})

test('a day to come with nothing but its items is a plan', () => {
  expect(early('日期: 2026-07-02, 议题: [{内容: 学习党章}]').findings).toEqual([])
})

test('a plan is no early entry', () => {
  expect(early('状态: 计划, 日期: 2026-03-12, 录入: 2026-03-01').outcome).toBe('not-applicable')
})

test('what lies past a period that ended long ago is context', () => {
  expect(early('日期: 2026-07-02, 应到: 32, 实到: 30', '2026-06-30', '2026Q1').outcome).toBe('not-applicable')
})

test('with neither day of entry nor of writing it is not evaluated', () => {
  expect(early('日期: 2026-03-12')).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会没有录入时间，也没有记录日期',
  })
})

test('a draft of a meeting to come is none', () => {
  expect(early('日期: 2026-03-12, 录入: 2026-03-10, 状态: 草稿').findings).toEqual([])
  expect(early('日期: 2026-03-12, 录入: 2026-03-10, 状态: 草稿, 实到: 20').outcome).toBe('fail')
})
