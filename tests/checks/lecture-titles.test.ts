import { describe, expect, test } from 'vitest'
import { judge, judgeBranches } from '../support/judge.ts'

const RULE = 'lecture/title-repeated'
const HALF = { asOf: '2026-06-30', period: '2026-01..2026-06' }

function branch(name: string, ...lectures: readonly string[]): string {
  return `支部: {名称: ${name}}\n组织生活:\n${lectures.map((one) => `  - {类型: 党课, ${one}}`).join('\n')}\n`
}

describe('in a branch', () => {
  test('the later one is a clue that points at both', () => {
    const ledger = branch(
      '甲支部',
      '日期: 2026-03-20, 题目: 把身边的事办实',
      '日期: 2026-06-12, 题目: 《把身边的事，办实》',
    )
    expect(judge(RULE, ledger, HALF).findings).toMatchObject([
      {
        nature: 'clue',
        severity: 'info',
        subject: '2026-06-12 党课',
        message: '疑似重复：党课《把身边的事，办实》与本支部2026-03-20的党课题目相同，请核对原始记录',
        evidence: [{ line: 4 }, { line: 3 }],
      },
    ])
  })

  test.each([
    ['2025-03-21', 'fail'],
    ['2025-03-20', 'pass'],
  ])('with one of %s, within twelve months: %s', (date, outcome) => {
    const ledger = branch('甲支部', `日期: ${date}, 题目: 把身边的事办实`, '日期: 2026-03-20, 题目: 把身边的事办实')
    expect(judge(RULE, ledger, HALF).outcome).toBe(outcome)
  })

  test.each([
    ['专题党课', '专题党课'],
    ['党章', '党章'],
    ['楼栋长怎么当第1讲', '楼栋长怎么当第2讲'],
  ])('%s and %s are no repetition', (one, other) => {
    const ledger = branch('甲支部', `日期: 2026-03-20, 题目: ${one}`, `日期: 2026-06-12, 题目: ${other}`)
    expect(judge(RULE, ledger, HALF).findings).toEqual([])
  })

  test('issued material and planned lectures do not count', () => {
    const title = '题目: 把身边的事办实'
    const issued = branch(
      '甲支部',
      `日期: 2026-03-20, ${title}`,
      `日期: 2026-06-12, ${title}, 材料来源: 街道统一下发课件`,
    )
    expect(judge(RULE, issued, HALF).findings).toEqual([])
    const planned = branch('甲支部', `日期: 2026-03-20, ${title}, 状态: 计划`, `日期: 2026-06-12, ${title}`)
    expect(judge(RULE, planned, HALF).findings).toEqual([])
  })
})

describe('in several branches', () => {
  function three(title: string, lecturers: readonly string[], date = '2026-03-20'): Record<string, string> {
    const names = ['甲支部', '乙支部', '丙支部']
    return Object.fromEntries(
      names.map((name, at) => [
        `${name}.yaml`,
        branch(name, `日期: ${date}, 题目: ${title}, 主讲人: ${lecturers[at]}`),
      ]),
    )
  }

  test('three are a clue for each', () => {
    const branches = judgeBranches(RULE, three('把身边的事办实', ['王建国', '赵敏', '孙立']), HALF)
    expect(Object.values(branches).map(({ findings }) => findings[0]?.message)).toEqual([
      '疑似重复：党课《把身边的事办实》3个支部的党课用了同一题目，请核对原始记录',
      '疑似重复：党课《把身边的事办实》3个支部的党课用了同一题目，请核对原始记录',
      '疑似重复：党课《把身边的事办实》3个支部的党课用了同一题目，请核对原始记录',
    ])
  })

  test('one lecturer on one day, or a theme from above, is none', () => {
    for (const files of [
      three('把身边的事办实', ['王建国', '王建国', '孙立']),
      three('学习贯彻全会精神', ['王建国', '赵敏', '孙立']),
    ]) {
      const branches = judgeBranches(RULE, files, HALF)
      expect(Object.values(branches).flatMap(({ findings }) => findings)).toEqual([])
    }
  })
})
