import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const FEBRUARY = { asOf: '2026-03-31', period: '2026-02' }
const SCHOOL = { ...FEBRUARY, config: 'extends: [base, scenes/school]\n' }

function branch(scene: string): string {
  return `支部: {名称: 甲支部, 领域: ${scene}}\n组织生活:\n  - {类型: 主题党日, 日期: 2026-01-28}\n`
}

test('a rulebook may narrow a base rule for the branches of its scene', () => {
  expect(judge('frequency/party-day', branch('学校'), SCHOOL)).toMatchObject({ outcome: 'not-due', findings: [] })
  expect(judge('frequency/party-day', branch('农村'), SCHOOL).outcome).toBe('fail')
  expect(judge('frequency/party-day', branch('学校'), FEBRUARY).outcome).toBe('fail')
})

test('the months of the term are demanded as ever', () => {
  expect(
    judge('frequency/party-day', branch('学校'), { ...SCHOOL, asOf: '2026-04-30', period: '2026-03' }).outcome,
  ).toBe('fail')
})

test('the configuration has the last word', () => {
  const config = `extends: [base, scenes/school]
overrides:
  - when: {scene: 学校}
    rules: {frequency/party-day: {with: {months: [2]}}}
`
  expect(judge('frequency/party-day', branch('学校'), { ...FEBRUARY, config }).outcome).toBe('fail')
})

test.each([
  ['城东街道党工委', 'fail'],
  ['中共红星机械厂委员会', 'fail'],
  ['红星机械厂党总支', 'fail'],
  ['中共红星机械厂总支部委员会', 'fail'],
  ['杏园市直机关工委', 'fail'],
  ['城东街道机关党支部', 'not-applicable'],
  ['中共红星机械厂第一车间支部委员会', 'not-applicable'],
  ['柳溪村村民委员会', 'not-applicable'],
])('what is demanded of committees is not demanded of branches: %s', (name, outcome) => {
  const ledger = `支部: {名称: ${name}}\n组织生活:\n  - {类型: 书记例会, 日期: 2025-12-12}\n`
  const quarter = { asOf: '2026-04-30', period: '2026-01..2026-03', config: 'extends: [base, scenes]\n' }
  expect(judge('committee/secretary-meeting', ledger, quarter).outcome).toBe(outcome)
})

test('a scene by itself needs no base rulebook', () => {
  const config = 'extends: scenes/school\n'
  const ledger =
    '支部: {名称: 甲支部, 领域: 学校}\n专项台账:\n  关爱教师:\n    - {日期: 2026-02-10, 人员: [王建国], 对象: [外地教师]}\n'
  expect(judge('school/care', ledger, { ...FEBRUARY, config }).outcome).toBe('pass')
})

test('a register that a rulebook declares is read under its other names, and its rows are no meetings', () => {
  const ledger = {
    'a.csv': '支部,会议类型,会议日期,内容\n甲支部,关爱教职工,2026-02-10,生日问候\n甲支部,主题党日,2026-02-11,学习\n',
  }
  const config = `extends: [base, scenes/school]
rules:
  school/care: {with: {must: '记录.专项台账 == "关爱教师"'}, when: {branch: 甲支部}}
`
  expect(judge('school/care', ledger, { ...FEBRUARY, config }).outcome).toBe('pass')
})
