import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function hour(fields: string, scene = '机关') {
  const ledger = `支部: {名称: 统计局机关党支部, 领域: ${scene}}\n组织生活:\n  - {类型: 党员大会, ${fields}}`
  return judge('record/hour', ledger, { asOf: '2026-06-30', period: '2026-01..2026-06' })
}

test('a public holiday', () => {
  expect(hour('日期: 2026-05-01, 时间: 14:30-16:00').findings).toMatchObject([
    {
      severity: 'info',
      message: '疑似日期或时间有误：5月1日党员大会开在法定节假日（2026年5月1日），请核对原始记录',
      evidence: [
        { line: 3, excerpt: '2026-05-01' },
        { line: 3, excerpt: '14:30-16:00' },
      ],
    },
  ])
})

test('the small hours: from 22:30, before 6:30', () => {
  const startsAt = (start: string) => hour(`日期: 2026-03-12, 时间: ${start}`).outcome
  expect(['6:29-7:30', '6:30-7:30', '22:29-23:30', '22:30-23:30'].map(startsAt)).toEqual([
    'fail',
    'pass',
    'pass',
    'fail',
  ])
})

test('weekends, and what is rightly done on holidays', () => {
  expect(hour('日期: 2026-03-14, 时间: 14:30-16:00').outcome).toBe('pass')
  expect(hour('日期: 2026-02-18, 时间: 9:00-10:00, 主题: 慰问值班党员').outcome).toBe('pass')
})

test('villages, communities and private firms meet when people are free', () => {
  for (const scene of ['农村', '社区', '非公']) {
    expect(hour('日期: 2026-05-01, 时间: 22:30-23:30', scene).outcome).toBe('not-applicable')
  }
})

test('a time of day that names no hour is not judged by the hour', () => {
  expect(hour('日期: 2026-03-12, 时间: 晚上').outcome).toBe('pass')
})
