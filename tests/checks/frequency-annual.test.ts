import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const LIFE = 'frequency/organizational-life'
const APPRAISAL = 'frequency/appraisal'
const FIRST_QUARTER = { asOf: '2026-04-30', period: '2026-01..2026-03' }
const LAST_QUARTER_OF_2025 = `
  - {类型: 支委会, 日期: 2025-10-12}
  - {类型: 支委会, 日期: 2025-11-12}
  - {类型: 支委会, 日期: 2025-12-12}
`

function branch(records: string, more = ''): string {
  return `支部: {名称: 甲支部${more}}\n组织生活:\n${records}`
}

test('a year without one is told where its window ends', () => {
  const ledger = branch(`  - {类型: 组织生活会, 日期: 2025-02-12, 所属年度: 2024}\n${LAST_QUARTER_OF_2025}`)
  expect(judge(LIFE, ledger, FIRST_QUARTER).findings).toMatchObject([
    {
      severity: 'error',
      subject: '2025',
      message: '台账未见2025年度组织生活会记录',
      evidence: [{ line: 1, excerpt: '甲支部' }],
      data: { year: 2025, from: '2025-10-01', to: '2026-03-31' },
    },
  ])
  expect(judge(LIFE, ledger, { ...FIRST_QUARTER, asOf: '2026-04-07' }).outcome).toBe('not-due')
  expect(judge(LIFE, ledger, { asOf: '2026-04-30', period: '2026-01-01..2026-03-30' }).outcome).toBe('not-due')
})

test.each([
  ['{类型: 组织生活会, 日期: 2025-10-01}', 'within the window'],
  ['{类型: 组织生活会, 日期: 2026-03-31}', 'on its last day'],
  ['{类型: 组织生活会, 日期: 2026-04-20, 所属年度: 2025}', 'later, with 所属年度'],
  ['{类型: 组织生活会, 日期: 2026-04-20, 主题: 2025年度组织生活会}', 'later, with the year in its title'],
  ['{类型: 党员大会, 日期: 2026-01-20, 主题: 2025年度组织生活会}', 'entered as another kind'],
])('%s counts for 2025 (%s)', (record) => {
  expect(judge(LIFE, branch(`  - ${record}\n${LAST_QUARTER_OF_2025}`), FIRST_QUARTER).outcome).toBe('pass')
})

test('one that belongs to another year does not count', () => {
  const ledger = branch(`  - {类型: 组织生活会, 日期: 2026-01-20, 所属年度: 2024}\n${LAST_QUARTER_OF_2025}`)
  expect(judge(LIFE, ledger, FIRST_QUARTER).outcome).toBe('fail')
})

test('one at another time of the year counts, with a hint', () => {
  const ledger = branch(`  - {类型: 组织生活会, 日期: 2025-06-20}\n${LAST_QUARTER_OF_2025}`)
  const judged = judge(LIFE, ledger, FIRST_QUARTER)
  expect(judged.outcome).toBe('pass')
  expect(judged.findings).toMatchObject([
    {
      nature: 'info',
      severity: 'info',
      message: '2025年度组织生活会于2025-06-20召开，不在通常安排的10月1日至次年3月31日内',
      evidence: [{ line: 3 }],
    },
  ])
})

test('a ledger that begins within the window cannot tell', () => {
  const judged = judge(LIFE, branch(`  - {类型: 支委会, 日期: 2026-01-12}`), FIRST_QUARTER)
  expect(judged).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账没有2025年10—12月的记录，无法判断2025年度是否召开',
  })
})

test('a branch founded within the window owes none', () => {
  const ledger = branch(LAST_QUARTER_OF_2025, ', 成立: 2025-10-02')
  expect(judge(LIFE, ledger, FIRST_QUARTER).outcome).toBe('not-due')
})

test('a table that never lists one may have it elsewhere', () => {
  const table = {
    '甲支部.csv':
      '支部,会议类型,会议日期\n甲支部,支委会,2025-10-12\n甲支部,支委会,2025-11-12\n甲支部,支委会,2025-12-12\n',
  }
  expect(judge(LIFE, table, FIRST_QUARTER)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账从未登记组织生活会，无法判断2025年度是否召开',
  })
})

describe('one told in the minutes of a 党员大会', () => {
  const told = (minutes: string, kind = '党员大会') =>
    judge(
      LIFE,
      branch(`  - {类型: ${kind}, 日期: 2026-01-20, 记录: ${minutes}}\n${LAST_QUARTER_OF_2025}`),
      FIRST_QUARTER,
    )

  test('counts where they tell what happens at one', () => {
    expect(told('会议召开2025年度组织生活会，党员逐一开展批评与自我批评。').outcome).toBe('pass')
  })

  test('is left open where they do not', () => {
    expect(told('会议召开2025年度组织生活会。')).toMatchObject({
      outcome: 'not-evaluated',
      findings: [],
      reason: '1月20日党员大会的记录提到召开组织生活会，看不出是不是当次召开，无法判断2025年度是否召开',
    })
  })

  test.each([
    '会议部署召开组织生活会，要求认真开展批评与自我批评。',
    '各支部要认真召开组织生活会，开展批评与自我批评。',
    '支部将于下周召开组织生活会，开展批评与自我批评。',
    '会议通报上次召开组织生活会的整改情况，当时批评与自我批评比较充分。',
    '会议学习了批评与自我批评的要求。',
  ])('is none where they speak of another: %s', (minutes) => {
    expect(told(minutes).outcome).toBe('fail')
  })

  test('is none at a 支委会', () => {
    expect(told('会议召开组织生活会，开展批评与自我批评。', '支委会').outcome).toBe('fail')
  })
})

describe('民主评议', () => {
  test('may be told in the minutes', () => {
    const record = '{类型: 党员大会, 日期: 2026-01-20, 记录: 会议开展民主评议党员，逐人进行个人自评和民主测评。}'
    expect(judge(APPRAISAL, branch(`  - ${record}\n${LAST_QUARTER_OF_2025}`), FIRST_QUARTER).outcome).toBe('pass')
  })

  test('may be merged with the 组织生活会', () => {
    const ledger = branch(`
  - {类型: 组织生活会, 日期: 2026-01-20, 议题: [{内容: 召开组织生活会}, {内容: 开展民主评议党员}]}
${LAST_QUARTER_OF_2025}`)
    expect(judge(APPRAISAL, ledger, FIRST_QUARTER).outcome).toBe('pass')
  })

  test('is not shown by a meeting that only prepares or learns of it', () => {
    const ledger = branch(`
  - {类型: 党员大会, 日期: 2026-01-20, 议题: [{内容: 部署民主评议党员工作}]}
${LAST_QUARTER_OF_2025}`)
    expect(judge(APPRAISAL, ledger, FIRST_QUARTER).findings[0]?.message).toBe(
      '台账未见2025年度民主评议党员记录，整本台账没有一次民主评议党员，请核实是否漏交',
    )
  })
})

test.each([
  '{类型: 支委会, 日期: 2026-01-10, 议题: [{内容: 组织生活会分工}]}',
  '{类型: 集中学习, 日期: 2026-01-10, 主题: 组织生活会会前学习}',
  '{类型: 党员大会, 日期: 2026-01-10, 议题: [{内容: 通报组织生活会整改情况}]}',
])('%s is none itself', (record) => {
  const ledger = branch(`  - {类型: 组织生活会, 日期: 2025-02-12}\n  - ${record}\n${LAST_QUARTER_OF_2025}`)
  expect(judge(LIFE, ledger, FIRST_QUARTER).outcome).toBe('fail')
})
