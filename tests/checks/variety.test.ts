import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const RULE = 'form/monotonous'
const YEAR = { asOf: '2026-01-31', period: '2025' }

function branch(forms: readonly string[]): string {
  const records = forms.map((form, at) => `  - {类型: 主题党日, 日期: 2025-0${at + 1}-20, 形式: ${form}}`)
  return `支部: {名称: 甲支部}\n组织生活:\n${records.join('\n')}\n`
}

test('80 % of one form is a hint', () => {
  const { findings } = judge(RULE, branch(['集中学习', '集中学习', '集中学习', '集中学习', '参观']), YEAR)
  expect(findings).toMatchObject([
    {
      severity: 'info',
      subject: '2025',
      message: '2025年组织生活形式单一：写明形式的5次中有4次是“集中学习”',
      evidence: [{ line: 3, excerpt: '集中学习' }, { line: 4 }, { line: 5 }],
    },
  ])
})

test('less is none', () => {
  expect(judge(RULE, branch(['集中学习', '集中学习', '集中学习', '研讨', '参观']), YEAR).outcome).toBe('pass')
})

test('too few records say nothing', () => {
  expect(judge(RULE, branch(['集中学习', '集中学习', '集中学习', '集中学习']), YEAR)).toMatchObject({
    outcome: 'not-evaluated',
    findings: [],
  })
})

test('a year that is not over is not due', () => {
  const forms = ['集中学习', '集中学习', '集中学习', '集中学习', '集中学习']
  expect(judge(RULE, branch(forms), { ...YEAR, asOf: '2026-01-07' }).outcome).toBe('not-due')
})
