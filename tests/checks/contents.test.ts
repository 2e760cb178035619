import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const MARCH = { asOf: '2026-04-30', period: '2026-03' }

function branch(record: string): string {
  return `支部: {名称: 甲支部}\n组织生活:\n  - ${record}\n`
}

describe('主题党日', () => {
  const RULE = 'agenda/party-day'

  test('with nothing but leisure is told', () => {
    const ledger = branch('{类型: 主题党日, 日期: 2026-03-28, 主题: 春日健步走, 议题: [{内容: 环湖健步走}]}')
    expect(judge(RULE, ledger, MARCH).findings).toMatchObject([
      {
        severity: 'warning',
        subject: '2026-03-28 主题党日',
        message: '3月28日主题党日未反映学习、组织生活、议事、志愿服务中的任何一项',
        evidence: [{ line: 3, excerpt: '环湖健步走' }],
      },
    ])
  })

  test.each(['学习党章', '交纳党费', '讨论路灯维修', '走访独居老人', '重温入党誓词'])('%s is enough', (content) => {
    const ledger = branch(`{类型: 主题党日, 日期: 2026-03-28, 主题: 三月, 议题: [{内容: ${content}}]}`)
    expect(judge(RULE, ledger, MARCH)).toMatchObject({ outcome: 'pass', findings: [] })
  })

  test('without a theme is told', () => {
    const ledger = branch('{类型: 主题党日, 日期: 2026-03-28, 记录: 全体党员集中学习。}')
    expect(judge(RULE, ledger, MARCH).findings.map(({ message }) => message)).toEqual(['3月28日主题党日未写明主题'])
  })

  test.each(['{类型: 主题党日, 日期: 2026-03-28}', '{类型: 主题党日, 日期: 2026-03-28, 主题: 3月主题党日}'])(
    'of which nothing is said is another rule’s business: %s',
    (record) => {
      expect(judge(RULE, branch(record), MARCH)).toMatchObject({ outcome: 'not-evaluated', findings: [] })
    },
  )

  test('a title that names the content is enough by itself', () => {
    const ledger = branch('{类型: 主题党日, 日期: 2026-03-28, 主题: 集中学习}')
    expect(judge(RULE, ledger, MARCH).outcome).toBe('pass')
  })
})

describe('党小组会', () => {
  const RULE = 'agenda/group'

  test('that only hands out work is told', () => {
    const ledger = branch('{类型: 党小组会, 日期: 2026-03-12, 议题: [{内容: 安排下周值班}]}')
    expect(judge(RULE, ledger, MARCH).findings.map(({ message }) => message)).toEqual([
      '3月12日党小组会未反映学习、交流中的任何一项',
    ])
  })

  test.each(['学习党章第一章', '交流思想', '开展批评和自我批评'])('%s is enough', (content) => {
    expect(judge(RULE, branch(`{类型: 党小组会, 日期: 2026-03-12, 议题: [{内容: ${content}}]}`), MARCH).outcome).toBe(
      'pass',
    )
  })
})
