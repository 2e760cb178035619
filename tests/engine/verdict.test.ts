import { describe, expect, test } from 'vitest'
import { verdictOf } from '../../src/engine/verdict.ts'

describe('the verdict of a branch on a rule', () => {
  test.each([
    [['pass', 'fail', 'not-evaluated'], 'fail'],
    [['pass', 'not-evaluated', 'not-due'], 'not-evaluated'],
    [['not-due', 'pass', 'not-applicable'], 'pass'],
    [['not-applicable', 'not-due'], 'not-due'],
    [['not-applicable'], 'not-applicable'],
  ] as const)('of %j is %s', (outcomes, verdict) => {
    expect(
      verdictOf(
        'a/b',
        outcomes.map((outcome) => ({ outcome })),
      ).outcome,
    ).toBe(verdict)
  })

  test('names each reason once, and only those of the outcome that decided', () => {
    const subjects = [
      { outcome: 'not-evaluated', reason: '缺少应到人数' },
      { outcome: 'not-evaluated', reason: '缺少应到人数' },
      { outcome: 'not-due', reason: '本季度未结束' },
    ] as const
    expect(verdictOf('a/b', subjects)).toEqual({ rule: 'a/b', outcome: 'not-evaluated', reason: '缺少应到人数' })
  })

  test('names together the periods that one reason is given for', () => {
    const reason = (month: number) => `有一次主题党日没有写日期，无法判断2026年${month}月主题党日的次数`
    const subjects = [1, 2, 4].map((month) => ({
      outcome: 'not-evaluated' as const,
      subject: `2026-0${month}`,
      reason: reason(month),
    }))
    expect(verdictOf('a/b', subjects).reason).toBe('有一次主题党日没有写日期，无法判断2026年1、2、4月主题党日的次数')
    const other = { outcome: 'not-evaluated', subject: '2026-05', reason: '缺少应到人数' } as const
    expect(verdictOf('a/b', [...subjects.slice(0, 1), other]).reason).toBe(`${reason(1)}；缺少应到人数`)
  })

  test('with nothing to judge is not-applicable and says so', () => {
    expect(verdictOf('a/b', [])).toEqual({
      rule: 'a/b',
      outcome: 'not-applicable',
      reason: '检查期内没有可供核查的记录',
    })
  })
})
