import { describe, expect, test } from 'vitest'
import { baselineFor, type CheckOptions, check, SetupError } from '../src/index.ts'

const RULES = 'extends: base\n'
const OPTIONS: CheckOptions = { asOf: '2026-07-15', period: '2026-01..2026-06', config: RULES }

/** A branch with a 党员大会 in each of these months and nothing else. */
function ledger(...months: readonly number[]) {
  const meetings = months.map((month) => `  - {类型: 党员大会, 日期: 2026-0${month}-12}`)
  return { path: 'a.yaml', content: ['支部: 甲党支部', '组织生活:', ...meetings, ''].join('\n') }
}

function assemblies({ branches }: ReturnType<typeof check>): string[] {
  const findings = branches.flatMap((branch) => branch.findings)
  return findings.filter(({ rule }) => rule === 'frequency/member-assembly').map(({ subject }) => subject)
}

describe('check with a baseline', () => {
  const before = check([ledger(1)], OPTIONS)
  const baseline = baselineFor(before)

  test('tells only what the baseline does not know', () => {
    expect(assemblies(before)).toEqual(['2026Q2'])
    const again = check([ledger(1)], { ...OPTIONS, baseline })
    expect(again.branches.flatMap(({ findings }) => findings)).toEqual([])
    expect(again.baseline).toEqual({ known: JSON.parse(baseline).findings.length, mended: 0 })
    expect(assemblies(check([ledger(4)], { ...OPTIONS, baseline }))).toEqual(['2026Q1'])
  })

  test('without one, the report says nothing of it', () => {
    expect(before.baseline).toBeUndefined()
  })

  test.each(['{}', '[]', '', '{"schemaVersion":1,"findings":[{"branch":"甲党支部"}]}'])(
    'refuses what is no baseline: %j',
    (text) => {
      expect(() => check([ledger(1)], { ...OPTIONS, baseline: text })).toThrow(SetupError)
    },
  )
})

describe('check with exemptions', () => {
  const exemptions = `- rule: frequency/member-assembly
  branch: 甲党支部
  reason: 合并过渡
  approver: 街道党工委组织委员
  document: 批复
  until: 2026-12-31
`

  test('of a file that the configuration names, handed in as text', () => {
    const options = { ...OPTIONS, config: `${RULES}exemptions: 豁免.yaml\n` }
    const report = check([ledger(1)], { ...options, exemptions })
    expect(assemblies(report)).toEqual([])
    expect(report.exempted.map(({ subject }) => subject)).toEqual(['2026Q2'])
    expect(assemblies(check([ledger(1)], { ...options, exemptions: '' }))).toEqual(['2026Q2'])
    expect(() => check([ledger(1)], options)).toThrow(SetupError)
  })
})

test.each<Partial<CheckOptions>>([
  { config: 'extends: [base' },
  { exemptions: '- {rule: [' },
  { rulebooks: ['自己的'], localRulebooks: { 自己的: 'rules: {' } },
])('what cannot be read is told in plain Chinese: %j', (options) => {
  expect(() => check([ledger(1)], { ...OPTIONS, ...options })).toThrow(SetupError)
})
