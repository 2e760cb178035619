import { describe, expect, test } from 'vitest'
import type { Finding } from '../../src/engine/finding.ts'
import { scoreOf } from '../../src/engine/score.ts'
import { Scoring } from '../../src/rulebook/config.ts'
import type { EffectiveRule } from '../../src/rulebook/effective.ts'

const at = { file: 'rules.yaml', line: 1, column: 1 }

function rule(id: string, score: number, scoreLimit?: number): EffectiveRule {
  return {
    id,
    at,
    provenance: {},
    withNode: undefined,
    title: id,
    check: 'frequency',
    basis: [{ document: '某规定', rank: '检查口径' }],
    nature: 'breach',
    severity: 'error',
    score,
    scoreLimit,
    remedy: '据实整改',
    within: 15,
    judged: '按次数',
  }
}

function finding(ruleId: string, subject: string, nature: Finding['nature'] = 'breach'): Finding {
  return {
    id: `${ruleId} ${subject}`,
    rule: ruleId,
    nature,
    severity: 'error',
    subject,
    message: '',
    basis: [],
    remedy: '',
    dueDate: '2026-11-16',
    evidence: [],
    data: {},
  }
}

const scoring = Scoring.parse({})

describe('scoreOf', () => {
  test('takes each breach off and shows what was taken off for which rule', () => {
    const findings = [finding('a/a', '2026Q1'), finding('a/a', '2026Q2'), finding('b/b', '2026-01')]
    expect(scoreOf(findings, [rule('a/a', 4), rule('b/b', 0.2)], scoring, false)).toEqual({
      points: 91.8,
      grade: '优秀',
      deductions: [
        { rule: 'a/a', findings: 2, points: 8 },
        { rule: 'b/b', findings: 1, points: 0.2 },
      ],
    })
  })

  test('a clue takes nothing off', () => {
    expect(scoreOf([finding('a/a', 'x', 'clue')], [rule('a/a', 4)], scoring, false).points).toBe(100)
  })

  test('a rule takes off no more than its limit, and a branch has no less than nothing', () => {
    const many = Array.from({ length: 60 }, (_, index) => finding('a/a', String(index)))
    expect(scoreOf(many, [rule('a/a', 4, 10)], scoring, false).points).toBe(90)
    expect(scoreOf(many, [rule('a/a', 4)], scoring, false).points).toBe(0)
  })

  test.each([
    [2.5, '优秀'],
    [2.6, '良好'],
    [5, '良好'],
    [5.1, '一般'],
    [10, '较差'],
    [10.1, '差'],
  ])('four breaches at %d points each make %s', (points, grade) => {
    const findings = ['1', '2', '3', '4'].map((subject) => finding('a/a', subject))
    expect(scoreOf(findings, [rule('a/a', points)], scoring, false).grade).toBe(grade)
  })

  test('a branch under a year old is not graded', () => {
    expect(scoreOf([], [], scoring, true).grade).toBe('不定级')
  })
})
