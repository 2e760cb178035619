import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'member/dues'
const HALF = { asOf: '2026-07-31', period: '2026-01..2026-06' }

const PAID = '日期: 2026-01-08, 人员: [赵敏], 内容: 上半年党费'

/** 赵敏 has paid; how about the other one? */
function branch(member: string, ...entries: readonly string[]): string {
  const lines = [...entries, PAID].map((entry) => `    - {${entry}}\n`).join('')
  return `支部: {名称: 甲支部}\n党员:\n  - {${member}}\n  - {姓名: 赵敏}\n专项台账:\n  党费:\n${lines}`
}

const january = '日期: 2026-01-08, 人员: [孙立], 内容: 1月党费'

test('three months in a row without an entry are told, two are not', () => {
  const short = branch('姓名: 孙立', january, '日期: 2026-05-08, 人员: [孙立], 内容: 5—6月党费')
  expect(judge(RULE, short, HALF).findings).toMatchObject([
    {
      subject: '孙立',
      severity: 'warning',
      message: '台账未见孙立2026年2月至2026年4月的党费登记，连续3个月',
      evidence: [{ line: 3, column: 10, excerpt: '孙立' }],
    },
  ])
  const enough = branch('姓名: 孙立', january, '日期: 2026-04-08, 人员: [孙立], 内容: 4—6月党费')
  expect(judge(RULE, enough, HALF).outcome).toBe('pass')
})

test('six months are graver', () => {
  const ledger = branch('姓名: 孙立')
  expect(judge(RULE, ledger, HALF).findings[0]).toMatchObject({ severity: 'error', data: { months: { length: 6 } } })
})

test.each([
  ['a payment that names its months counts for them', [january, '日期: 2026-06-08, 人员: [孙立], 内容: 2月至6月党费']],
  ['an entry without names is of all members', ['日期: 2026-01-08, 内容: 上半年党费']],
  ['and so is 全体党员', ['日期: 2026-01-08, 人员: [全体党员], 内容: 上半年党费']],
  ['who collects is not who pays', ['日期: 2026-01-08, 人员: [赵敏], 内容: 收缴上半年党费']],
  ['who is let off owes nothing', [january, '日期: 2026-02-01, 人员: [孙立], 内容: 因病免交党费']],
])('%s', (_, entries) => {
  expect(judge(RULE, branch('姓名: 孙立', ...entries), HALF)).toMatchObject({ outcome: 'pass', findings: [] })
})

test.each(['姓名: 孙立, 转入: 2026-04-02', '姓名: 孙立, 转出: 2026-03-15'])(
  '%s owes for whole months only',
  (member) => {
    const ledger = branch(member)
    expect(judge(RULE, ledger, HALF).outcome).toBe('pass')
  },
)

test('without the register, the roster or a date there is no verdict', () => {
  expect(judge(RULE, '支部: {名称: 甲支部}\n党员: [{姓名: 孙立}]\n', HALF).outcome).toBe('not-evaluated')
  expect(judge(RULE, '支部: {名称: 甲支部}\n专项台账:\n  党费:\n    - {日期: 2026-01-08}\n', HALF).reason).toBe(
    '台账没有党员名册',
  )
  expect(judge(RULE, branch('姓名: 孙立', '人员: [孙立], 内容: 党费'), HALF).outcome).toBe('not-evaluated')
})

test('a register that names only a few does not tell who paid', () => {
  const ledger = branch('姓名: 孙立').replace('  - {姓名: 赵敏}', '  - {姓名: 赵敏}\n  - {姓名: 周强}')
  expect(judge(RULE, ledger, HALF)).toMatchObject({ outcome: 'not-evaluated', reason: '党费登记没有逐人写明' })
})
