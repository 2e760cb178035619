import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'lecture/read-out'
const HALF = { asOf: '2026-06-30', period: '2026-01..2026-06' }

function lecture(fields: string): string {
  return `支部: {名称: 甲支部}\n组织生活:\n  - {类型: 党课, 日期: 2026-03-20, 题目: 以案为鉴, ${fields}}\n`
}

test('a film and nothing else is told where it is said', () => {
  expect(judge(RULE, lecture('记录: 组织党员观看警示片。'), HALF).findings).toMatchObject([
    {
      nature: 'breach',
      severity: 'warning',
      subject: '2026-03-20 党课',
      message: '3月20日党课只记有“观看”，未记讲授或讨论的内容',
      evidence: [{ line: 3, excerpt: '观看' }],
    },
  ])
})

test.each(['议题: [{内容: 宣读上级文件}]', '形式: 观看专题片'])('%s is not enough', (fields) => {
  expect(judge(RULE, lecture(fields), HALF).outcome).toBe('fail')
})

test.each([
  '记录: 观看警示片后分组讨论。',
  '记录: 宣读文件并逐条讲解。',
  '记录: 观看警示片。, 讲稿: 同志们，今天讲三件小事。',
  '议题: [{内容: 观看警示片, 发言: [{姓名: 孙立, 内容: 很受触动}]}]',
  '主讲人: 王建国',
])('%s raises nothing', (fields) => {
  expect(judge(RULE, lecture(fields), HALF)).toMatchObject({ outcome: 'pass', findings: [] })
})

test('a script that is attached or could not be found may hold the lecture', () => {
  const film = '记录: 组织党员观看警示片。'
  expect(judge(RULE, lecture(`${film}, 附件: [党课课件.pptx]`), HALF).outcome).toBe('pass')
  expect(judge(RULE, lecture(`${film}, 讲稿: 没有.md`), HALF)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月20日党课的内容没有读全',
    findings: [],
  })
})
