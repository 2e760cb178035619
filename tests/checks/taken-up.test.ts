import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'agenda/major-matters'
const HALF = { asOf: '2026-07-31', period: '2026-03..2026-07' }

function branch(task: string, assembly: string, scene = '农村'): string {
  return `支部: {名称: 甲村党支部, 领域: ${scene}}
组织生活:
  - {类型: 党员大会, 日期: 2026-01-02, 议题: [学习党章]}
  - {类型: 党员大会, 日期: 2026-02-02, 议题: [学习党章]}
  - {类型: 支委会, 日期: 2026-04-08, 议定事项: [${task}]}
  - {${assembly}}
`
}

const STUDY = '类型: 党员大会, 日期: 2026-04-20, 议题: [学习党章]'
const LEASE = '同意老磨坊集体土地对外承包'

test('a matter that no assembly speaks of is a clue', () => {
  expect(judge(RULE, branch(LEASE, STUDY), HALF).findings).toMatchObject([
    {
      subject: '2026-04-08 支委会',
      nature: 'clue',
      message:
        '疑似未经支部党员大会讨论：4月8日支委会议定“同意老磨坊集体土地对外承包”，前后92天内的支部党员大会记录没有提到，请核对原始记录',
      evidence: [{ line: 5, excerpt: LEASE }],
    },
  ])
})

test.each([
  [
    'an assembly within ninety-two days speaks of it',
    LEASE,
    '类型: 党员大会, 日期: 2026-07-09, 议题: [讨论老磨坊土地承包]',
  ],
  ['it is no major matter', '整理党员活动室', STUDY],
  ['it is only put before the assembly', '提请党员大会讨论集体土地承包', STUDY],
  ['it is only heard of', '听取集体土地承包情况汇报', STUDY],
])('no clue where %s', (_, task, assembly) => {
  expect(judge(RULE, branch(task, assembly), HALF).findings).toEqual([])
})

test('the ninety-third day is too late', () => {
  const late = '类型: 党员大会, 日期: 2026-07-10, 议题: [讨论老磨坊土地承包]'
  expect(judge(RULE, branch(LEASE, late), HALF).outcome).toBe('fail')
  expect(judge(RULE, branch(LEASE, STUDY), { ...HALF, asOf: '2026-07-09' }).outcome).toBe('not-due')
})

test('an assembly without items leaves it open; other scenes are not meant', () => {
  expect(judge(RULE, branch(LEASE, '类型: 党员大会, 日期: 2026-04-20'), HALF).outcome).toBe('not-evaluated')
  expect(judge(RULE, branch(LEASE, STUDY, '机关'), HALF).outcome).toBe('not-applicable')
})
