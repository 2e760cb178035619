import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const DAYS = { asOf: '2026-06-30', period: '2026-01..2026-06' }

describe('titles that say nothing', () => {
  const vague = (record: string) =>
    judge('record/vague-title', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {日期: 2026-03-20, ${record}}`, DAYS)

  test.each(['党课', '3月党课', '支部书记讲党课', '2026年第一季度专题党课', '集中学习'])('%s', (title) => {
    expect(vague(`类型: 党课, 题目: ${title}`).findings).toMatchObject([
      {
        nature: 'info',
        severity: 'info',
        message: `3月20日党课的标题“${title}”没有说明主题，议题也没有写明`,
        evidence: [{ line: 3, excerpt: title }],
      },
    ])
  })

  test('a title with a theme, and a party day whose items tell it', () => {
    expect(vague('类型: 党课, 题目: 把身边的事办实').outcome).toBe('pass')
    expect(vague('类型: 主题党日, 主题: 3月主题党日, 议题: [{内容: 清理河道}]').outcome).toBe('pass')
    expect(vague('类型: 支委会, 主题: 3月支委会').outcome).toBe('not-applicable')
  })
})

describe('titles and what follows them', () => {
  const BODY = '院里三号楼的路灯坏了四十多天，住在顶楼的老陈下夜班摔了一跤。'.repeat(8)
  const titled = (title: string, body: string) =>
    judge(
      'record/title-body',
      `支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 党课, 日期: 2026-03-20, 题目: ${title}, 讲稿: ${body}}`,
      DAYS,
    )

  test('a document that the text never comes to', () => {
    expect(titled('学习《中国共产党纪律处分条例》', BODY).findings).toMatchObject([
      {
        nature: 'clue',
        severity: 'info',
        message: '疑似题文不符：3月20日党课的标题写的是《中国共产党纪律处分条例》，正文却没有提到，请核对原始记录',
        evidence: [{ line: 3, excerpt: '学习《中国共产党纪律处分条例》' }],
      },
    ])
  })

  test('a document called in short, a title in pictures, and a text too short to tell', () => {
    expect(titled('学习《中国共产党纪律处分条例》', `${BODY}纪律管到日常。`).outcome).toBe('pass')
    expect(titled('点亮心里的灯塔', BODY).outcome).toBe('pass')
    expect(titled('学习《中国共产党纪律处分条例》', BODY.slice(0, 60)).outcome).toBe('pass')
  })
})
