import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'frequency/talks'
const QUARTER = { asOf: '2026-04-30', period: '2026-01..2026-03', config: configOf('') }

function configOf(more: string): string {
  return `
rules:
  frequency/talks:
    check: frequency-members
    with: {kind: 志愿服务, per: quarter${more}}
`
}

function branch(members: readonly string[], service: string): string {
  return `支部: {名称: 甲支部}
党员:
${members.map((member) => `  - {${member}}`).join('\n')}
专项台账:
  志愿服务:
    - {日期: 2026-01-10, 人员: [赵敏], 内容: 清扫}
    - ${service}
`
}

const TWO = ['姓名: 赵敏', '姓名: 孙立, 岗位状态: 退休, 流动: 是']

test('each member is judged by themselves', () => {
  expect(judge(RULE, branch(TWO, '{日期: 2026-04-01, 人员: [孙立]}'), QUARTER).findings).toMatchObject([
    {
      subject: '2026Q1 孙立',
      message: '台账未见2026年第一季度孙立的志愿服务记录',
      evidence: [{ line: 1, excerpt: '甲支部' }],
    },
  ])
  expect(judge(RULE, branch(TWO, '{日期: 2026-03-31, 人员: [孙立, 赵敏]}'), QUARTER).outcome).toBe('pass')
})

test.each(['姓名: 孙立, 转入: 2026-01-02', '姓名: 孙立, 转出: 2026-03-31', '姓名: 孙立, 不作硬性要求: 年老体弱'])(
  '%s is not demanded',
  (member) => {
    const ledger = branch(['姓名: 赵敏', member], '{日期: 2026-04-01, 人员: [赵敏]}')
    expect(judge(RULE, ledger, QUARTER)).toMatchObject({ outcome: 'pass', findings: [] })
  },
)

test.each([', post: [在职]', ', mobile: false'])('only some are meant: %s', (more) => {
  const ledger = branch(['姓名: 赵敏, 岗位状态: 在职', TWO[1] ?? ''], '{日期: 2026-04-01, 人员: [孙立]}')
  expect(judge(RULE, ledger, { ...QUARTER, config: configOf(more) }).outcome).toBe('pass')
})

test('without a roster nobody is known', () => {
  const ledger = '支部: {名称: 甲支部}\n专项台账:\n  志愿服务:\n    - {日期: 2026-01-10, 人员: [赵敏]}\n'
  expect(judge(RULE, ledger, QUARTER)).toMatchObject({ outcome: 'not-evaluated', reason: '台账没有党员名册' })
})

test('an entry of all is one of each, and one that names nobody leaves it open', () => {
  const only = (entry: string) => judge(RULE, branch(['姓名: 孙立'], entry), QUARTER)
  expect(only('{日期: 2026-02-10, 对象: [全体党员]}').outcome).toBe('pass')
  expect(only('{日期: 2026-02-10, 内容: 孙立清扫楼道}').outcome).toBe('pass')
  for (const entry of ['{日期: 2026-02-10, 内容: 清扫楼道}', '{日期: 2026-02-10, 人员: 周强等8人}']) {
    expect(only(entry)).toMatchObject({
      outcome: 'not-evaluated',
      reason: '2月10日志愿服务没有逐人写明，无法判断2026年第一季度孙立的志愿服务的次数',
      findings: [],
    })
  }
})
