import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'branch/vacancy'

const secretaries = (later: string, more = '') =>
  `支部:\n  名称: 甲支部\n  书记: [{姓名: 王建国, 至: 2026-03-20}${later}]\n${more}`

test('an office that stands empty for more than three months is told', () => {
  expect(judge(RULE, secretaries(''), { asOf: '2026-06-20' }).outcome).toBe('pass')
  expect(judge(RULE, secretaries(''), { asOf: '2026-06-21' }).findings).toMatchObject([
    {
      subject: '书记',
      severity: 'warning',
      message: '书记王建国（2026-03-20离任）出缺，至2026-06-21已超过3个月，台账未见补选或新的任职',
      evidence: [{ line: 3, excerpt: '王建国' }],
    },
  ])
})

test.each([
  ['a successor', secretaries(', {姓名: 赵敏, 自: 2026-06-01}')],
  ['one who took over the week before', secretaries(', {姓名: 赵敏, 自: 2026-03-13}')],
  ['a new term', secretaries('', '  换届: 2026-04-10\n')],
  ...['补选支部书记', '选举赵敏为支部书记', '宣布由赵敏暂代书记', '传达上级指派赵敏任书记的通知'].map((title) => [
    `a meeting that tells ${title}`,
    secretaries('', `组织生活:\n  - {类型: 党员大会, 日期: 2026-04-10, 主题: ${title}}\n`),
  ]),
])('%s fills it', (_, ledger) => {
  expect(judge(RULE, ledger, { asOf: '2026-12-31' })).toMatchObject({ outcome: 'pass', findings: [] })
})

test('of a committee the one who left is named', () => {
  const ledger = `支部:
  名称: 甲支部
  委员: [{姓名: 王建国}, {姓名: 李秀英}, {姓名: 赵敏, 至: 2026-03-20}]
`
  expect(judge(RULE, ledger, { asOf: '2026-12-31' }).findings.map(({ message }) => message)).toEqual([
    '支部委员赵敏（2026-03-20离任）出缺，至2026-12-31已超过3个月，台账未见补选或新的任职',
  ])
})

test('without dates nothing stands empty, without names nothing is known', () => {
  expect(judge(RULE, '支部: {名称: 甲支部, 书记: 王建国}\n', { asOf: '2026-12-31' }).outcome).toBe('pass')
  expect(judge(RULE, '支部: {名称: 甲支部}\n', { asOf: '2026-12-31' }).outcome).toBe('not-evaluated')
  expect(judge(RULE, secretaries('', '  撤销: 2026-05-01\n'), { asOf: '2026-12-31' }).outcome).toBe('not-applicable')
})
