import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'agenda/authority'
const MARCH = { asOf: '2026-04-30', period: '2026-03' }

function committee(fields: string, others = ''): string {
  return `支部: {名称: 甲支部, 委员: [王建国, 李秀英, 赵敏]}
组织生活:
  - 类型: 支委会
    日期: 2026-03-02
    ${fields}
${others}`
}

test('a decision that is the assembly’s is told with its words', () => {
  expect(judge(RULE, committee('议定事项: [{事项: 同意接收钱多为预备党员}]'), MARCH).findings).toMatchObject([
    {
      severity: 'error',
      subject: '2026-03-02 支委会',
      message:
        '3月2日支委会记为“同意接收钱多为预备党员”，接收预备党员应由支部党员大会讨论决定，台账未见相应的党员大会记录',
      evidence: [{ line: 5, excerpt: '同意接收钱多为预备党员' }],
    },
  ])
})

test.each([
  '议题: [{内容: 表决通过钱多按期转正}]',
  '议题: [{内容: 讨论, 表决: {赞成: 3}}, {内容: 接收钱多为预备党员, 表决: {赞成: 3, 结果: 通过}}]',
  '记录: 会议决定给予吴某党内警告处分。',
  '记录: 会议决定给予职工吴某党内警告处分。',
  '记录: 会议选举产生新一届支部委员会委员，表决通过。',
])('%s is a decision', (fields) => {
  expect(judge(RULE, committee(fields), MARCH).outcome).toBe('fail')
})

test.each([
  '议题: [{内容: 研究接收钱多为预备党员}]',
  '议题: [{内容: 审查钱多转正材料，同意提交党员大会}]',
  '议定事项: [{事项: 同意接收钱多为预备党员}, {事项: 提交支部党员大会讨论}]',
  '议题: [{内容: 研究同意接收钱多为预备党员}]',
  '议定事项: [{事项: 建议给予吴某党内警告处分}]',
  '议题: [{内容: 选举王建国为支部书记，表决通过}]',
  '议题: [{内容: 通报给予吴某警告处分的决定}]',
  '议题: [{内容: 学习《中国共产党纪律处分条例》}]',
  '议定事项: [{事项: 确定钱多为发展对象}]',
  '议定事项: [{事项: 决定召开党员大会选举支部委员}]',
  '议定事项: [{事项: 通过换届选举工作方案}]',
  '议定事项: [{事项: 决定成立换届选举工作小组}]',
  '议定事项: [{事项: 决定配合做好村委会换届选举工作}]',
  '议题: [{内容: 表决通过集体资产处置方案}]',
  '议题: [{内容: 表决通过，选举赵敏为宣传委员}]',
  '议定事项: [{事项: 同意周强退出支委会，待补选}]',
  '议定事项: [{事项: 决定给予两名员工记过处分}]',
  '议定事项: [{事项: 同意接收张某党员组织关系}]',
  '议定事项: [{事项: 同意新员工小吴转正}]',
  '记录: 祝贺赵敏当选县劳动模范，会议通过走访慰问计划。',
])('%s is the committee’s proper work', (fields) => {
  expect(judge(RULE, committee(fields), MARCH)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('a 党员大会 on the same matter within 92 days settles it', () => {
  const assembly = (date: string) => `  - {类型: 党员大会, 日期: ${date}, 议题: [{内容: 讨论接收钱多为预备党员}]}\n`
  const fields = '议定事项: [{事项: 同意接收钱多为预备党员}]'
  expect(judge(RULE, committee(fields, assembly('2026-03-12')), MARCH).outcome).toBe('pass')
  expect(judge(RULE, committee(fields, assembly('2025-11-12')), MARCH).outcome).toBe('fail')
})
