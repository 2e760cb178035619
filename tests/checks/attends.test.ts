import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'role/dual-life'
const YEAR = { asOf: '2026-01-31', period: '2025' }
const AWAY = '应到: 2, 实到: 1, 请假: [{姓名: 王建国, 原因: 出差}]'

function branch(member: string, ...meetings: readonly string[]): string {
  const lines = meetings.map((meeting) => `  - {${meeting}}\n`).join('')
  return `支部: {名称: 甲支部}\n党员:\n  - {${member}}\n  - {姓名: 孙立}\n组织生活:\n${lines}`
}

test('who holds an office and came to none of the meetings of the year is told', () => {
  const ledger = branch(
    '姓名: 王建国, 职级: 处级',
    `类型: 党员大会, 日期: 2025-03-12, ${AWAY}`,
    `类型: 党课, 日期: 2025-06-12, ${AWAY}`,
  )
  expect(judge(RULE, ledger, YEAR).findings).toMatchObject([
    {
      subject: '2025 王建国',
      severity: 'warning',
      message: '台账未见王建国2025年到会参加所在支部组织生活的记录，应参加的2次都记为请假或缺席',
      evidence: [{ line: 3, excerpt: '王建国' }, { line: 6 }, { line: 7 }],
    },
  ])
})

test.each([
  ['on the list', '类型: 党员大会, 日期: 2025-06-12, 应到: 2, 实到: [王建国, 孙立]'],
  ['among all who came', '类型: 党员大会, 日期: 2025-06-12, 应到: 2, 实到: 2'],
  ['as lecturer', '类型: 党课, 日期: 2025-06-12, 主讲人: 王建国'],
])('one meeting is enough: %s', (_, meeting) => {
  const ledger = branch('姓名: 王建国, 职级: 处级', `类型: 党员大会, 日期: 2025-03-12, ${AWAY}`, meeting)
  expect(judge(RULE, ledger, YEAR)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('a meeting that does not say who came leaves it open', () => {
  const ledger = branch(
    '姓名: 王建国, 职级: 处级',
    `类型: 党员大会, 日期: 2025-03-12, ${AWAY}`,
    '类型: 党课, 日期: 2025-06-12',
  )
  expect(judge(RULE, ledger, YEAR)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '有的会议没有写明谁到会，不知道王建国是否参加',
  })
})

test.each(['', ', 职级: 处级, 转入: 2025-02-01', ', 职级: 处级, 流动: 是', ', 职级: 处级, 不作硬性要求: 借调'])(
  'nothing is demanded of 王建国%s',
  (more) => {
    const ledger = branch(`姓名: 王建国${more}`, `类型: 党员大会, 日期: 2025-03-12, ${AWAY}`)
    expect(judge(RULE, ledger, YEAR).findings).toEqual([])
  },
)

test('a year that runs is not judged', () => {
  const ledger = branch('姓名: 王建国, 职级: 处级', `类型: 党员大会, 日期: 2025-03-12, ${AWAY}`)
  expect(judge(RULE, ledger, { ...YEAR, asOf: '2025-12-31' }).outcome).toBe('not-due')
})
