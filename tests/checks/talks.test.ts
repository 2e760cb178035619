import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'frequency/talks'
const YEAR = { asOf: '2026-01-31', period: '2025' }

function branch(talks: string, members = '  - {姓名: 孙立}\n  - {姓名: 周强}'): string {
  return `支部: {名称: 甲支部, 书记: 王建国, 委员: [王建国, 李秀英, 赵敏]}
党员:
${members}
专项台账:
  谈心谈话:
${talks}
`
}

const COMMITTEE = `
    - {日期: 2025-05-06, 人员: [王建国], 对象: [李秀英, 赵敏]}
    - {日期: 2025-05-08, 人员: [赵敏], 对象: [李秀英]}
`

test('who was not talked with is told by name', () => {
  const { findings } = judge(RULE, branch('    - {日期: 2025-05-06, 人员: [王建国], 对象: [李秀英, 孙立]}'), YEAR)
  expect(findings).toMatchObject([
    {
      severity: 'warning',
      subject: '2025 委员与党员之间',
      message: '台账未见2025年委员与党员之间谈心谈话记录1人：周强',
      evidence: [{ line: 1, excerpt: '甲支部' }],
    },
    { subject: '2025 委员之间', message: '台账未见2025年委员之间谈心谈话记录2对：王建国与赵敏、李秀英与赵敏' },
  ])
})

test('one to many counts for each, in whichever direction', () => {
  const talks = `${COMMITTEE}    - {日期: 2025-12-31, 人员: [孙立, 周强], 对象: [赵敏]}`
  expect(judge(RULE, branch(talks), YEAR)).toMatchObject({ outcome: 'pass', findings: [] })
})

test.each(['2024-12-31', '2026-01-01'])('a talk on %s is of another year', (date) => {
  const talks = `${COMMITTEE}    - {日期: ${date}, 人员: [赵敏], 对象: [孙立, 周强]}`
  expect(judge(RULE, branch(talks), YEAR).findings[0]?.message).toContain('孙立、周强')
})

test('a talk between members is none with the committee', () => {
  const talks = `${COMMITTEE}    - {日期: 2025-06-01, 人员: [孙立], 对象: [周强]}`
  expect(judge(RULE, branch(talks), YEAR).findings[0]?.message).toContain('2人：孙立、周强')
})

test('an item of a meeting that tells who talked counts', () => {
  const ledger = `${branch(COMMITTEE)}组织生活:
  - {类型: 党小组会, 日期: 2025-06-01, 议题: [{内容: 赵敏与孙立、周强谈心谈话}]}
`
  expect(judge(RULE, ledger, YEAR).outcome).toBe('pass')
})

describe('whose year is not whole', () => {
  test.each([
    '{姓名: 周强, 转入: 2025-01-02}',
    '{姓名: 周强, 转出: 2025-12-31}',
    '{姓名: 周强, 去世: 2025-06-02}',
    '{姓名: 周强, 不作硬性要求: 年老体弱}',
  ])('%s is not demanded', (member) => {
    expect(judge(RULE, branch(COMMITTEE, `  - ${member}`), YEAR)).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test('a committee member who came in the year owes no talk with the others', () => {
    const ledger = `支部:
  名称: 甲支部
  书记: 王建国
  委员: [王建国, 李秀英, {姓名: 赵敏, 自: 2025-01-02}]
党员: []
专项台账:
  谈心谈话:
    - {日期: 2025-05-06, 人员: [王建国], 对象: [李秀英]}
`
    expect(judge(RULE, ledger, YEAR).findings).toEqual([])
  })
})

test('a talk with a date that does not exist leaves the year open', () => {
  const judged = judge(RULE, branch(`${COMMITTEE}    - {日期: 2025-02-30, 人员: [赵敏], 对象: [孙立, 周强]}`), YEAR)
  expect(judged).toMatchObject({ outcome: 'not-evaluated', findings: [] })
  expect(judged.reason).toContain('2025-02-30')
})

test('is not due before the year is over', () => {
  expect(judge(RULE, branch(COMMITTEE), { ...YEAR, asOf: '2026-01-07' }).outcome).toBe('not-due')
  expect(judge(RULE, branch(COMMITTEE), { asOf: '2025-12-30', period: '2025-01-01..2025-12-30' }).outcome).toBe(
    'not-due',
  )
})

describe('a register that was not handed in', () => {
  const roster = '支部: {名称: 甲支部, 书记: 王建国, 委员: [王建国, 李秀英, 赵敏]}\n党员: [{姓名: 孙立}]\n'

  test('is one finding where the ledger keeps others', () => {
    const ledger = `${roster}专项台账:\n  志愿服务:\n    - {日期: 2025-03-05, 人员: [赵敏], 内容: 清扫}\n`
    expect(judge(RULE, ledger, YEAR).findings).toMatchObject([
      { subject: '2025', message: '台账未见谈心谈话登记，请核实是否漏交' },
    ])
  })

  test('may hold talks of months that lie outside the days examined and outside the ledger', () => {
    const ledger = `${roster}专项台账:\n  志愿服务:\n    - {日期: 2025-12-05, 人员: [赵敏], 内容: 清扫}\n`
    expect(judge(RULE, ledger, { ...YEAR, period: '2025-12' })).toMatchObject({
      outcome: 'not-evaluated',
      reason: '台账没有2025年1—11月的记录，无法判断有没有谈心谈话登记',
      findings: [],
    })
  })

  test('is unknown where the ledger keeps none', () => {
    const ledger = `${roster}组织生活:\n  - {类型: 支委会, 日期: 2025-03-05}\n`
    expect(judge(RULE, ledger, YEAR)).toMatchObject({ outcome: 'not-evaluated', findings: [] })
  })
})

test('a committee that the ledger does not name leaves all open', () => {
  const ledger = `支部: {名称: 甲支部, 书记: 王建国}
党员: [{姓名: 孙立}]
组织生活:
  - {类型: 支委会, 日期: 2025-03-05}
专项台账:
  谈心谈话:
    - {日期: 2025-05-06, 人员: [赵敏], 对象: [孙立]}
`
  expect(judge(RULE, ledger, YEAR)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账没有写明书记和支部委员',
  })
})
