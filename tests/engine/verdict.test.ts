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

  test('with nothing to judge is not-applicable and says so', () => {
    expect(verdictOf('a/b', [])).toEqual({
      rule: 'a/b',
      outcome: 'not-applicable',
      reason: '检查期内没有可供核查的记录',
    })
  })
})
