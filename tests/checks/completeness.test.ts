import { describe, expect, test } from 'vitest'
import { judge } from '../support/judge.ts'

const DAYS = { asOf: '2026-06-30', period: '2026-01..2026-06' }

function incomplete(records: string) {
  return judge('record/incomplete', `支部: {名称: 杏园社区第一党支部}\n组织生活:\n${records}`, DAYS)
}

const FULL = '时间: 14:30-16:00, 地点: 社区三楼, 主持人: 王建国, 记录人: 李秀英, 应到: 32, 实到: 30'

describe('a record of a meeting says all that it should', () => {
  test('with every element it passes', () => {
    expect(incomplete(`  - {类型: 党员大会, 日期: 2026-03-12, ${FULL}, 议题: [{内容: 学习党章}]}`).outcome).toBe('pass')
  })

  test('a time of day without an hour is a time', () => {
    const at = (day: string) =>
      incomplete(
        `  - {类型: 党员大会, ${day}, 地点: 三楼, 主持人: 王建国, 记录人: 李秀英, 应到: 32, 实到: 30, 议题: [学习党章]}`,
      )
    expect(at('日期: 2026-03-12, 时间: 晚上').outcome).toBe('pass')
    expect(at('日期: 2026年3月12日上午').outcome).toBe('pass')
    expect(at('日期: 2026-03-12').findings[0]?.message).toBe('3月12日党员大会没有写明时间')
  })

  test('what is missing is told in one finding, at the record', () => {
    const { findings } = incomplete(
      '  - {类型: 党员大会, 日期: 2026-03-12, 主持人: 王建国, 应到: 32, 议题: [{内容: 学习党章}]}',
    )
    expect(findings).toMatchObject([
      {
        subject: '2026-03-12 党员大会',
        severity: 'warning',
        message: '3月12日党员大会没有写明时间、地点、记录人、实到',
        evidence: [{ file: 'ledger.yaml', line: 3, column: 5, excerpt: '3月12日党员大会' }],
        data: { missing: ['时间', '地点', '记录人', '实到'] },
      },
    ])
  })

  test('a date that cannot be read is written all the same, and names the record', () => {
    const { findings } = incomplete(`  - {类型: 党员大会, 日期: 上旬, ${FULL}}`)
    expect(findings.map(({ message }) => message)).toEqual(['日期写作“上旬”的党员大会没有写明内容'])
    const undated = incomplete(`  - {类型: 党员大会, ${FULL}, 议题: [{内容: 学习党章}]}`).findings
    expect(undated.map(({ message }) => message)).toEqual(['有一次党员大会没有写明日期'])
  })

  test('neither agenda nor minutes: the content is missing', () => {
    const { findings } = incomplete(`  - {类型: 党员大会, 日期: 2026-03-12, ${FULL}}`)
    expect(findings.map(({ message }) => message)).toEqual(['3月12日党员大会没有写明内容'])
  })

  test('an item that was put to the vote needs its result', () => {
    const item = (text: string) =>
      incomplete(`  - {类型: 党员大会, 日期: 2026-03-12, ${FULL}, 议题: [{内容: ${text}}]}`)
    expect(item('表决评优名单').findings.map(({ message }) => message)).toEqual(['3月12日党员大会没有写明议决结果'])
    expect(item('表决通过评优名单').outcome).toBe('pass')
  })

  test('what none of three records says is one finding of the whole ledger', () => {
    const bare = '时间: 9:00-10:00, 地点: 社区, 主持人: 王建国, 应到: 3, 实到: 3, 议题: [{内容: 学习党章}]'
    const { findings } = incomplete(
      ['01-05', '02-05', '03-05'].map((day) => `  - {类型: 支委会, 日期: 2026-${day}, ${bare}}`).join('\n'),
    )
    expect(findings).toMatchObject([{ subject: '记录人', message: '台账的3条会议记录都没有写明记录人' }])
  })

  test('two records that lack the same are told one by one', () => {
    const bare = '时间: 9:00-10:00, 地点: 社区, 主持人: 王建国, 应到: 3, 实到: 3, 议题: [{内容: 学习党章}]'
    const { findings } = incomplete(
      ['01-05', '02-05'].map((day) => `  - {类型: 支委会, 日期: 2026-${day}, ${bare}}`).join('\n'),
    )
    expect(findings.map(({ subject }) => subject)).toEqual(['2026-01-05 支委会', '2026-02-05 支委会'])
  })
})

describe('what looks incomplete and is not', () => {
  test('a plan, and what was called off', () => {
    const { outcome } = incomplete(
      '  - {类型: 党员大会, 日期: 2026-03-12, 状态: 计划}\n  - {类型: 党员大会, 日期: 2026-03-20, 状态: 取消, 原因: 大雪}',
    )
    expect(outcome).toBe('not-applicable')
  })

  test('a lecture needs neither items nor recorder', () => {
    const lecture =
      '  - {类型: 党课, 日期: 2026-03-20, 时间: 15:00-16:00, 地点: 社区, 题目: 把身边的事办实, 主讲人: 王建国, 应到: 32, 实到: 30}'
    expect(incomplete(lecture).outcome).toBe('pass')
  })

  test('a lecture within a meeting that is entered apart has its numbers there', () => {
    const { outcome } = incomplete(
      `  - {类型: 党员大会, 日期: 2026-03-20, ${FULL}, 议题: [{内容: 学习党章}]}\n  - {类型: 党课, 日期: 2026-03-20, 时间: 15:00-16:00, 主讲人: 王建国}`,
    )
    expect(outcome).toBe('pass')
  })

  test('minutes that say it in words', () => {
    const { outcome } = incomplete(
      '  - {类型: 支委会, 日期: 2026-03-12, 记录: 时间：9:00。地点：社区会议室。主持人：王建国。记录人：李秀英。应到3人，实到3人。学习党章。}',
    )
    expect(outcome).toBe('pass')
  })

  test('a meeting that decided nothing has no result', () => {
    const items = '议题: [{内容: 学习《中国共产党基层组织选举工作条例》}, {内容: 听取换届选举筹备情况汇报}]'
    expect(incomplete(`  - {类型: 党员大会, 日期: 2026-03-12, ${FULL}, ${items}}`).outcome).toBe('pass')
  })

  test('a register and what lies outside the period', () => {
    const { outcome } = judge(
      'record/incomplete',
      '支部: {名称: 杏园社区第一党支部}\n组织生活:\n  - {类型: 党员大会, 日期: 2025-12-12}\n专项台账:\n  谈心谈话:\n    - {日期: 2026-05-06, 人员: [王建国], 对象: [张三]}',
      DAYS,
    )
    expect(outcome).toBe('not-applicable')
  })
})
