import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'frequency/member-assembly'

function branch(records: string, of = ''): string {
  return `支部: {名称: 甲支部${of}}\n组织生活:\n${records}`
}

const FIRST_QUARTER = { asOf: '2026-04-30', period: '2026-01..2026-03' }

describe('a quarter with no 党员大会', () => {
  const ledger = branch(`
  - {类型: 党员大会, 日期: 2025-12-12}
  - {类型: 支委会, 日期: 2026-01-12}
`)

  test('is told at the entry of the branch', () => {
    expect(judge(RULE, ledger, FIRST_QUARTER).findings).toMatchObject([
      {
        nature: 'breach',
        severity: 'error',
        subject: '2026Q1',
        message: '台账未见2026年第一季度支部党员大会记录',
        evidence: [{ file: 'ledger.yaml', line: 1, excerpt: '甲支部' }],
        data: { period: '2026Q1', count: 0, atLeast: 1 },
      },
    ])
  })

  test('is not due up to seven days after its end, and due the day after', () => {
    expect(judge(RULE, ledger, { ...FIRST_QUARTER, asOf: '2026-04-07' }).outcome).toBe('not-due')
    expect(judge(RULE, ledger, { ...FIRST_QUARTER, asOf: '2026-04-08' }).outcome).toBe('fail')
  })

  test('is judged where its last day is examined', () => {
    expect(judge(RULE, ledger, { asOf: '2026-04-30', period: '2026-01-01..2026-03-30' }).outcome).toBe('not-due')
    expect(judge(RULE, ledger, { asOf: '2026-04-30', period: '2026-03-31' }).outcome).toBe('not-evaluated')
  })
})

test.each([
  ['2026-01-01', 'pass'],
  ['2026-03-31', 'pass'],
  ['2025-12-31', 'fail'],
  ['2026-04-01', 'fail'],
])('one on %s makes the first quarter %s', (date, outcome) => {
  expect(judge(RULE, branch(`  - {类型: 党员大会, 日期: ${date}}`), FIRST_QUARTER).outcome).toBe(outcome)
})

test.each(['计划', '取消', '延期'])('one that is %s does not count', (state) => {
  const { findings } = judge(RULE, branch(`  - {类型: 党员大会, 日期: 2026-03-20, 状态: ${state}}`), FIRST_QUARTER)
  expect(findings.map(({ subject }) => subject)).toEqual(['2026Q1'])
})

test('a meeting put off is named and shown', () => {
  const ledger = branch(`
  - {类型: 党员大会, 日期: 2026-03-20, 状态: 延期, 原因: 防汛}
  - {类型: 党员大会, 日期: 2026-04-09}
`)
  const [finding] = judge(RULE, ledger, FIRST_QUARTER).findings
  expect(finding?.message).toBe('台账未见2026年第一季度支部党员大会记录（2026-03-20一次记为“延期”）')
  expect(finding?.evidence.map(({ line }) => line)).toEqual([1, 4])
})

