import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'community/suggestions'
const config = 'extends: [base, scenes/community]\n'

function branch(...entries: readonly string[]): string {
  const lines = entries.map((entry) => `    - {${entry}}\n`).join('')
  return `支部: {名称: 甲支部, 领域: 社区}\n专项台账:\n  意见建议:\n${lines}`
}

const asked = '日期: 2026-03-01, 人员: [吴老], 主题: 三号楼路灯, 内容: 路灯不亮'

test('an entry whose days are over and which has no result is told', () => {
  expect(judge(RULE, branch(asked), { asOf: '2026-05-31', config }).findings).toMatchObject([
    {
      subject: '2026-03-01 意见建议',
      severity: 'info',
      message: '3月1日意见建议（吴老）登记已满60天，台账未见答复或办理结果',
      evidence: [{ line: 4, excerpt: '路灯不亮' }],
    },
  ])
})

test('the sixtieth day and the days of grace are waited for', () => {
  expect(judge(RULE, branch(asked), { asOf: '2026-05-07', config }).outcome).toBe('not-due')
  expect(judge(RULE, branch(asked), { asOf: '2026-05-08', config }).outcome).toBe('fail')
})

test.each([
  ['a result', [`${asked}, 结果: 已修好`]],
  ['a word of it', ['日期: 2026-03-01, 人员: [吴老], 内容: 路灯不亮，当天办结']],
  ['a later entry of the same person', [asked, '日期: 2026-04-20, 人员: [吴老], 内容: 回访, 结果: 满意']],
  ['a later entry on the same matter', [asked, '日期: 2026-04-20, 人员: [赵敏], 主题: 三号楼路灯, 结果: 已修好']],
])('%s closes it', (_, entries) => {
  expect(judge(RULE, branch(...entries), { asOf: '2026-05-31', config })).toMatchObject({
    outcome: 'pass',
    findings: [],
  })
})

test.each([
  ['another person', '日期: 2026-04-20, 人员: [郑老], 主题: 垃圾分类, 结果: 已办'],
  ['an earlier entry', '日期: 2026-02-20, 人员: [吴老], 主题: 停水, 结果: 已办'],
])('%s does not', (_, other) => {
  expect(judge(RULE, branch(asked, other), { asOf: '2026-05-31', config }).outcome).toBe('fail')
})

test('a ledger without the register says nothing', () => {
  expect(judge(RULE, '支部: {名称: 甲支部, 领域: 社区}\n', { asOf: '2026-05-31', config })).toMatchObject({
    outcome: 'not-evaluated',
    reason: '台账没有登记意见建议，无法判断是否另有台账',
  })
})
