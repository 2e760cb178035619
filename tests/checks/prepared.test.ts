import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'agenda/prepared'
const MARCH = { asOf: '2026-04-30', period: '2026-03' }

function branch(item: string, ...committee: readonly string[]): string {
  return `支部: {名称: 甲支部, 委员: [王建国, 李秀英, 赵敏]}
党员: [{姓名: 钱多}]
组织生活:
  - {类型: 主题党日, 日期: 2025-11-28}
${committee.map((one) => `  - {类型: 支委会, ${one}}\n`).join('')}  - {类型: 党员大会, 日期: 2026-03-12, 议题: [{内容: ${item}}]}
`
}

test('what the 支委会 never spoke of is a clue', () => {
  const ledger = branch('表决活动室修缮事项', '日期: 2026-03-02, 议题: [{内容: 研究慰问名单}]')
  expect(judge(RULE, ledger, MARCH).findings).toMatchObject([
    {
      nature: 'clue',
      severity: 'warning',
      subject: '2026-03-12 党员大会 表决活动室修缮事项',
      message:
        '疑似未经支委会先行研究：3月12日党员大会决定的“表决活动室修缮事项”，当天及会前92天的支委会记录未见这一事项，请核对原始记录',
      evidence: [{ line: 6, excerpt: '表决活动室修缮事项' }],
    },
  ])
})

test.each([
  ['表决活动室修缮事项', '研究活动室维修预算'],
  ['讨论接收钱多为预备党员', '听取钱多培养考察情况'],
  ['讨论接收钱多为预备党员', '研究接收预备党员有关工作'],
  ['审议2026年工作计划', '研究全年工作安排，起草计划'],
])('%s was before the 支委会 in %s', (item, earlier) => {
  expect(judge(RULE, branch(item, `日期: 2026-03-02, 议题: [{内容: "${earlier}"}]`), MARCH).outcome).toBe('pass')
})

test.each([
  ['2026-03-12', 'pass'],
  ['2025-12-10', 'pass'],
  ['2025-12-09', 'fail'],
])('a 支委会 on %s, at most 92 days before: %s', (date, outcome) => {
  const ledger = branch(
    '表决活动室修缮事项',
    `日期: ${date}, 议题: [{内容: 研究活动室修缮}]`,
    '日期: 2026-02-02, 议题: [{内容: 研究慰问名单}]',
  )
  expect(judge(RULE, ledger, MARCH).outcome).toBe(outcome)
})

test.each([
  '学习党章',
  '集中学习表决程序',
  '听取支委会工作报告',
  '通报党费收缴情况',
  '推选监票人、计票人',
  '通报上次表决结果',
  '听取审议事项落实情况汇报',
])('%s is no decision', (item) => {
  expect(judge(RULE, branch(item, '日期: 2026-03-02, 议题: [{内容: 研究慰问名单}]'), MARCH).findings).toEqual([])
})

test('no 支委会 before, or one of which nothing is said, leaves it open', () => {
  const none = branch('表决活动室修缮事项')
  expect(judge(RULE, none, MARCH)).toMatchObject({ outcome: 'not-evaluated', findings: [] })
  const silent = branch('表决活动室修缮事项', '日期: 2026-03-02')
  expect(judge(RULE, silent, MARCH).outcome).toBe('not-evaluated')
})

test('a ledger that begins within the 92 days leaves it open', () => {
  const ledger = branch('表决活动室修缮事项', '日期: 2026-03-02, 议题: [{内容: 研究慰问名单}]').replace(
    '2025-11-28',
    '2026-02-28',
  )
  expect(judge(RULE, ledger, MARCH).outcome).toBe('not-evaluated')
})

test('a branch without a 支委会 has nobody to prepare', () => {
  const ledger = branch('表决活动室修缮事项').replace(', 委员: [王建国, 李秀英, 赵敏]', '')
  expect(judge(RULE, ledger, MARCH).outcome).toBe('not-applicable')
})
