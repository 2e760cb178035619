import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'rural/four-steps'

function branch(entries: readonly string[], meetings = ''): string {
  const lines = entries.map((entry) => `    - {${entry}}\n`).join('')
  return `支部: {名称: 甲村党支部, 领域: 农村}\n${meetings}专项台账:\n  四议两公开:\n${lines}`
}

const step = (date: string, what: string) => `日期: 2026-${date}, 主题: 村道硬化, 内容: ${what}`
const TO_THE_END = [step('03-26', '村民代表会议决议'), step('03-27', '决议公开'), step('06-10', '结果公开')]
const ALL = [step('03-02', '支部提议'), step('03-09', '两委商议'), step('03-20', '党员大会审议'), ...TO_THE_END]

test('a step before the one it should follow is told with both days', () => {
  const ledger = branch([step('03-09', '支部提议'), step('03-08', '两委商议')])
  expect(judge(RULE, ledger, { asOf: '2026-04-30' }).findings).toMatchObject([
    {
      subject: '村道硬化',
      severity: 'warning',
      message: '村道硬化：“两委商议”（2026-03-08）早于“支部提议”（2026-03-09），先后颠倒',
      evidence: [{ line: 5 }, { line: 4 }],
    },
  ])
  const sameDay = branch([step('03-09', '支部提议'), step('03-09', '两委商议')])
  expect(judge(RULE, sameDay, { asOf: '2026-04-30' }).outcome).toBe('not-due')
})

test('a step that is missing is told when all is over, or after sixty days', () => {
  const without = ALL.filter((entry) => !entry.includes('两委商议'))
  expect(judge(RULE, branch(without), { asOf: '2026-06-11' }).findings[0]?.message).toBe(
    '村道硬化：台账未见“两委商议”环节的登记',
  )
  const running = branch(ALL.slice(0, 2))
  expect(judge(RULE, running, { asOf: '2026-05-08' }).outcome).toBe('not-due')
  expect(judge(RULE, running, { asOf: '2026-05-09' }).outcome).toBe('fail')
  expect(judge(RULE, branch(ALL), { asOf: '2026-06-11' }).outcome).toBe('pass')
})

test('a meeting on the matter stands for its step', () => {
  const meetings = '组织生活:\n  - {类型: 党员大会, 日期: 2026-03-20, 议题: [审议村道硬化方案]}\n'
  const without = ALL.filter((entry) => !entry.includes('党员大会'))
  expect(judge(RULE, branch(without, meetings), { asOf: '2026-06-11' }).outcome).toBe('pass')
})

test('what an entry says of steps to come is not that step', () => {
  const ledger = branch([step('03-02', '支部提议，拟提交党员大会审议'), ...ALL.slice(1)])
  expect(judge(RULE, ledger, { asOf: '2026-06-11' }).outcome).toBe('pass')
})

test('an entry without its matter is not judged', () => {
  expect(judge(RULE, branch(['日期: 2026-03-02, 内容: 支部提议']), { asOf: '2026-06-11' })).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月2日四议两公开没有写明主题',
  })
})

test('of a person only the order is judged', () => {
  const ledger =
    '支部: {名称: 甲支部}\n专项台账:\n  发展党员:\n    - {日期: 2026-03-02, 对象: [钱多], 内容: 讨论转正}\n'
  expect(judge('development/order', ledger, { asOf: '2026-12-31' }).outcome).toBe('pass')
})
