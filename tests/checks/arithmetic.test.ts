import { describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

const RULE = 'attendance/arithmetic'

function meeting(attendance: string, more = '') {
  const ledger = `支部: {名称: 杏园社区第一党支部}
组织生活:
  - {类型: 党员大会, 日期: 2026-03-12, ${attendance}${more}}
`
  return judge(RULE, ledger, { asOf: '2026-04-30', period: '2026Q1' })
}

describe('due, present and absent', () => {
  test('that add up are in order', () => {
    expect(meeting('应到: 32, 实到: 29, 请假: [{姓名: 张三, 原因: 住院}], 缺席: [李四, 王五]')).toMatchObject({
      outcome: 'pass',
      findings: [],
    })
  })

  test('that do not add up are told with the sum', () => {
    const { outcome, findings } = meeting('应到: 32, 实到: 30, 请假: [{姓名: 张三, 原因: 住院}], 缺席: [李四, 王五]')
    expect(outcome).toBe('fail')
    expect(findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '2026-03-12 党员大会',
        message: '3月12日党员大会：应到32人，实到30人、请假1人、缺席2人，合计33人，与应到不符',
        at: ['3:36', '3:44', '3:52', '3:76'],
      },
    ])
  })

  test('where one of 请假 and 缺席 is given, the other is none', () => {
    expect(meeting('应到: 30, 实到: 28, 请假: 2').outcome).toBe('pass')
    expect(meeting('应到: 30, 实到: 28, 请假: 1').findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会：应到30人，实到28人、请假1人，合计29人，与应到不符' },
    ])
  })

  test('where neither is given there is no sum', () => {
    expect(meeting('应到: 30, 实到: 28').outcome).toBe('pass')
  })

  test('流动 and 行动不便 given apart may be there or not', () => {
    expect(meeting('应到: 32, 实到: 29, 请假: 0, 流动: 2, 行动不便: 1').outcome).toBe('pass')
    expect(meeting('应到: 32, 实到: 31, 请假: 0, 流动: 2, 行动不便: 1').outcome).toBe('pass')
    expect(meeting('应到: 32, 实到: 28, 请假: 0, 流动: 2, 行动不便: 1').outcome).toBe('fail')
  })

  test('one who stands under 请假 and 缺席 is one person', () => {
    expect(meeting('应到: 30, 实到: 28, 请假: [{姓名: 张三, 原因: 住院}], 缺席: [张三, 李四]').outcome).toBe('pass')
  })

  test('with a number that is only about right (约) nothing is reckoned', () => {
    expect(meeting('应到: 30, 实到: 约28人, 请假: 1')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '3月12日党员大会的人数只是约数，无法核对',
    })
  })
})

describe('more present than due', () => {
  test('is a fault', () => {
    expect(meeting('应到: 30, 实到: 31').findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '2026-03-12 党员大会',
        message: '3月12日党员大会：应到30人，实到31人，实到多于应到',
        at: ['3:36', '3:44'],
      },
    ])
  })

  test('by as many as 列席: says what may have happened', () => {
    expect(meeting('应到: 30, 实到: 32, 列席: [马原, 陈立]').findings.map(brief)).toMatchObject([
      {
        message: '3月12日党员大会：应到30人，实到32人，实到多于应到，多出的2人与列席人数相同，列席人员不计入应到和实到',
      },
    ])
  })

  test('at a meeting of several branches is none', () => {
    expect(meeting('应到: 30, 实到: 55', ', 联合支部: [和平里党支部]').outcome).toBe('pass')
  })
})

describe('a list beside a number', () => {
  test('names as many', () => {
    expect(meeting('应到: 3, 实到: {人数: 2, 名单: [张三, 李四]}').outcome).toBe('pass')
    expect(meeting('应到: 3, 实到: {人数: 3, 名单: [张三, 李四]}').findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会：实到3人，名单列有2人' },
    ])
  })

  test('may name two people of one name, or one person twice', () => {
    expect(meeting('应到: 3, 实到: {人数: 3, 名单: [张三, 张三, 李四]}').outcome).toBe('pass')
    expect(meeting('应到: 3, 实到: {人数: 2, 名单: [张三, 张三, 李四]}').outcome).toBe('pass')
  })
})

test('no numbers: not evaluated, naming what is missing', () => {
  expect(meeting('地点: 会议室')).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会未写明应到、实到人数，无法核对',
    findings: [],
  })
})

test('a meeting that is only planned is no meeting', () => {
  expect(meeting('应到: 30, 实到: 31', ', 状态: 计划').outcome).toBe('not-applicable')
})
