import { describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

function trained(entries: readonly string[], { member = '', branch = '', asOf = '2026-01-31', period = '2025' } = {}) {
  const register = entries.length === 0 ? ' []' : `\n${entries.map((entry) => `    - {${entry}}`).join('\n')}`
  const ledger = `支部: {名称: 杏园社区第一党支部${branch}}
党员: [{姓名: 赵敏${member}}]
组织生活: []
专项台账:
  培训学时:${register}
`
  return judge('training/hours', ledger, { asOf, period })
}

const hours = (count: number, date = '2025-05-20') => `日期: ${date}, 人员: [赵敏], 内容: 集中培训, 学时: ${count}`

describe('hours of a year', () => {
  test('thirty-two are enough', () => {
    expect(trained([hours(16), hours(16, '2025-09-20')])).toMatchObject({ outcome: 'pass', findings: [] })
    expect(trained([hours(16), hours(15, '2025-09-20')]).findings.map(brief)).toEqual([
      {
        severity: 'warning',
        subject: '赵敏 2025',
        message: '赵敏2025年登记的培训学时合计31学时，不足32学时',
        at: ['2:11', '6:12', '7:12'],
      },
    ])
  })

  test('of another year or another person do not count', () => {
    expect(trained([hours(16), '日期: 2024-05-20, 人员: [赵敏], 学时: 16']).outcome).toBe('fail')
    expect(trained([hours(16), '日期: 2025-05-20, 人员: [孙立], 学时: 16']).outcome).toBe('fail')
  })

  test('an empty register is none', () => {
    expect(trained([]).findings.map(brief)).toMatchObject([
      { message: '赵敏2025年登记的培训学时合计0学时，不足32学时' },
    ])
  })

  test('a year that is not over is not due', () => {
    expect(trained([hours(8)], { asOf: '2026-01-07' }).outcome).toBe('not-due')
    expect(trained([hours(8)], { asOf: '2025-10-31', period: '2025-01..2025-10' }).outcome).toBe('not-due')
  })
})

describe('the committee', () => {
  test('is told of fifty-six, and it is no fault', () => {
    const branch = ', 委员: [赵敏]'
    expect(trained([hours(56)], { branch })).toMatchObject({ outcome: 'pass', findings: [] })
    const { outcome, findings } = trained([hours(55)], { branch })
    expect(outcome).toBe('pass')
    expect(findings.map(brief)).toMatchObject([
      { severity: 'info', subject: '赵敏 2025', message: '支部委员赵敏2025年登记的培训学时合计55学时，不足56学时' },
    ])
  })
})

describe('newcomers', () => {
  test('by the month', () => {
    const member = ', 转入: 2025-07-01'
    expect(trained([hours(16)], { member }).outcome).toBe('pass')
    expect(trained([hours(15)], { member }).findings.map(brief)).toMatchObject([
      { message: '赵敏2025年登记的培训学时合计15学时，不足16学时（在本支部6个月折算）' },
    ])
  })

  test('a month begun is not counted', () => {
    expect(trained([hours(13)], { member: ', 转入: 2025-07-02' }).outcome).toBe('pass')
  })
})

describe('not judged', () => {
  test.each([
    ['one who left', ', 转出: 2025-11-01'],
    ['年老体弱', ', 不作硬性要求: 年老体弱'],
    ['流动', ', 流动: 是'],
  ])('%s', (_, member) => {
    expect(trained([], { member })).toMatchObject({ outcome: 'not-applicable', findings: [] })
  })

  test('an entry without hours', () => {
    expect(trained([hours(8), '日期: 2025-05-21, 人员: [赵敏], 内容: 培训班'])).toMatchObject({
      outcome: 'not-evaluated',
      reason: '赵敏的培训登记有未写学时的',
    })
  })

  test('a ledger without the register, or without a roster', () => {
    const at = { asOf: '2026-01-31', period: '2025' }
    const noRegister = '支部: {名称: 杏园社区第一党支部}\n党员: [{姓名: 赵敏}]\n组织生活: []\n'
    expect(judge('training/hours', noRegister, at)).toMatchObject({
      outcome: 'not-evaluated',
      reason: '台账没有专项台账“培训学时”',
    })
    const noRoster = '支部: {名称: 杏园社区第一党支部}\n组织生活: []\n专项台账: {培训学时: []}\n'
    expect(judge('training/hours', noRoster, at)).toMatchObject({
      outcome: 'not-evaluated',
      reason: '台账没有党员名册',
    })
  })
})

describe('entries that do not name each person', () => {
  const entry = (people: string) => `日期: 2025-05-20${people}, 内容: 集中培训, 学时: 32`

  test.each([', 人员: 全体党员', ', 人员: [支部全体党员]', ', 人员: 全体党员32人'])('%s is everybody', (people) => {
    expect(trained([entry(people)])).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test.each(['', ', 人员: 孙立等30人', ', 人员: 参训党员', ', 人员: 30人'])(
    '%s leaves open who was there',
    (people) => {
      expect(trained([entry(people)])).toMatchObject({
        outcome: 'not-evaluated',
        reason: '有的培训登记没有逐人写明人员，不知道赵敏是否参加',
        findings: [],
      })
    },
  )

  test('one that names others says who was not there', () => {
    expect(trained([entry(', 人员: 孙立')]).outcome).toBe('fail')
  })
})
