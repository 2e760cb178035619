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
