import { describe, expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { prepare } from '../../src/setup.ts'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

function meeting(attendance: string, roster = '') {
  const ledger = `支部: {名称: 杏园社区第一党支部}
${roster}组织生活:
  - {类型: 党员大会, 日期: 2026-03-12, ${attendance}}
`
  return judge('attendance/leave', ledger, { asOf: '2026-04-30', period: '2026Q1' })
}

test('absentees with their reasons are in order', () => {
  expect(meeting('应到: 32, 实到: 31, 请假: [{姓名: 张三, 原因: 住院}]')).toMatchObject({
    outcome: 'pass',
    findings: [],
  })
})

test('nobody absent is in order', () => {
  expect(meeting('应到: 32, 实到: 32').outcome).toBe('pass')
  expect(meeting('应到: 32, 实到: 32, 缺席: 无').outcome).toBe('pass')
})

test('an absentee without a reason is named', () => {
  expect(meeting('应到: 32, 实到: 30, 请假: [{姓名: 张三, 原因: 住院}], 缺席: [李四]').findings.map(brief)).toEqual([
    {
      severity: 'warning',
      subject: '2026-03-12 党员大会',
      message: '3月12日党员大会李四未到会，台账未见请假原因',
      at: ['3:77'],
    },
  ])
})

test('无故 is no reason', () => {
  expect(meeting('应到: 32, 实到: 31, 缺席: [{姓名: 李四, 原因: 无故}]').outcome).toBe('fail')
})

test('absentees of whom nothing is said are counted', () => {
  expect(meeting('应到: 32, 实到: 29').findings.map(brief)).toEqual([
    {
      severity: 'warning',
      subject: '2026-03-12 党员大会',
      message: '3月12日党员大会应到32人、实到29人，台账未写明未到会的3人及原因',
      at: ['3:36', '3:44'],
    },
  ])
})

test('a number alone names nobody', () => {
  expect(meeting('应到: 32, 实到: 29, 请假: 3').findings.map(brief)).toEqual([
    {
      severity: 'warning',
      subject: '2026-03-12 党员大会',
      message: '3月12日党员大会只写请假3人，未写明姓名和原因',
      at: ['3:52'],
    },
  ])
})

test('those given apart are no absentees', () => {
  expect(meeting('应到: 32, 实到: 29, 流动: 2, 行动不便: 1').outcome).toBe('pass')
})

test('the roster gives the reason of 年老体弱 and 流动 members', () => {
  const roster = '党员: [{姓名: 吴老, 不作硬性要求: 年老体弱}, {姓名: 郑平, 流动: 是}, {姓名: 李四}]\n'
  expect(meeting('应到: 3, 实到: 1', roster).outcome).toBe('pass')
  expect(meeting('应到: 3, 实到: 1, 缺席: [吴老, 郑平]', roster).outcome).toBe('pass')
  expect(meeting('应到: 3, 实到: 0, 缺席: [吴老, 郑平, 李四]', roster).findings.map(brief)).toMatchObject([
    { message: '3月12日党员大会李四未到会，台账未见请假原因' },
  ])
})

describe('a reason in 备注', () => {
  test('is the reason of whom it names', () => {
    expect(meeting('应到: 32, 实到: 31, 备注: 张某请假：出差').outcome).toBe('pass')
    expect(meeting('应到: 32, 实到: 31, 缺席: [张某], 备注: 张某因公出差').outcome).toBe('pass')
    expect(meeting('应到: 32, 实到: 31, 缺席: [张某], 备注: 张某因病未参加').outcome).toBe('pass')
    expect(meeting('应到: 32, 实到: 31, 请假: 1, 备注: 张某请假（出差）').outcome).toBe('pass')
  })

  test('leaves the others to be told', () => {
    expect(meeting('应到: 32, 实到: 29, 备注: 张某请假：出差').findings.map(({ message }) => message)).toEqual([
      '3月12日党员大会应到32人、实到29人，备注写明1人，未写明其余2人及原因',
    ])
    expect(meeting('应到: 32, 实到: 30, 缺席: [张某, 李四], 备注: 张某请假：出差').findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会李四未到会，台账未见请假原因' },
    ])
  })

  test('is none where the remark is of something else, or gives no reason', () => {
    expect(meeting('应到: 32, 实到: 31, 备注: 党费当场交纳').outcome).toBe('fail')
    expect(meeting('应到: 32, 实到: 31, 备注: 张某请假').outcome).toBe('fail')
  })
})

test('without numbers nobody knows whether anybody was absent', () => {
  expect(meeting('地点: 会议室')).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月12日党员大会未写明应到、实到人数，不知道有无缺席',
  })
})

describe('one who was absent for months on end without a reason', () => {
  const judged = (rule: string, absent: readonly string[], config?: string) => {
    const records = absent.map(
      (names, at) => `  - {类型: 主题党日, 日期: 2026-0${at + 1}-20, 应到: 4, 缺席: [${names}]}`,
    )
    const roster = '党员: [{姓名: 王建国}, {姓名: 张三}, {姓名: 李四}, {姓名: 钱多}]'
    const ledger = ['支部: {名称: 杏园社区第一党支部}', roster, '组织生活:', ...records].join('\n')
    return judge(rule, ledger, { asOf: '2026-04-30', period: '2026Q1', ...(config !== undefined && { config }) })
  }

  test('is told once, as that', () => {
    expect(judged('attendance/absent-months', ['张三', '张三']).findings).toMatchObject([{ subject: '张三' }])
    expect(judged('attendance/leave', ['张三', '张三'])).toMatchObject({
      outcome: 'not-applicable',
      reason: '连续几个月无故缺席的已一并提出',
      findings: [],
    })
  })

  test('leaves the others to be told by meeting', () => {
    expect(judged('attendance/leave', ['张三', '张三, 李四']).findings.map(brief)).toMatchObject([
      { subject: '2026-02-20 主题党日', message: '2月20日主题党日李四未到会，台账未见请假原因', at: ['5:48'] },
    ])
  })

  test('is told by meeting where it is one month only', () => {
    expect(judged('attendance/absent-months', ['张三', '']).outcome).not.toBe('fail')
    expect(judged('attendance/leave', ['张三', '']).findings).toHaveLength(1)
  })

  test('is told by meeting where the configuration says so', () => {
    const config = 'rules: {attendance/absent-months: off, attendance/leave: {with: {absentMonths: false}}}'
    expect(judged('attendance/leave', ['张三', '张三'], config).findings).toHaveLength(2)
  })

  test('is so by the same number of months to both rules', () => {
    const rules = new Map(prepare({ asOf: day('2026-06-30') }).ruleSet.rules.map((rule) => [rule.id, rule]))
    expect(rules.get('attendance/leave')?.with?.absentMonths).toBe(
      rules.get('attendance/absent-months')?.with?.withoutReason,
    )
  })
})
