import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function late(fields: string) {
  return judge('record/late', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 党员大会, ${fields}}`, {
    asOf: '2026-06-30',
    period: '2026-01..2026-06',
  })
}

test('three working days are in time, four are a warning, seven still, eight an error', () => {
  const severities = ['2026-03-17', '2026-03-18', '2026-03-23', '2026-03-24'].map(
    (day) => late(`日期: 2026-03-12, 录入: ${day}`).findings[0]?.severity,
  )
  expect(severities).toEqual([undefined, 'warning', 'warning', 'error'])
})

test('the finding names both days and points at both', () => {
  expect(late('日期: 2026-03-12, 录入: 2026-03-24').findings).toMatchObject([
    {
      subject: '2026-03-12 党员大会',
      nature: 'clue',
      severity: 'error',
      message: '疑似事后补记：3月12日党员大会于2026年3月24日录入，距会议8个工作日，请核对原始记录',
      evidence: [
        { line: 3, column: 20, excerpt: '2026-03-12' },
        { line: 3, column: 36, excerpt: '2026-03-24' },
      ],
    },
  ])
})

test('holidays are no working days: from 30 April to 12 May 2026 there are six', () => {
  expect(late('日期: 2026-04-30, 录入: 2026-05-12').findings).toMatchObject([
    { severity: 'warning', data: { workingDays: 6 } },
  ])
})

test('a note on why it was late excuses it', () => {
  expect(late('日期: 2026-03-12, 录入: 2026-05-24, 补录说明: 平台停机').outcome).toBe('pass')
})

test('a meeting of several days counts from its last', () => {
  expect(late('日期: 2026-03-12, 结束日期: 2026-03-16, 录入: 2026-03-19').outcome).toBe('pass')
})

test('with no day of entry it is not evaluated, and the field is named', () => {
  expect(late('日期: 2026-03-12')).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会没有录入时间',
  })
})
