import { PERIOD_UNITS, type Period, parsePeriod, periodLabel, periodOf } from '../calendar/period.ts'
import type { Finding } from '../engine/finding.ts'
import type { Severity } from '../rulebook/schema.ts'
import type { Evidence } from '../source/place.ts'
import { periodsLabel } from './period-list.ts'

/** One or more findings that are told as one: alike but for the period that each is about. */
export interface Entry {
  /** `台账未见2026年4、5、7月支部委员会会议记录`. */
  readonly message: string
  readonly severity: Severity
  /** Each place once. */
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
}

/** Stands for a period in the shape of a message; no text of a clean report can hold it. */
const PERIOD = '\u0000'

/** Tells findings of one rule over several periods together (「4、5、7月」), in the order of the first of each. */
export function drawnTogether(findings: readonly Finding[]): Entry[] {
  const alike = new Map<string, { shape: string; findings: Finding[]; periods: Period[] }>()
  for (const finding of findings) {
    const period = periodOfSubject(finding.subject)
    const shape = period === undefined ? finding.message : finding.message.replaceAll(periodLabel(period), PERIOD)
    const { rule, nature, severity, remedy, dueDate } = finding
    const isPeriodic = period !== undefined && shape !== finding.message
    const identity = isPeriodic ? [period.unit, shape] : [finding.id]
    const key = JSON.stringify([rule, nature, severity, remedy, dueDate, ...identity])
    const group = alike.get(key) ?? { shape, findings: [], periods: [] }
    alike.set(key, group)
    group.findings.push(finding)
    if (isPeriodic) group.periods.push(period)
  }
  return [...alike.values()].flatMap(({ shape, findings: members, periods }) => {
    const [first] = members
    if (first === undefined) return []
    return {
      message: shape.replaceAll(PERIOD, periodsLabel(periods)),
      severity: first.severity,
      evidence: distinct(members.flatMap(({ evidence }) => evidence)),
      findings: members,
    }
  })
}

/** The period that a subject names, by itself or before a group or member (`2026-05 第一党小组`). */
function periodOfSubject(subject: string): Period | undefined {
  const [id = ''] = subject.split(' ')
  const range = parsePeriod(id)
  if (range === undefined) return undefined
  return PERIOD_UNITS.map((unit) => periodOf(range.from, unit)).find((period) => period.id === id)
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [JSON.stringify(one), one])).values()]
}
