import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const LIFE = 'agenda/organizational-life'
const APPRAISAL = 'agenda/appraisal'
const FIRST_QUARTER = { asOf: '2026-04-30', period: '2026-01..2026-03' }

function branch(records: string): string {
  return `支部: {名称: 甲支部}\n组织生活:\n${records}`
}

function meeting(...items: readonly string[]): string {
  return `  - 类型: 组织生活会
    日期: 2026-01-21
    所属年度: 2025
    议题:
${items.map((item) => `      - 内容: ${item}`).join('\n')}
`
}

const WHOLE = ['通报会前学习和征求意见情况', '支委会作对照检查', '党员开展批评和自我批评', '明确整改方向']

test('steps that the records do not show are told', () => {
  const { findings } = judge(LIFE, branch(meeting(...WHOLE.slice(0, 3))), FIRST_QUARTER)
  expect(findings).toMatchObject([
    {
      severity: 'error',
      subject: '2025',
      message: '台账未见2025年度组织生活会“整改”环节的记录',
      evidence: [{ line: 4, excerpt: '2026-01-21' }],
      data: { year: 2025, missing: ['整改'] },
    },
  ])
})

test('all steps in one meeting', () => {
  expect(judge(LIFE, branch(meeting(...WHOLE)), FIRST_QUARTER)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('steps may stand in other records that speak of the meeting', () => {
  const ledger = branch(`  - {类型: 支委会, 日期: 2026-02-10, 议题: [{内容: 研究组织生活会整改清单}]}
${meeting(...WHOLE.slice(0, 3))}`)
  expect(judge(LIFE, ledger, FIRST_QUARTER).outcome).toBe('pass')
})

test('another meeting that does not speak of it is no part of it', () => {
  const ledger = branch(`  - {类型: 支委会, 日期: 2026-02-10, 议题: [{内容: 研究消防整改}]}
${meeting(...WHOLE.slice(0, 3))}`)
  expect(judge(LIFE, ledger, FIRST_QUARTER).outcome).toBe('fail')
})

test.each(['谈心谈话', '意见建议'])('the register %s before the meeting is a step', (register) => {
  const ledger = `${branch(meeting('会前学习', ...WHOLE.slice(1)))}专项台账:
  ${register}:
    - {日期: 2026-01-12, 人员: [王建国], 对象: [孙立]}
`
  expect(judge(LIFE, ledger, FIRST_QUARTER).outcome).toBe('pass')
  expect(judge(LIFE, branch(meeting('会前学习', ...WHOLE.slice(1))), FIRST_QUARTER).outcome).toBe('fail')
})

test('several meetings of one year are taken together', () => {
  const ledger = branch(`  - {类型: 组织生活会, 日期: 2025-12-30, 所属年度: 2025, 议题: [{内容: 落实整改措施}]}
${meeting(...WHOLE.slice(0, 3))}`)
  expect(judge(LIFE, ledger, FIRST_QUARTER).outcome).toBe('pass')
})

test('an entry of one line is silent, and told as a warning', () => {
  const ledger = branch('  - {类型: 组织生活会, 日期: 2026-01-21, 主题: 2025年度组织生活会}\n')
  expect(judge(LIFE, ledger, FIRST_QUARTER).findings).toMatchObject([
    {
      severity: 'warning',
      message: '台账未反映2025年度组织生活会的“会前学习”“谈心谈话或征求意见”“查摆问题”“批评与自我批评”“整改”环节',
    },
  ])
})

test('two items tell how the meeting went, one does not', () => {
  const severities = (...items: readonly string[]) =>
    judge(LIFE, branch(meeting(...items)), FIRST_QUARTER).findings.map(({ severity }) => severity)
  expect(severities('开展批评和自我批评')).toEqual(['warning'])
  expect(severities('开展批评和自我批评', '明确整改方向')).toEqual(['error'])
})

test('no meeting raises nothing here', () => {
  const ledger = branch('  - {类型: 支委会, 日期: 2026-01-21}\n')
  expect(judge(LIFE, ledger, FIRST_QUARTER)).toMatchObject({ outcome: 'not-applicable', findings: [] })
})

test('the words of a step are the rulebook’s', () => {
  const config = `
rules:
  agenda/organizational-life:
    with:
      steps: [{name: 表态, words: [表态]}]
`
  expect(judge(LIFE, branch(meeting('表态发言')), { ...FIRST_QUARTER, config }).outcome).toBe('pass')
})

describe('民主评议', () => {
  test('with grades has its 组织评定', () => {
    const ledger = branch(`  - 类型: 民主评议
    日期: 2026-01-21
    议题: [{内容: 个人自评、党员互评}, {内容: 民主测评}]
    评议结果: {优秀: 2, 合格: 6}
`)
    expect(judge(APPRAISAL, ledger, FIRST_QUARTER).outcome).toBe('pass')
  })

  test('merged with an 组织生活会 has its 互评 in the criticism', () => {
    const ledger = branch(`  - 类型: 组织生活会
    日期: 2026-01-21
    主题: 2025年度组织生活会暨民主评议党员
    议题: [{内容: 批评与自我批评}, {内容: 民主测评，评定等次}]
`)
    expect(judge(APPRAISAL, ledger, FIRST_QUARTER).outcome).toBe('pass')
  })
})
