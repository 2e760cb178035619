import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'frequency/group'
const FEBRUARY = { asOf: '2026-03-31', period: '2026-02' }

function branch(records: string): string {
  return `支部: {名称: 甲支部, 党小组: {第一党小组: 孙立, 第二党小组: 周强}}\n组织生活:\n${records}`
}

test('each group is judged by itself', () => {
  const ledger = branch(`
  - {类型: 党小组会, 日期: 2026-02-12, 党小组: 第一党小组}
  - {类型: 党小组会, 日期: 2026-03-12, 党小组: 第二党小组}
`)
  expect(judge(RULE, ledger, FEBRUARY).findings).toMatchObject([
    {
      severity: 'error',
      subject: '2026-02 第二党小组',
      message: '台账未见2026年2月第二党小组党小组会记录',
      evidence: [{ line: 1, excerpt: '甲支部' }],
    },
  ])
})

test('a meeting of several groups counts for each, however they are written', () => {
  const ledger = branch(`  - {类型: 党小组会, 日期: 2026-02-12, 党小组: [第1党小组, 二组]}`)
  expect(judge(RULE, ledger, FEBRUARY)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('a meeting that names no group leaves open whose it was', () => {
  const ledger = branch(`
  - {类型: 党小组会, 日期: 2026-02-12, 党小组: 第一党小组}
  - {类型: 党小组会, 日期: 2026-02-13}
`)
  const judged = judge(RULE, ledger, FEBRUARY)
  expect(judged).toMatchObject({ outcome: 'not-evaluated', findings: [] })
  expect(judged.reason).toContain('没有写明是哪个党小组')
})

test('a branch with no groups owes no meetings of groups', () => {
  const ledger = `支部: {名称: 甲支部}\n组织生活:\n  - {类型: 支委会, 日期: 2026-02-12}`
  expect(judge(RULE, ledger, FEBRUARY).outcome).toBe('not-applicable')
})

test('groups that never met are one finding', () => {
  const ledger = branch(`  - {类型: 支委会, 日期: 2026-02-12}`)
  expect(judge(RULE, ledger, { asOf: '2026-04-30', period: '2026-01..2026-03' }).findings).toMatchObject([
    { subject: '党小组会', message: '台账未见党小组会记录，整本台账没有一次党小组会，请核实是否漏交' },
  ])
})

describe('a group that only records name', () => {
  const ledger = `支部: {名称: 甲支部}
组织生活:
  - {类型: 党小组会, 日期: 2026-01-12, 党小组: 第一党小组}
  - {类型: 党小组会, 日期: 2026-02-12, 党小组: 第一党小组}
  - {类型: 党小组会, 日期: 2026-02-13, 党小组: 第二党小组}
`

  test('may not yet have been set up before the first of them', () => {
    const judged = judge(RULE, ledger, { asOf: '2026-03-31', period: '2026-01..2026-02' })
    expect(judged).toMatchObject({
      outcome: 'not-evaluated',
      reason: '第二党小组只见于会议记录，不知道2026年1月是否已经设立',
    })
  })

  test('is expected to go on', () => {
    const { findings } = judge(RULE, ledger, { asOf: '2026-04-30', period: '2026-02..2026-03' })
    expect(findings.map(({ subject }) => subject)).toEqual(['2026-03 第一党小组', '2026-03 第二党小组'])
  })
})

test('where no record names a group, the branch is judged as one', () => {
  const ledger = `支部: {名称: 甲支部}\n组织生活:\n  - {类型: 党小组会, 日期: 2026-01-12}`
  const { findings } = judge(RULE, ledger, { asOf: '2026-03-31', period: '2026-01..2026-02' })
  expect(findings.map(({ subject, message }) => [subject, message])).toEqual([
    ['2026-02', '台账未见2026年2月党小组会记录'],
  ])
})

test('a group is one however records write it, where the branch lists none', () => {
  const ledger = `支部: {名称: 甲支部}
组织生活:
  - {类型: 党小组会, 日期: 2026-01-12, 党小组: 第一党小组}
  - {类型: 党小组会, 日期: 2026-02-12, 党小组: 第1党小组}
  - {类型: 党小组会, 日期: 2026-03-12, 党小组: 一组}
`
  expect(judge(RULE, ledger, { asOf: '2026-04-30', period: '2026-01..2026-03' })).toMatchObject({
    outcome: 'pass',
    findings: [],
  })
})

test('a meeting of all groups counts for each', () => {
  const ledger = branch('  - {类型: 党小组会, 日期: 2026-02-12, 党小组: 各党小组}')
  expect(judge(RULE, ledger, FEBRUARY)).toMatchObject({ outcome: 'pass', findings: [] })
})
