import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function impossible(fields: string) {
  return judge('record/impossible', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 党员大会, ${fields}}`, {
    asOf: '2026-06-30',
    period: '2026-01..2026-06',
  })
}

test('a day that does not exist is quoted as written', () => {
  expect(impossible('日期: 2026年2月30日').findings).toMatchObject([
    {
      nature: 'breach',
      severity: 'error',
      message: '日期写作“2026年2月30日”，历法上没有这一天',
      evidence: [{ line: 3, column: 20, excerpt: '2026年2月30日' }],
    },
  ])
})

test('a day that does not exist in a month outside the period is context', () => {
  expect(impossible('日期: 2025年2月30日').outcome).toBe('not-applicable')
})

test('a weekday that is not that day’s', () => {
  expect(impossible('日期: 2026年3月12日（星期三）').findings.map(({ message }) => message)).toEqual([
    '3月12日党员大会写明是星期三，而2026-03-12是星期四',
  ])
  expect(impossible('日期: 2026年3月12日（星期四）').outcome).toBe('pass')
})

test('an end before its start, and one past midnight', () => {
  expect(impossible('日期: 2026-03-12, 时间: 16:00-14:30').findings.map(({ message }) => message)).toEqual([
    '3月12日党员大会的结束时间14:30早于开始时间16:00',
  ])
  expect(impossible('日期: 2026-03-12, 时间: 22:30-0:30').outcome).toBe('pass')
  expect(impossible('日期: 2026-03-12, 时间: 14:30').outcome).toBe('pass')
})

test('a record with two contradictions is one finding', () => {
  expect(impossible('日期: 2026年3月12日（星期三）, 时间: 16:00-14:30').findings).toHaveLength(1)
})
