import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'lecture/script'
const HALF = { asOf: '2026-06-30', period: '2026-01..2026-06' }

function lecture(fields: string): string {
  return `支部: {名称: 甲支部}\n组织生活:\n  - {类型: 党课, 日期: 2026-03-20${fields}}\n`
}

test('what is missing is listed', () => {
  expect(judge(RULE, lecture(''), HALF).findings).toMatchObject([
    {
      severity: 'warning',
      subject: '2026-03-20 党课',
      message: '3月20日党课缺少主讲人、题目、讲稿或提纲',
      evidence: [{ line: 3, excerpt: '2026-03-20' }],
    },
  ])
})

test.each(['讲稿: 同志们，今天讲三件小事。', '附件: [党课课件.pptx]', `记录: ${'讲'.repeat(200)}`])(
  '%s is a script or an outline',
  (field) => {
    expect(judge(RULE, lecture(`, 题目: 把身边的事办实, 主讲人: 王建国, ${field}`), HALF).outcome).toBe('pass')
  },
)

test('minutes of less than 200 characters are no outline', () => {
  const fields = `, 题目: 把身边的事办实, 主讲人: 王建国, 记录: ${'讲'.repeat(199)}`
  expect(judge(RULE, lecture(fields), HALF).findings.map(({ message }) => message)).toEqual([
    '3月20日党课缺少讲稿或提纲',
  ])
})

test('a table without such a column cannot tell', () => {
  const table = {
    '甲支部.csv': '支部,会议类型,会议日期,党课题目,主讲人\n甲支部,党课,2026-03-20,把身边的事办实,王建国\n',
  }
  expect(judge(RULE, table, HALF)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '表格里的党课都没有讲稿或提纲，可能没有这一栏',
    findings: [],
  })
})

test('a script whose file was not found is told by the reader, and not missing here', () => {
  const ledger =
    '支部: {名称: 甲支部}\n组织生活:\n  - {类型: 党课, 日期: 2026-03-20, 题目: 谈学习, 主讲人: 王建国, 讲稿: 没有.md}\n'
  expect(judge('lecture/script', ledger, { asOf: '2026-06-30', period: '2026-01..2026-06' }).findings).toEqual([])
})
