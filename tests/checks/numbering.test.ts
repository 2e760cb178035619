import { expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function numbering(...titles: string[]) {
  const records = titles.map((title, at) => `  - {类型: 支委会, 日期: 2026-0${at + 1}-05, 主题: ${title}}`)
  return judge('record/numbering', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n${records.join('\n')}`, {
    asOf: '2026-06-30',
    period: '2026-01..2026-06',
  })
}

test('a number twice', () => {
  expect(numbering('第1次支委会', '第2次支委会', '第2次支委会').findings).toMatchObject([
    {
      subject: '2026-03-05 支委会',
      severity: 'info',
      message: '疑似编号有误：2月5日支委会写作第2次，3月5日支委会写作第2次，次数相同，请核对原始记录',
      evidence: [{ line: 4 }, { line: 5 }],
    },
  ])
})

test('numbers against the order of days, and a gap', () => {
  expect(numbering('第三次支委会', '第二次支委会').findings.map(({ message }) => message)).toEqual([
    '疑似编号有误：1月5日支委会写作第3次，2月5日支委会写作第2次，次数与日期先后相反，请核对原始记录',
  ])
  expect(numbering('第1次支委会', '第3次支委会').findings.map(({ message }) => message)).toEqual([
    '疑似编号有误：1月5日支委会写作第1次，2月5日支委会写作第3次，中间的次数台账未见记录，请核对原始记录',
  ])
})

test('a meeting between that gives no number may be the missing one', () => {
  expect(numbering('第1次支委会', '2月支委会', '第3次支委会').outcome).toBe('pass')
})

test('a new count from one, other series and the numbers of what is studied', () => {
  expect(numbering('第9次支委会', '第1次支委会').outcome).toBe('pass')
  expect(numbering('支委会第5次会议', '2026年第1次支委会', '支委会第6次会议').findings).toEqual([])
  expect(numbering('学习第二十次全国代表大会精神', '学习第十次集体学习讲话').outcome).toBe('pass')
})

test('one that was called off, or has no day, is not left out', () => {
  const between = (fields: string) => `支部: {名称: 甲党支部}
组织生活:
  - {类型: 支委会, 日期: 2026-01-05, 主题: 第1次支委会}
  - {类型: 支委会, ${fields}}
  - {类型: 支委会, 日期: 2026-03-05, 主题: 第3次支委会}`
  const days = { asOf: '2026-06-30', period: '2026-01..2026-06' }
  for (const fields of ['日期: 2026-02-05, 状态: 取消, 主题: 第2次支委会', '日期: 2026-02-30, 主题: 第2次支委会']) {
    expect(judge('record/numbering', between(fields), days)).toMatchObject({ outcome: 'pass', findings: [] })
  }
  expect(judge('record/numbering', between('日期: 2026-02-30'), days)).toMatchObject({
    outcome: 'not-evaluated',
    reason: '有一次支委会的日期写作“2026-02-30”，没有这一天，无法判断次数有没有断号',
  })
  expect(judge('record/numbering', between('日期: 2026-02-05, 状态: 取消'), days).outcome).toBe('fail')
})