test('one put off and held within the quarter is held', () => {
  const ledger = branch(`
  - {类型: 党员大会, 日期: 2026-03-20, 状态: 延期}
  - {类型: 党员大会, 日期: 2026-03-27}
`)
  expect(judge(RULE, ledger, FIRST_QUARTER)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('a make-up meeting counts for the quarter that it names, and that is said', () => {
  const judged = judge(RULE, branch(`  - {类型: 党员大会, 日期: 2026-04-10, 补开: 2026Q1}`), FIRST_QUARTER)
  expect(judged.outcome).toBe('pass')
  expect(judged.findings).toMatchObject([
    { nature: 'info', severity: 'info', message: '2026年第一季度支部党员大会由2026-04-10补开的记录计入' },
  ])
})

test('组织生活会 of all members, 民主评议, admissions and elections are 党员大会', () => {
  for (const record of [
    '{类型: 组织生活会, 日期: 2026-02-10}',
    '{类型: 民主评议, 日期: 2026-02-10}',
    '{类型: 主题党日、党员大会, 日期: 2026-02-10}',
  ]) {
    expect(judge(RULE, branch(`  - ${record}`), FIRST_QUARTER).outcome).toBe('pass')
  }
})

describe('a kind that the whole ledger never mentions', () => {
  const ledger = branch(`  - {类型: 支委会, 日期: 2026-01-12}`)

  test('is one finding, whatever the number of quarters', () => {
    const { findings } = judge(RULE, ledger, { asOf: '2026-10-31', period: '2026-01..2026-09' })
    expect(findings).toMatchObject([
      {
        subject: '党员大会',
        message: '台账未见支部党员大会记录，整本台账没有一次支部党员大会，请核实是否漏交',
        data: { periods: ['2026Q1', '2026Q2', '2026Q3'] },
      },
    ])
  })

  test('names the quarter where there is one', () => {
    expect(judge(RULE, ledger, FIRST_QUARTER).findings).toMatchObject([
      {
        subject: '2026Q1',
        message: '台账未见2026年第一季度支部党员大会记录，整本台账没有一次支部党员大会，请核实是否漏交',
      },
    ])
  })

  test('is not looked for in a quarter that the days examined and the ledger only touch', () => {
    expect(judge(RULE, ledger, { asOf: '2026-07-31', period: '2026-02..2026-03' }).outcome).toBe('fail')
    const february = branch(`  - {类型: 支委会, 日期: 2026-02-12}`)
    expect(judge(RULE, february, { asOf: '2026-07-31', period: '2026-02..2026-03' })).toMatchObject({
      outcome: 'not-evaluated',
      reason: '台账没有2026年1月的记录，无法判断有没有支部党员大会',
      findings: [],
    })
    const { findings } = judge(RULE, february, { asOf: '2026-07-31', period: '2026-02..2026-06' })
    expect(findings.map(({ subject }) => subject)).toEqual(['2026Q2'])
  })
})

test('only quarters that the branch lived through are demanded', () => {
  const founded = `支部: {名称: 甲支部, 成立: 2026-01-02}\n组织生活:\n  - {类型: 党员大会, 日期: 2026-05-02}`
  expect(judge(RULE, founded, { asOf: '2026-07-31', period: '2026-01..2026-06' }).outcome).toBe('pass')
  const dissolved = `支部: {名称: 甲支部, 撤销: 2026-06-29}\n组织生活:\n  - {类型: 党员大会, 日期: 2026-03-02}`
  expect(judge(RULE, dissolved, { asOf: '2026-07-31', period: '2026-01..2026-06' }).outcome).toBe('pass')
})

describe('a date that does not exist', () => {
  test('leaves its own quarter open and names the record', () => {
    const judged = judge(RULE, branch(`  - {类型: 党员大会, 日期: 2026-02-30}`), FIRST_QUARTER)
    expect(judged).toMatchObject({ outcome: 'not-evaluated', findings: [] })
    expect(judged.reason).toContain('2026-02-30')
  })

  test('does not leave another quarter open', () => {
    const ledger = branch(`  - {类型: 党员大会, 日期: 2026-04-31}`)
    expect(judge(RULE, ledger, FIRST_QUARTER).outcome).toBe('fail')
  })
})

test('what lies before the days examined and before the ledger begins is unknown', () => {
  const ledger = branch(`
  - {类型: 支委会, 日期: 2026-03-12}
  - {类型: 党员大会, 日期: 2026-05-12}
`)
  const judged = judge(RULE, ledger, { asOf: '2026-04-30', period: '2026-03' })
  expect(judged).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账没有2026年1—2月的记录，无法判断2026年第一季度支部党员大会的次数',
  })
})

describe('支委会', () => {
  const january = { asOf: '2026-02-28', period: '2026-01' }

  test('is not for a branch that has none', () => {
    const ledger = `支部: {名称: 甲支部, 书记: 王建国}\n组织生活:\n  - {类型: 党员大会, 日期: 2026-01-12}`
    expect(judge('frequency/committee', ledger, january).outcome).toBe('not-applicable')
  })

  test('is for a branch whose records show one', () => {
    const ledger = branch(`  - {类型: 支委会, 日期: 2026-02-12}`)
    expect(judge('frequency/committee', ledger, january).findings[0]?.message).toBe(
      '台账未见2026年1月支部委员会会议记录',
    )
  })

  test('is demanded from the day on which all of its members took office', () => {
    const ledger = `支部:
  名称: 甲支部
  委员: [{姓名: 王建国, 自: 2026-01-20}, {姓名: 赵敏, 自: 2026-01-20}, {姓名: 李秀英, 自: 2026-01-20}]
组织生活:
  - {类型: 支委会, 日期: 2026-02-12}
`
    expect(judge('frequency/committee', ledger, { asOf: '2026-03-31', period: '2026-01..2026-02' }).outcome).toBe(
      'pass',
    )
  })
})

test('a rulebook may change kind, period and months', () => {
  const config = `
rules:
  frequency/lecture:
    with: {kind: [党课, 集中学习], per: month, atLeast: 2, months: [3, 4, 5, 6, 9, 10, 11, 12]}
`
  const ledger = branch(`
  - {类型: 党课, 日期: 2026-03-12}
  - {类型: 集中学习, 日期: 2026-03-19}
  - {类型: 党课, 日期: 2026-04-09}
`)
  const { findings } = judge('frequency/lecture', ledger, { asOf: '2026-05-31', period: '2026-01..2026-04', config })
  expect(findings.map(({ subject, message }) => [subject, message])).toEqual([
    ['2026-04', '台账仅见2026年4月党课或集中学习记录1次，应不少于2次'],
  ])
})

test('a party day whose fixed day moved on over the end of the month belongs to that month', () => {
  const ledger = (date: string) =>
    `支部: {名称: 甲支部, 主题党日: 每月末}\n组织生活:\n  - {类型: 主题党日, 日期: 2025-12-31}\n  - {类型: 主题党日, 日期: ${date}}`
  const january = { asOf: '2026-02-28', period: '2026-01' }
  expect(judge('frequency/party-day', ledger('2026-02-02'), january).outcome).toBe('pass')
  expect(judge('frequency/party-day', ledger('2026-02-03'), january).outcome).toBe('fail')
})

describe('a record with a day that cannot be read', () => {
  const ledger = branch(`
  - {类型: 主题党日, 日期: 2026-01-12}
  - {类型: 主题党日, 日期: 2月14日}
`)

  test('leaves open the month that it names, and no other', () => {
    const { outcome, findings, reason } = judge('frequency/party-day', ledger, {
      asOf: '2026-03-20',
      period: '2026-01..2026-02',
    })
    expect([outcome, findings]).toEqual(['not-evaluated', []])
    expect(reason).toContain('有一次主题党日的日期写作“2月14日”，读不出是哪一天')
    const march = judge('frequency/party-day', ledger, { asOf: '2026-04-20', period: '2026-03' })
    expect(march.findings.map(({ message }) => message)).toEqual(['台账未见2026年3月主题党日记录'])
  })
})
