import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'frequency/talks'
const HALF = {
  asOf: '2026-07-31',
  period: '2026-01..2026-06',
  config: `
rules:
  frequency/talks:
    check: frequency-pairs
    with: {kind: 结对帮扶, per: quarter}
`,
}

function branch(...entries: readonly string[]): string {
  return `支部: {名称: 甲支部}\n专项台账:\n  结对帮扶:\n${entries.map((entry) => `    - {${entry}}`).join('\n')}\n`
}

test('each pair is judged from its first entry on', () => {
  const ledger = branch(
    '日期: 2025-12-10, 人员: [赵敏], 对象: [吴老, 郑老]',
    '日期: 2026-02-10, 人员: [赵敏], 对象: [吴老]',
    '日期: 2026-03-10, 人员: [赵敏], 对象: [郑老]',
    '日期: 2026-04-10, 人员: [赵敏], 对象: [吴老]',
    '日期: 2026-04-11, 人员: [孙立], 对象: [吴老]',
  )
  expect(judge(RULE, ledger, HALF).findings.map(({ subject, message }) => [subject, message])).toEqual([
    ['2026Q2 赵敏—郑老', '台账未见2026年第二季度赵敏—郑老的结对帮扶记录'],
  ])
})

test('a pair that ended owes nothing more', () => {
  const ledger = branch(
    '日期: 2025-12-10, 人员: [赵敏], 对象: [吴老]',
    '日期: 2026-02-10, 人员: [赵敏], 对象: [吴老], 结果: 解除结对',
  )
  expect(judge(RULE, ledger, HALF).findings).toEqual([])
})
