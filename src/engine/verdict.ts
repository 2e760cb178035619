import type { Verdict, VerdictOutcome } from './finding.ts'

/** Of the outcomes over periods, records and members, the first of these that applies is the verdict. */
const PRECEDENCE: readonly VerdictOutcome[] = ['fail', 'not-evaluated', 'pass', 'exempt', 'not-due', 'not-applicable']

/** What one subject came to. */
export interface SubjectVerdict {
  readonly outcome: VerdictOutcome
  readonly reason?: string | undefined
}

/** The verdict of a branch on a rule; with no subject at all there was nothing that the rule could be about. */
export function verdictOf(rule: string, subjects: readonly SubjectVerdict[]): Verdict {
  const outcome = PRECEDENCE.find((candidate) => subjects.some((subject) => subject.outcome === candidate))
  if (outcome === undefined) return { rule, outcome: 'not-applicable', reason: '检查期内没有可供核查的记录' }
  const reasons = subjects.filter((subject) => subject.outcome === outcome).flatMap(({ reason }) => reason ?? [])
  const reason = [...new Set(reasons)].join('；')
  return { rule, outcome, ...(reason !== '' && { reason }) }
}
