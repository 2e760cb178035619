import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

function mismatch(date: string, title: string, more = '') {
  const ledger = `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 主题党日, 日期: ${date}, 主题: ${title}${more}}`
  return judge('record/month-mismatch', ledger, { asOf: '2026-06-30', period: '2026-01..2026-06' })
}

describe('a title that names another month or quarter', () => {
  test('six days past the month, and five', () => {
    expect(mismatch('2026-04-05', '3月主题党日').outcome).toBe('pass')
    expect(mismatch('2026-04-06', '3月主题党日').findings).toMatchObject([
      {
        subject: '2026-04-06 主题党日',
        nature: 'clue',
        severity: 'warning',
        message: '疑似套用旧稿或日期有误：4月6日主题党日的标题写的是2026年3月，日期却是2026年4月6日，请核对原始记录',
        evidence: [
          { line: 3, column: 36, excerpt: '3月主题党日' },
          { line: 3, column: 20, excerpt: '2026-04-06' },
        ],
      },
    ])
  })

  test.each([
    '2月份主题党日',
    '二月主题党日',
    '2025年3月主题党日',
    '第二季度党员大会',
    '学思践悟强党性（1月）',
    '第一党小组1月学习会',
  ])('%s in the middle of March', (title) => {
    expect(mismatch('2026-03-15', title).findings).toHaveLength(1)
  })
})

describe('months that are not the meeting’s own', () => {
  test.each([
    '3月主题党日',
    '一季度党员大会',
    '第一党小组3月学习会',
    '学习贯彻1月重要讲话精神主题党日',
    '传达1月会议精神',
    '学习重要讲话精神（1月）',
    '2025年四季度工作总结',
    '1月工作回顾',
    '补开1月主题党日',
    '1月主题党日（延期）',
    '4月15日全民国家安全教育日主题党日',
    '2025年度组织生活会',
  ])('%s', (title) => {
    expect(mismatch('2026-03-15', title).outcome).toBe('pass')
  })

  test('a December party day in the first days of January', () => {
    expect(mismatch('2026-01-04', '12月主题党日').outcome).toBe('pass')
  })

  test.each([', 原因: 防汛值守', ', 备注: 因防汛推迟到十五日'])('a meeting that says why it was moved%s', (more) => {
    expect(mismatch('2026-03-15', '1月主题党日', more).outcome).toBe('pass')
  })

  test('a make-up meeting that says what it makes up for', () => {
    expect(mismatch('2026-03-15', '1月主题党日', ', 补开: 2026-01').outcome).toBe('pass')
  })
})
