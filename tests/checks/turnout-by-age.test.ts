import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'community/young-turnout'
const QUARTER = { asOf: '2026-04-30', period: '2026-01..2026-03', config: 'extends: [base, scenes/community]\n' }
const OLD = '姓名: 周强, 出生: 1950-01-01'

/** Six meetings; the young member came to so many of them and asked for leave otherwise. */
function branch(young: string, came: number): string {
  const meetings = ['01-08', '01-28', '02-10', '02-27', '03-10', '03-30'].map((date, at) =>
    at < came
      ? `  - {类型: 主题党日, 日期: 2026-${date}, 应到: 2, 实到: [孙立, 周强]}\n`
      : `  - {类型: 主题党日, 日期: 2026-${date}, 应到: 2, 实到: [周强], 请假: [{姓名: 孙立, 原因: 加班}]}\n`,
  )
  return `支部: {名称: 甲支部, 领域: 社区}\n党员:\n  - {${young}}\n  - {${OLD}}\n组织生活:\n${meetings.join('')}`
}

test('less than half is a hint that sets the age groups beside each other', () => {
  expect(judge(RULE, branch('姓名: 孙立, 出生: 1990-05-01', 2), QUARTER).findings).toMatchObject([
    {
      subject: '2026Q1',
      nature: 'info',
      severity: 'info',
      message: '2026年第一季度45岁以下党员到会率33%（应到6人次，到会2人次），其他党员100%',
      evidence: [{ line: 1, excerpt: '甲支部' }],
    },
  ])
  expect(judge(RULE, branch('姓名: 孙立, 出生: 1990-05-01', 3), QUARTER).outcome).toBe('pass')
})

test('the age is that of the last day', () => {
  expect(judge(RULE, branch('姓名: 孙立, 出生: 1981-04-01', 2), QUARTER).outcome).toBe('fail')
  expect(judge(RULE, branch('姓名: 孙立, 出生: 1981-03-01', 2), QUARTER)).toMatchObject({
    outcome: 'not-applicable',
    reason: '名册上没有45岁以下的党员',
  })
})

test.each(['流动: 是', '不作硬性要求: 病休'])('who is %s is not counted', (more) => {
  expect(judge(RULE, branch(`姓名: 孙立, 出生: 1990-05-01, ${more}`, 1), QUARTER).outcome).toBe('not-evaluated')
})

test('who joined online was there', () => {
  const ledger = branch('姓名: 孙立, 出生: 1990-05-01', 3).replaceAll('实到: [孙立', '召开方式: 线上, 实到: [孙立')
  expect(judge(RULE, ledger, QUARTER).outcome).toBe('pass')
})

test('bare numbers tell nothing of anybody', () => {
  const ledger = branch('姓名: 孙立, 出生: 1990-05-01', 0).replaceAll(/实到: \[周强\], 请假: .*\]/gu, '实到: 1')
  expect(judge(RULE, ledger, QUARTER)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '2026年第一季度的会议没有写明谁到会、谁缺席，无法统计到会率',
  })
})

test('nor does a roster without birthdays', () => {
  const ledger = branch('姓名: 孙立', 1).replace(', 出生: 1950-01-01', '')
  expect(judge(RULE, ledger, QUARTER).reason).toBe('党员名册没有出生日期')
})
