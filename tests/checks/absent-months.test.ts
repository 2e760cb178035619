import { describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

const MEMBERS = '{姓名: 王建国, 党小组: 第一党小组}, {姓名: 张三, 党小组: 第二党小组}'

/** One 主题党日 a month from January on, each with what its attendance says. */
function months(attendance: readonly string[], { members = MEMBERS, more = '', asOf = '2026-12-31' } = {}) {
  const records = attendance.map((said, at) => {
    const month = String(at + 1).padStart(2, '0')
    return `  - {类型: 主题党日, 日期: 2026-${month}-20, ${said}}`
  })
  const ledger = `支部: {名称: 杏园社区第一党支部}\n党员: [${members}]\n组织生活:\n${records.join('\n')}\n${more}`
  return judge('attendance/absent-months', ledger, { asOf, period: '2026' })
}

const ABSENT = '应到: 2, 实到: [王建国], 缺席: [张三]'
const ON_LEAVE = '应到: 2, 实到: [王建国], 请假: [{姓名: 张三, 原因: 出差}]'
const PRESENT = '应到: 2, 实到: [王建国, 张三]'
const SILENT = '应到: 2, 实到: 1'

function times(count: number, said: string): string[] {
  return Array.from({ length: count }, () => said)
}

describe('months without a reason', () => {
  test('from the second on are told', () => {
    expect(months([ABSENT, PRESENT, ABSENT]).outcome).toBe('pass')
    expect(months([PRESENT, ABSENT, ABSENT]).findings.map(brief)).toEqual([
      {
        severity: 'warning',
        subject: '张三',
        message: '张三2026年2月至2026年3月连续2个月应参加的组织生活全部缺席，台账未注明原因',
        at: ['5:55', '6:55'],
      },
    ])
  })

  test('six are grave, and ask for the reason to be found out', () => {
    expect(months(times(5, ABSENT)).findings.map(brief)).toMatchObject([{ severity: 'warning' }])
    expect(months(times(6, ABSENT)).findings.map(brief)).toMatchObject([
      {
        severity: 'error',
        message: '张三2026年1月至2026年6月连续6个月应参加的组织生活全部缺席，台账未注明原因，请核实有无正当理由',
      },
    ])
  })

  test('无故 is no reason', () => {
    const said = '应到: 2, 实到: [王建国], 缺席: [{姓名: 张三, 原因: 无故缺席}]'
    expect(months([said, said]).outcome).toBe('fail')
  })
})

describe('months with reasons', () => {
  test('are told from the sixth on, with a hint at 流动 and 转接', () => {
    expect(months(times(5, ON_LEAVE)).outcome).toBe('pass')
    expect(months(times(6, ON_LEAVE)).findings.map(brief)).toMatchObject([
      {
        severity: 'warning',
        subject: '张三',
        message: '张三2026年1月至2026年6月连续6个月应参加的组织生活全部请假，请核实是否属于流动党员、应否转接组织关系',
      },
    ])
  })
})

describe('what ends a run', () => {
  test('a month that says nothing of the member', () => {
    expect(months([ABSENT, SILENT, ABSENT]).outcome).toBe('pass')
  })

  test('a month in which the member spoke or presided', () => {
    expect(months([ABSENT, `${SILENT}, 主持人: 张三`, ABSENT]).outcome).toBe('pass')
  })

  test('a month in which the member was at any meeting', () => {
    const more = '  - {类型: 集中学习, 日期: 2026-02-10, 实到: [张三]}\n'
    expect(months([ABSENT, ABSENT], { more }).outcome).toBe('pass')
  })

  test('a month that is not over', () => {
    expect(months([ABSENT, ABSENT], { asOf: '2026-03-07' }).outcome).toBe('pass')
    expect(months([ABSENT, ABSENT], { asOf: '2026-03-08' }).outcome).toBe('fail')
  })
})

describe('who was not due', () => {
  const of = (said: string) => `{姓名: 王建国}, {姓名: 张三, ${said}}`

  test.each([
    ['not yet in the branch', '转入: 2026-02-21'],
    ['no longer in the branch', '转出: 2026-02-20'],
    ['not yet a member', '人员类别: 预备党员, 预备期起: 2026-03-01'],
    ['流动', '流动: 是'],
    ['年老体弱', '不作硬性要求: 年老体弱'],
  ])('%s', (_, said) => {
    expect(months([ABSENT, ABSENT], { members: of(said) }).outcome).toBe('pass')
  })

  test('the members of other groups', () => {
    const meeting = `${ABSENT}, 党小组: 第一党小组`
    expect(months([meeting, meeting]).outcome).toBe('pass')
    const own = `${ABSENT}, 党小组: 第二党小组`
    expect(months([own, own]).outcome).toBe('fail')
  })

  test('one whom the list of those due does not name', () => {
    const meeting = '应到: [王建国], 实到: [王建国], 缺席: [张三]'
    expect(months([meeting, meeting]).outcome).toBe('pass')
  })
})

test('where the absentees account for all who were missing, the others were there', () => {
  const accounted = '应到: 2, 实到: 1, 请假: [{姓名: 王建国, 原因: 出差}]'
  expect(months([ABSENT, accounted, ABSENT]).outcome).toBe('pass')
  const all = '应到: 2, 实到: 2'
  expect(months([all, all]).outcome).toBe('pass')
})

test('whom no list mentions is not evaluated', () => {
  const members = '{姓名: 王建国}, {姓名: 张三}, {姓名: 李四}'
  expect(months(['应到: 3, 实到: [王建国]', '应到: 3, 实到: [王建国, 张三]'], { members })).toMatchObject({
    outcome: 'not-evaluated',
    reason: '会议记录的到会、请假、缺席名单中没有李四',
  })
})

test('talks are no attendance', () => {
  const more = `专项台账:
  谈心谈话:
    - {日期: 2026-01-15, 人员: [王建国], 对象: [张三], 内容: 思想交流}
`
  expect(months([ABSENT, ABSENT], { more }).outcome).toBe('fail')
})

test('of two members of one name nothing is said', () => {
  expect(months([ABSENT, ABSENT], { members: '{姓名: 张三}, {姓名: 张三}' }).outcome).not.toBe('fail')
})

test('without a roster or names it is not evaluated', () => {
  const ledger = `支部: {名称: 杏园社区第一党支部}
组织生活:
  - {类型: 主题党日, 日期: 2026-01-20, ${ABSENT}}
`
  expect(judge('attendance/absent-months', ledger, { asOf: '2026-04-30' })).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账没有党员名册，不知道谁应参加',
  })
  expect(months([SILENT, SILENT])).toMatchObject({
    outcome: 'not-evaluated',
    reason: '会议记录的到会、请假、缺席名单中没有王建国、张三',
  })
})
