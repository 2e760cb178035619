import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'community/report-hours'
const YEAR = { asOf: '2026-01-31', period: '2025', config: 'extends: [base, scenes/community]\n' }

function branch(...entries: readonly string[]): string {
  const lines = entries.map((entry) => `    - {${entry}}\n`).join('')
  return `支部: {名称: 甲支部, 领域: 社区}\n专项台账:\n  双报到:\n${lines}`
}

test('the hours of each person named are added up', () => {
  const ledger = branch(
    '日期: 2025-01-05, 人员: [赵敏, 孙立], 时长: 1800',
    '日期: 2025-08-05, 人员: [孙立], 时间: 08:00-18:00',
    '日期: 2025-09-05, 人员: [孙立], 时长: 600',
  )
  expect(judge(RULE, ledger, YEAR).findings).toMatchObject([
    {
      subject: '2025 赵敏',
      message: '赵敏2025年登记的双报到合计30小时，不足50小时',
      evidence: [{ line: 4, excerpt: '赵敏' }, { line: 4 }],
    },
  ])
})

test('who begins within the year owes from that month on', () => {
  const july = (minutes: number) =>
    branch('日期: 2025-02-05, 人员: [孙立], 时长: 3000', `日期: 2025-07-05, 人员: [赵敏], 时长: ${minutes}`)
  expect(judge(RULE, july(1500), YEAR).findings).toEqual([])
  expect(judge(RULE, july(1499), YEAR).findings.map(({ subject }) => subject)).toContain('2025 赵敏')
})

test('an entry without its length leaves the person open', () => {
  expect(judge(RULE, branch('日期: 2025-01-05, 人员: [赵敏]'), YEAR)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '赵敏的双报到登记有未写时长的',
  })
})

test('a year that runs is not judged', () => {
  const ledger = branch('日期: 2025-01-05, 人员: [赵敏], 时长: 60')
  expect(judge(RULE, ledger, { ...YEAR, asOf: '2025-12-31' }).outcome).toBe('not-due')
})

test('a ledger without the register is not judged', () => {
  expect(judge(RULE, '支部: {名称: 甲支部, 领域: 社区}\n', YEAR).outcome).toBe('not-evaluated')
})

test('of the roster only those meant are judged', () => {
  const config = `${YEAR.config}rules:\n  ${RULE}: {with: {of: members, post: [在职]}}\n`
  const ledger = `支部: {名称: 甲支部, 领域: 社区}
党员: [{姓名: 孙立, 岗位状态: 在职}, {姓名: 周强, 岗位状态: 退休}, {姓名: 赵敏, 岗位状态: 在职, 转入: 2025-03-01}]
专项台账:
  双报到:
    - {日期: 2025-01-05, 人员: [周强], 时长: 60}
`
  expect(judge(RULE, ledger, { ...YEAR, config }).findings.map(({ subject }) => subject)).toEqual(['2025 孙立'])
})

test('wordings that name nobody are no people, and leave open who was there', () => {
  const ledger = (people: string) =>
    branch('日期: 2025-01-05, 人员: [赵敏], 时长: 1800', `日期: 2025-08-05, 人员: ${people}, 时长: 1200`)
  expect(judge(RULE, ledger('全体党员'), YEAR)).toMatchObject({ outcome: 'pass', findings: [] })
  for (const people of ['参训党员', '孙立等8人']) {
    expect(judge(RULE, ledger(people), YEAR)).toMatchObject({
      outcome: 'not-evaluated',
      reason: '有的双报到登记没有逐人写明人员，不知道赵敏是否参加',
      findings: [],
    })
  }
})
