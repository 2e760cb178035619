import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'community/condolence-list'
const YEAR = { asOf: '2026-06-30', config: 'extends: [base, scenes/community, scenes/committee]\n' }

function branch(visited: string, files = '吴德'): string {
  return `支部: {名称: 甲支部, 领域: 社区}
专项台账:
  困难党员档案:
    - {日期: 2026-01-10, 对象: [${files}]}
  慰问走访:
    - {日期: 2026-02-10, 人员: [赵敏], 对象: [${visited}]}
`
}

test('who is not on the list is named at their place', () => {
  expect(judge(RULE, branch('吴德, 郑平'), YEAR).findings).toMatchObject([
    {
      subject: '2026-02-10 慰问走访',
      nature: 'clue',
      message: '2月10日慰问走访里的郑平不在台账的困难党员档案上',
      evidence: [{ line: 6, excerpt: '郑平' }],
    },
  ])
})

test.each(['吴德', '6名困难党员', '老党员家庭'])('%s is no one beyond it', (visited) => {
  expect(judge(RULE, branch(visited), YEAR)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('without a list of names nothing is compared', () => {
  expect(judge(RULE, branch('郑平', ''), YEAR)).toMatchObject({ outcome: 'not-evaluated' })
})

test('the list may be a grade of the appraisal', () => {
  const ledger = (grade: string) => `支部: {名称: 甲支部}
组织生活:
  - {类型: 民主评议, 日期: 2026-01-21, 评议结果: {优秀: ${grade}}}
专项台账:
  表彰推荐:
    - {日期: 2026-05-10, 对象: [周强]}
`
  expect(judge('committee/awards', ledger('[孙立]'), YEAR).outcome).toBe('fail')
  expect(judge('committee/awards', ledger('[周强]'), YEAR).outcome).toBe('pass')
  expect(judge('committee/awards', ledger('1'), YEAR).outcome).toBe('not-evaluated')
})
