import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function batch(entries: readonly string[]) {
  const records = entries.map((entry) => `  - {类型: 支委会, ${entry}}`).join('\n')
  return judge('record/batch', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n${records}`, {
    asOf: '2026-06-30',
    period: '2026-01..2026-06',
  })
}

test('three late records of three weeks, entered on one day', () => {
  const entries = ['2026-03-04', '2026-03-12', '2026-04-07'].map((day) => `日期: ${day}, 录入: 2026-06-20`)
  expect(batch(entries).findings).toMatchObject([
    {
      subject: '2026-06-20',
      nature: 'clue',
      severity: 'error',
      message: '疑似集中补录：2026年6月20日一天录入了3月4日至4月7日之间3个不同星期的3条记录，请核对原始记录',
      evidence: [{ line: 3 }, { line: 4 }, { line: 5 }],
    },
  ])
})

test('two weeks are too few, however many records', () => {
  const entries = ['2026-03-04', '2026-03-05', '2026-03-12'].map((day) => `日期: ${day}, 录入: 2026-06-20`)
  expect(batch(entries).outcome).toBe('pass')
})

test('a record entered in time does not count with the late ones', () => {
  const entries = ['2026-03-04', '2026-03-12', '2026-06-18'].map((day) => `日期: ${day}, 录入: 2026-06-20`)
  expect(batch(entries).outcome).toBe('pass')
})

test('a note on why they were late excuses them', () => {
  const entries = ['2026-03-04', '2026-03-12', '2026-04-07'].map(
    (day) => `日期: ${day}, 录入: 2026-06-20, 补录说明: 平台迁移`,
  )
  expect(batch(entries).outcome).toBe('pass')
})

test('with no day of entry it is not evaluated', () => {
  expect(batch(['日期: 2026-03-04'])).toMatchObject({
    outcome: 'not-evaluated',
    reason: '3月4日支委会没有录入时间',
  })
})
