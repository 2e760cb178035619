import { acrossPeriods, periodicSentence } from '../calendar/across-periods.ts'
import type { Period } from '../calendar/period.ts'
import type { Verdict, VerdictOutcome } from './finding.ts'

/** Of the outcomes over periods, records and members, the first of these that applies is the verdict. */
const PRECEDENCE: readonly VerdictOutcome[] = ['fail', 'not-evaluated', 'pass', 'exempt', 'not-due', 'not-applicable']

/** What one subject came to. */
export interface SubjectVerdict {
  readonly outcome: VerdictOutcome
  readonly subject?: string | undefined
  readonly reason?: string | undefined
}

/** The verdict of a branch on a rule; with no subject at all there was nothing that the rule could be about. */
export function verdictOf(rule: string, subjects: readonly SubjectVerdict[]): Verdict {
  const outcome = PRECEDENCE.find((candidate) => subjects.some((subject) => subject.outcome === candidate))
  if (outcome === undefined) return { rule, outcome: 'not-applicable', reason: '检查期内没有可供核查的记录' }
  const reason = reasonsOf(subjects.filter((subject) => subject.outcome === outcome)).join('；')
  return { rule, outcome, ...(reason !== '' && { reason }) }
}

/** Each reason once; those that are alike but for the period that each is about are one. */
function reasonsOf(subjects: readonly SubjectVerdict[]): string[] {
  const alike = new Map<string, Period[]>()
  for (const { subject = '', reason } of subjects) {
    if (reason === undefined) continue
    const { shape, period } = periodicSentence(reason, subject) ?? { shape: reason }
    const periods = alike.get(shape) ?? []
    alike.set(shape, periods)
    if (period !== undefined && periods.every(({ id }) => id !== period.id)) periods.push(period)
  }
  return Array.from(alike, ([shape, periods]) => acrossPeriods(shape, periods))
}
