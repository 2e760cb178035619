import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'role/presider'
const MARCH = { asOf: '2026-04-30', period: '2026-03' }

function branch(record: string, of = '书记: 王建国, 副书记: 李秀英, 委员: [王建国, 李秀英, 赵敏]'): string {
  return `支部: {名称: 甲支部, ${of}}\n组织生活:\n  - ${record}\n`
}

test('another than the committee is told', () => {
  expect(judge(RULE, branch('{类型: 党员大会, 日期: 2026-03-12, 主持人: 孙立}'), MARCH).findings).toMatchObject([
    {
      severity: 'warning',
      subject: '2026-03-12 党员大会',
      message: '3月12日党员大会由孙立主持，不是书记、副书记或委员，也没有写明受谁委托',
      evidence: [{ line: 3, excerpt: '孙立' }],
    },
  ])
})

test.each([
  '主持人: 王建国',
  '主持人: 李秀英',
  '主持人: 赵敏（宣传委员）',
  '主持人: 支委 孙立',
  '主持人: 孙立（组织委员）',
  '主持人: 孙立, 委托: 受书记委托',
  '主持人: 孙立, 联合支部: [乙支部]',
])('%s is in order', (fields) => {
  expect(judge(RULE, branch(`{类型: 支委会, 日期: 2026-03-12, ${fields}}`), MARCH)).toMatchObject({
    outcome: 'pass',
    findings: [],
  })
})

test('who was in office that day counts', () => {
  const of = '书记: [{姓名: 王建国, 至: 2026-03-12}, {姓名: 赵敏, 自: 2026-03-13}], 委员: []'
  expect(judge(RULE, branch('{类型: 党员大会, 日期: 2026-03-12, 主持人: 王建国}', of), MARCH).outcome).toBe('pass')
  expect(judge(RULE, branch('{类型: 党员大会, 日期: 2026-03-13, 主持人: 王建国}', of), MARCH).outcome).toBe('fail')
})

test('a ledger that does not name the whole committee leaves it open', () => {
  const ledger = branch('{类型: 党员大会, 日期: 2026-03-12, 主持人: 孙立}', '书记: 王建国')
  expect(judge(RULE, ledger, MARCH)).toMatchObject({ outcome: 'not-evaluated', findings: [] })
})

test('a record with no chair is another rule’s business', () => {
  expect(judge(RULE, branch('{类型: 党员大会, 日期: 2026-03-12}'), MARCH)).toMatchObject({
    outcome: 'not-evaluated',
    findings: [],
  })
})

describe('党小组会', () => {
  const of = '党小组: {第一党小组: 孙立, 第二党小组: 周强}'

  test.each([
    ['孙立', 'pass'],
    ['周强', 'fail'],
  ])('of the first group by %s: %s', (chair, outcome) => {
    const record = `{类型: 党小组会, 日期: 2026-03-12, 党小组: 第一党小组, 主持人: ${chair}}`
    expect(judge(RULE, branch(record, of), MARCH).outcome).toBe(outcome)
  })

  test('of several groups by the leader of one of them', () => {
    const record = '{类型: 党小组会, 日期: 2026-03-12, 党小组: [第一党小组, 第二党小组], 主持人: 周强}'
    expect(judge(RULE, branch(record, of), MARCH).outcome).toBe('pass')
  })

  test('of a group whose leader is not given stays open', () => {
    const record = '{类型: 党小组会, 日期: 2026-03-12, 党小组: 第一党小组, 主持人: 周强}'
    expect(judge(RULE, branch(record, '党小组: [第一党小组]'), MARCH).outcome).toBe('not-evaluated')
  })
})
