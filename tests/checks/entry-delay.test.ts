import { describe, expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { prepare } from '../../src/setup.ts'
import { type JudgeOptions, judge } from '../support/judge.ts'

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

describe('records of three weeks entered on one day', () => {
  const held = ['2026-03-04', '2026-03-12', '2026-04-07']
  const batch = held.map((date) => `  - {类型: 支委会, 日期: ${date}, 录入: 2026-06-20}`)
  const judged = (rule: string, records: readonly string[], config?: string) => {
    const options: JudgeOptions = { asOf: '2026-06-30', period: '2026-01..2026-06', ...(config && { config }) }
    return judge(rule, ['支部: {名称: 杏园社区第一党支部}', '组织生活:', ...records].join('\n'), options)
  }

  test('are told together, and not each by itself', () => {
    expect(judged('record/batch', batch).findings).toHaveLength(1)
    expect(judged('record/late', batch)).toEqual({
      rule: 'record/late',
      outcome: 'not-applicable',
      reason: '集中补录的记录已一并提出',
      findings: [],
    })
  })

  test('leave the late record of another day to be told', () => {
    const other = '  - {类型: 党员大会, 日期: 2026-03-13, 录入: 2026-06-19}'
    expect(judged('record/late', [...batch, other]).findings).toMatchObject([{ subject: '2026-03-13 党员大会' }])
  })

  test('one week fewer is no batch: each is told', () => {
    expect(judged('record/batch', batch.slice(1)).outcome).toBe('pass')
    expect(judged('record/late', batch.slice(1)).findings.map(({ subject }) => subject)).toEqual([
      '2026-03-12 支委会',
      '2026-04-07 支委会',
    ])
  })

  test('are told each where the configuration says so', () => {
    const config = 'rules: {record/batch: off, record/late: {with: {batch: false}}}'
    expect(judged('record/late', batch, config).findings).toHaveLength(3)
  })

  test('are a batch by the same limits to both rules', () => {
    const rules = new Map(prepare({ asOf: day('2026-06-30') }).ruleSet.rules.map((rule) => [rule.id, rule]))
    expect(rules.get('record/late')?.with).toMatchObject({ batch: rules.get('record/batch')?.with })
  })
})
