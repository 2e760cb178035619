import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'frequency/bunched'
const FIRST_QUARTER = { asOf: '2026-04-30', period: '2026-01..2026-03' }

function branch(kind: string, dates: readonly string[], more = ''): string {
  return `支部: {名称: 甲支部}\n组织生活:\n${dates.map((date) => `  - {类型: ${kind}, 日期: ${date}${more}}`).join('\n')}\n`
}

test('three in the last ten days of a quarter are a clue', () => {
  const { findings } = judge(RULE, branch('支委会', ['2026-03-22', '2026-03-26', '2026-03-31']), FIRST_QUARTER)
  expect(findings).toMatchObject([
    {
      nature: 'clue',
      severity: 'warning',
      subject: '2026Q1 支部委员会会议',
      message: '疑似突击开会：2026年第一季度最后10天内有3次支部委员会会议，请核对原始记录',
      evidence: [{ line: 3 }, { line: 4 }, { line: 5 }],
    },
  ])
})

test('the eleventh day from the end is none of them', () => {
  expect(judge(RULE, branch('支委会', ['2026-03-21', '2026-03-26', '2026-03-31']), FIRST_QUARTER).findings).toEqual([])
})

test('make-up meetings say themselves that they are late', () => {
  const ledger = branch('支委会', ['2026-03-22', '2026-03-26', '2026-03-31'], ', 补开: 2026-01')
  expect(judge(RULE, ledger, FIRST_QUARTER).findings).toEqual([])
})

test('each group meets by itself', () => {
  const records = ['第一党小组', '第二党小组', '第三党小组'].map(
    (group) => `  - {类型: 党小组会, 日期: 2026-03-25, 党小组: ${group}}`,
  )
  const ledger = `支部: {名称: 甲支部}\n组织生活:\n${records.join('\n')}\n`
  expect(judge(RULE, ledger, FIRST_QUARTER).findings).toEqual([])
})

test('meetings due at the end of the year are not bunched', () => {
  const ledger = `支部: {名称: 甲支部}
组织生活:
  - {类型: 党员大会、组织生活会, 日期: 2025-12-22}
  - {类型: 党员大会、民主评议, 日期: 2025-12-23}
  - {类型: 党员大会, 日期: 2025-12-30}
`
  expect(judge(RULE, ledger, { asOf: '2026-01-31', period: '2025-10..2025-12' }).findings).toEqual([])
})

describe('over a year', () => {
  const year = { asOf: '2026-01-31', period: '2025' }
  const elsewhere = ['2025-02-02', '2025-05-02', '2025-08-02']

  function ledgerWith(lectures: readonly string[], of = ''): string {
    const others = elsewhere.map((date) => `  - {类型: 集中学习, 日期: ${date}}`)
    const own = lectures.map((date) => `  - {类型: 党课, 日期: ${date}}`)
    return `支部: {名称: 甲支部${of}}\n组织生活:\n${[...others, ...own].join('\n')}\n`
  }

  test('60 % in the last quarter are a clue', () => {
    const ledger = ledgerWith(['2025-03-02', '2025-06-02', '2025-10-10', '2025-11-10', '2025-12-10'])
    expect(judge(RULE, ledger, year).findings).toMatchObject([
      {
        subject: '2025 党课',
        message: '疑似突击开会：2025年5次党课中有3次在第四季度，请核对原始记录',
      },
    ])
  })

  test('less than 60 % are none', () => {
    const dates = ['2025-03-02', '2025-06-02', '2025-09-02', '2025-10-10', '2025-11-10', '2025-12-10']
    expect(judge(RULE, ledgerWith(dates), year).findings).toEqual([])
  })

  test('a branch founded in the year, or a ledger that begins in it, shows no share of a year', () => {
    const dates = ['2025-10-10', '2025-11-10', '2025-12-10']
    expect(judge(RULE, ledgerWith(dates, ', 成立: 2025-02-01'), year).findings).toEqual([])
    expect(judge(RULE, branch('党课', dates), year).findings).toEqual([])
  })
})
