import { expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

function quarter(meetings: readonly string[], { roster = '', asOf = '2026-04-30' } = {}) {
  const records = meetings.map((meeting) => `  - {日期: 2026-03-12, ${meeting}}`).join('\n')
  const ledger = `支部: {名称: 杏园社区第一党支部}\n${roster}组织生活:\n${records}\n`
  return judge('attendance/turnout', ledger, { asOf, period: '2026Q1' })
}

test('sixty per cent is enough', () => {
  expect(quarter(['类型: 党员大会, 应到: 30, 实到: 20', '类型: 党课, 应到: 30, 实到: 16']).outcome).toBe('pass')
})

test('less is told with the sums', () => {
  expect(quarter(['类型: 党员大会, 应到: 30, 实到: 20', '类型: 党课, 应到: 30, 实到: 15']).findings.map(brief)).toEqual(
    [
      {
        severity: 'warning',
        subject: '2026Q1',
        message: '2026年第一季度2次会议应到共60人次、实到共35人次，到会率58%，低于60%',
        at: ['4:42', '3:44'],
      },
    ],
  )
})

test('支委会 is left out', () => {
  expect(quarter(['类型: 党员大会, 应到: 30, 实到: 18', '类型: 支委会, 应到: 5, 实到: 1']).outcome).toBe('pass')
})

test('those given apart are not due', () => {
  expect(quarter(['类型: 党员大会, 应到: 30, 实到: 15, 流动: 3, 行动不便: 2']).outcome).toBe('pass')
  expect(quarter(['类型: 党员大会, 应到: 30, 实到: 15, 流动: 4']).outcome).toBe('fail')
})

test('nor are those of the roster, unless those due are without them already', () => {
  const others = ['李四', '孙立', '周强'].map((name) => `{姓名: ${name}}`).join(', ')
  const roster = `党员: [{姓名: 吴老, 不作硬性要求: 年老体弱}, {姓名: 郑平, 流动: 是}, ${others}]\n`
  expect(quarter(['类型: 党员大会, 应到: 5, 实到: 2'], { roster }).outcome).toBe('pass')
  expect(quarter(['类型: 党员大会, 应到: 3, 实到: 1'], { roster }).outcome).toBe('fail')
})

test('a quarter that has only just ended is not due', () => {
  expect(quarter(['类型: 党员大会, 应到: 30, 实到: 10'], { asOf: '2026-04-07' }).outcome).toBe('not-due')
  expect(quarter(['类型: 党员大会, 应到: 30, 实到: 10'], { asOf: '2026-04-08' }).outcome).toBe('fail')
})

test('without numbers it is not evaluated', () => {
  expect(quarter(['类型: 党员大会'])).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会未写明应到、实到人数，无法核算到会率',
  })
})
