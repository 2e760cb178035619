import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { type HolidayCalendar, onWorkingDay } from '../calendar/holidays.ts'
import { addDays, type PlainDate } from '../calendar/plain-date.ts'
import type { Outcome } from '../checks/contract.ts'
import { basisIn, type EffectiveRule } from '../rulebook/effective.ts'
import type { Basis } from '../rulebook/schema.ts'
import type { Finding } from './finding.ts'
import { severityOf, severityRank } from './severity.ts'
import type { SubjectVerdict } from './verdict.ts'

type Fail = Extract<Outcome, { outcome: 'fail' }>
type Note = Extract<Outcome, { outcome: 'note' }>

export interface RuleResult {
  readonly findings: readonly Finding[]
  readonly subjects: readonly SubjectVerdict[]
}

/** Hexadecimal digits of a finding's id: 64 bits, so that a million findings are not expected to collide. */
const ID_LENGTH = 16

/** Turns what a check found into findings of a rule: how grave, on what basis, to be mended how and by when. */
export function findingsOf(
  branch: string,
  rule: EffectiveRule,
  outcomes: readonly Outcome[],
  asOf: PlainDate,
  holidays: HolidayCalendar,
): RuleResult {
  const dueDate = onWorkingDay(addDays(asOf, rule.within), holidays)
  const findings = new Map<string, Finding>()
  const subjects: SubjectVerdict[] = []
  for (const outcome of outcomes) {
    if (outcome.outcome !== 'fail' && outcome.outcome !== 'note') {
      subjects.push(outcome)
      continue
    }
    const finding =
      outcome.outcome === 'fail' ? failed(branch, rule, outcome, dueDate) : noted(branch, rule, outcome, dueDate)
    if (outcome.outcome === 'fail') subjects.push({ outcome: finding === undefined ? 'pass' : 'fail' })
    if (finding !== undefined) findings.set(finding.id, joined(findings.get(finding.id), finding))
  }
  return { findings: [...findings.values()], subjects }
}

/** `undefined` where the measure stays below every level of the rule. */
function failed(branch: string, rule: EffectiveRule, outcome: Fail, dueDate: PlainDate): Finding | undefined {
  const severity = severityOf(rule.severity, outcome.measure, outcome.unreflected === true)
  if (severity === undefined) return undefined
  return {
    ...common(branch, rule, outcome, outcome.subject, dueDate),
    nature: rule.nature,
    severity,
    remedy: outcome.remedy ?? rule.remedy,
  }
}

/** A hint stands beside a finding on the same subject, so it has an id of its own. */
function noted(branch: string, rule: EffectiveRule, outcome: Note, dueDate: PlainDate): Finding {
  return {
    ...common(branch, rule, outcome, `note\n${outcome.subject}`, dueDate),
    nature: 'info',
    severity: 'info',
    remedy: rule.remedy,
  }
}

function common(branch: string, rule: EffectiveRule, outcome: Fail | Note, identity: string, dueDate: PlainDate) {
  const { subject, message, evidence, data } = outcome
  return {
    id: findingId(rule.id, branch, identity),
    rule: rule.id,
    subject,
    message,
    basis: basisIn(rule.basis, outcome.outcome === 'fail' ? outcome.case : undefined),
    dueDate,
    evidence: [...evidence],
    data: { ...data },
  }
}

/** The same for as long as the same rule finds the same subject of the same branch at fault. */
export function findingId(rule: string, branch: string, subject: string): string {
  return bytesToHex(sha256(utf8ToBytes([rule, branch, subject].join('\n')))).slice(0, ID_LENGTH)
}

/** Two findings on one subject are one finding that says both. */
function joined(before: Finding | undefined, finding: Finding): Finding {
  if (before === undefined) return finding
  const worse = severityRank(finding.severity) < severityRank(before.severity) ? finding : before
  return {
    ...before,
    severity: worse.severity,
    message: before.message === finding.message ? before.message : `${before.message}；${finding.message}`,
    basis: [...before.basis, ...finding.basis.filter((basis) => !before.basis.some((known) => isSame(known, basis)))],
    evidence: [...before.evidence, ...finding.evidence],
    data: { ...before.data, ...finding.data },
  }
}

function isSame(one: Basis, other: Basis): boolean {
  return one.document === other.document && one.article === other.article
}
