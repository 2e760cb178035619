import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const OPTIONS = { asOf: '2026-04-30', period: '2026-01..2026-03' }

/** A branch with a 支委会 in February and March; `january` is what its ledger has in its place. */
function ledger(january: string): string {
  return `支部: {名称: 甲党支部, 委员: [张三, 李四, 王五]}
组织生活:
${january}
  - {类型: 支委会, 日期: 2026-02-10}
  - {类型: 支委会, 日期: 2026-03-10}
  - {类型: 党员大会, 日期: 2026-01-12}
`
}

test('an entry that could not be read may be the meeting that is not seen: the month is not judged', () => {
  const { outcome, reason, findings } = judge('frequency/committee', ledger('  - 1月8日支委会，学习'), OPTIONS)
  expect(findings).toEqual([])
  expect(outcome).toBe('not-evaluated')
  expect(reason).toContain('ledger.yaml第3行“1月8日支委会，学习”没有读入')
})

test('one that names another month or another kind is none', () => {
  for (const other of ['  - 2月8日支委会，学习', '  - 1月8日党课，学习']) {
    expect(judge('frequency/committee', ledger(other), OPTIONS).findings.map(({ subject }) => subject)).toEqual([
      '2026-01',
    ])
  }
})

test('where nothing was lost the month is missing', () => {
  expect(judge('frequency/committee', ledger(''), OPTIONS).outcome).toBe('fail')
})

test('a kind that is nowhere else in the ledger may be what was lost', () => {
  const only = `支部: {名称: 甲党支部}
组织生活:
  - 3月8日党员大会，学习
  - {类型: 主题党日, 日期: 2026-02-10}
`
  const judged = judge('frequency/member-assembly', only, OPTIONS)
  expect(judged).toMatchObject({ outcome: 'not-evaluated', findings: [] })
  expect(judged.reason).toContain('第3行“3月8日党员大会，学习”没有读入')
})

const YEAR = { asOf: '2026-01-31', period: '2025' }
const HALF_YEAR = { asOf: '2026-07-31', period: '2026-01..2026-06' }
const COMMUNITY = { ...YEAR, config: 'extends: [base, scenes/community]\n' }
const SCHOOL = { asOf: '2026-02-28', period: '2025-09..2026-01', config: 'extends: [base, scenes/school]\n' }

/** Demands that something be there, each short of it, with a line that may be what is not seen. */
test.each([
  [
    'lecture/secretary',
    YEAR,
    `支部: {名称: 甲党支部, 书记: 王建国}
组织生活:
  - {类型: 党课, 日期: 2025-03-20, 主讲人: 赵敏}
  - 6月20日党课，王建国主讲`,
  ],
  [
    'study/share',
    { asOf: '2026-04-30', period: '2026-01..2026-03' },
    `支部: {名称: 甲党支部}
组织生活:
  - {类型: 党员大会, 日期: 2026-03-12, 议题: [部署消防安全检查, 听取物业费收缴情况, 安排春节值班]}
  - 3月20日党课，把身边的事办实`,
  ],
  [
    'agenda/major-matters',
    { asOf: '2026-07-31' },
    `支部: {名称: 甲村党支部, 领域: 农村}
组织生活:
  - {类型: 支委会, 日期: 2026-04-08, 议定事项: [同意老磨坊集体土地对外承包]}
  - 4月20日党员大会，讨论老磨坊`,
  ],
  [
    'rural/four-steps',
    HALF_YEAR,
    `支部: {名称: 甲村党支部, 领域: 农村}
专项台账:
  四议两公开:
    - {日期: 2026-03-02, 主题: 村道硬化, 内容: 支部提议}
    - 3月9日两委商议村道硬化`,
  ],
  [
    'training/hours',
    YEAR,
    `支部: {名称: 甲党支部}
党员: [{姓名: 王建国}]
专项台账:
  培训学时:
    - {日期: 2025-03-28, 人员: [王建国], 学时: 16}
    - 9月28日王建国集中培训16学时`,
  ],
  [
    'member/post-review',
    HALF_YEAR,
    `支部: {名称: 甲党支部}
专项台账:
  设岗定责:
    - {日期: 2025-03-10, 人员: [孙立], 内容: 环境卫生监督岗}
    - 1月15日孙立岗位评议，履职较好`,
  ],
  [
    'community/report-hours',
    COMMUNITY,
    `支部: {名称: 甲党支部, 领域: 社区}
专项台账:
  双报到:
    - {日期: 2025-01-05, 人员: [赵敏], 时长: 1800}
    - 5月6日赵敏文明劝导`,
  ],
  [
    'school/mentor-load',
    SCHOOL,
    `支部: {名称: 甲党支部, 领域: 学校}
党员: [{姓名: 孙立, 岗位状态: 在职}]
专项台账:
  德育导师:
    - {日期: 2025-09-05, 人员: [孙立], 对象: [学生甲, 学生乙]}
    - 9月8日孙立联系学生丙、学生丁`,
  ],
])('what %s asks for may stand in a line that could not be read', (rule, options, ledger) => {
  const judged = judge(rule, ledger, options)
  expect(judged).toMatchObject({ outcome: 'not-evaluated', findings: [] })
  expect(judged.reason).toContain('没有读入')
  const without = ledger.split('\n').slice(0, -1).join('\n')
  expect(judge(rule, without, options).outcome).toBe('fail')
})
