import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function minutes(text: string) {
  const ledger = `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - 类型: 党员大会\n    日期: 2026-03-12\n    记录: ${text}\n`
  return judge('record/stock-phrases', ledger, { asOf: '2026-06-30', period: '2026-01..2026-06' })
}

/** Fourteen characters of stock phrases and as many plain ones as asked. */
function mixed(stock: number, plain: number) {
  return '狠抓落实真抓实干'.repeat(stock) + '路灯坏了四十天问能不能这周修好'.repeat(plain)
}

test('minutes of little else', () => {
  const { findings } = minutes(mixed(8, 2))
  expect(findings).toMatchObject([
    {
      nature: 'info',
      severity: 'info',
      message: '3月12日党员大会的会议记录约68%是套话（狠抓落实、真抓实干），看不出会上说了什么',
      evidence: [{ line: 5, excerpt: '狠抓落实' }],
      data: { share: 0.68 },
    },
  ])
})

test('less than three tenths is nothing to tell', () => {
  expect(minutes(mixed(3, 4)).findings).toEqual([])
  expect(minutes(mixed(4, 4)).findings).toHaveLength(1)
})

test('short minutes are not looked at', () => {
  expect(minutes(mixed(5, 0)).outcome).toBe('not-applicable')
})
