import type { Scoring } from '../rulebook/config.ts'
import type { EffectiveRule } from '../rulebook/effective.ts'
import type { Deduction, Finding } from './finding.ts'

export interface Score {
  readonly points: number
  readonly grade: string
  readonly deductions: readonly Deduction[]
}

const UNGRADED = '不定级'

/** Full points less what each rule takes off for its breaches. A clue takes nothing off until a person confirms it. */
export function scoreOf(
  findings: readonly Finding[],
  rules: readonly EffectiveRule[],
  scoring: Scoring,
  isUngraded: boolean,
): Score {
  const deductions = rules.flatMap((rule) => deductionFor(rule, findings) ?? [])
  const lost = deductions.reduce((sum, { points }) => sum + points, 0)
  const points = Math.max(0, round(scoring.full - lost))
  return { points, grade: isUngraded ? UNGRADED : gradeOf(points, scoring), deductions }
}

function deductionFor(rule: EffectiveRule, findings: readonly Finding[]): Deduction | undefined {
  const breaches = findings.filter((finding) => finding.rule === rule.id && finding.nature === 'breach').length
  if (breaches === 0 || !rule.score) return undefined
  const points = Math.min(round(rule.score * breaches), rule.scoreLimit ?? Number.POSITIVE_INFINITY)
  return { rule: rule.id, findings: breaches, points }
}

function gradeOf(points: number, { bands }: Scoring): string {
  const reached = bands.filter(({ from }) => points >= from).sort((a, b) => b.from - a.from)
  return reached[0]?.name ?? UNGRADED
}

/** To a tenth of a point: deductions of 0.1 and 0.2 must add up on paper too. */
function round(points: number): number {
  return Math.round(points * 10) / 10
}
