import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'agenda/discussion'
const MARCH = { asOf: '2026-04-30', period: '2026-03' }

function branch(item: string, minutes?: string): string {
  return `支部: {名称: 甲支部}
党员: [{姓名: 孙立}]
组织生活:
  - {类型: 党小组会, 日期: 2026-03-02, 记录: 全体学习。}
  - 类型: 党员大会
    日期: 2026-03-12
    议题:
      - ${item}
${minutes === undefined ? '' : `    记录: "${minutes}"\n`}`
}

test('a decision of which nobody said a word is told', () => {
  expect(judge(RULE, branch('内容: 表决活动室修缮事项', '举手表决，一致通过。'), MARCH).findings).toMatchObject([
    {
      severity: 'warning',
      subject: '2026-03-12 党员大会',
      message: '3月12日党员大会的议题“表决活动室修缮事项”已作决定，未记发言人和发言内容',
      evidence: [{ line: 8, excerpt: '表决活动室修缮事项' }],
    },
  ])
})

test('a meeting without minutes is silent', () => {
  expect(judge(RULE, branch('内容: 表决活动室修缮事项'), MARCH).findings[0]?.message).toBe(
    '3月12日党员大会的议题“表决活动室修缮事项”已作决定，台账未反映讨论发言情况',
  )
})

test.each(['孙立：先修屋顶。', '孙立认为应先修屋顶。', '王同志提出先修屋顶。'])('%s tells who said what', (minutes) => {
  expect(judge(RULE, branch('内容: 表决活动室修缮事项', minutes), MARCH).outcome).toBe('pass')
})

test('a named speech tells it too', () => {
  const item = '{内容: 表决活动室修缮事项, 发言: [{姓名: 孙立, 内容: 先修屋顶}]}'
  expect(judge(RULE, branch(item), MARCH).outcome).toBe('pass')
})

test.each([
  '学习党章',
  '集体学习审议规则',
  '听取工作报告',
  '推选监票人',
  '民主测评',
  '选举支部委员',
  '通过走访了解群众需求并制定帮扶计划',
])('%s needs no discussion', (content) => {
  expect(judge(RULE, branch(`内容: ${content}`), MARCH)).toMatchObject({ outcome: 'not-applicable', findings: [] })
})

test('a ledger that keeps no minutes at all cannot tell', () => {
  const table = {
    '甲支部.csv': '支部,会议类型,会议日期,会议议题\n甲支部,党员大会,2026-03-12,表决活动室修缮事项\n',
  }
  expect(judge(RULE, table, MARCH)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '整本台账都没有会议记录或发言，无法判断',
  })
})
