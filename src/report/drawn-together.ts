import { acrossPeriods, periodicSentence } from '../calendar/across-periods.ts'
import type { Period } from '../calendar/period.ts'
import type { Finding } from '../engine/finding.ts'
import type { Severity } from '../rulebook/schema.ts'
import type { Evidence } from '../source/place.ts'

/** One or more findings that are told as one: alike but for the period that each is about. */
export interface Entry {
  /** `台账未见2026年4、5、7月支部委员会会议记录`. */
  readonly message: string
  readonly severity: Severity
  /** Each place once. */
  readonly evidence: readonly Evidence[]
  readonly findings: readonly Finding[]
}

/** Stands for the subject in the shape of a message. */
const SUBJECT = '\u0001'

/**
 * Tells findings of one rule over several periods together (「4、5、7月」), and those that name their subjects and say
 * the same of each (「没有写明主持人、地点」), in the order of the first of each.
 */
export function drawnTogether(findings: readonly Finding[]): Entry[] {
  const alike = new Map<string, { shape: string; findings: Finding[]; periods: Period[] }>()
  for (const finding of findings) {
    const periodic = periodicSentence(finding.message, finding.subject)
    const { rule, nature, severity, remedy, dueDate } = finding
    const shape = periodic?.shape ?? withoutSubject(finding)
    const identity = shape === undefined ? [finding.id] : [periodic?.period.unit, shape]
    const key = JSON.stringify([rule, nature, severity, remedy, dueDate, ...identity])
    const group = alike.get(key) ?? { shape: shape ?? finding.message, findings: [], periods: [] }
    alike.set(key, group)
    group.findings.push(finding)
    if (periodic !== undefined) group.periods.push(periodic.period)
  }
  return [...alike.values()].flatMap(({ shape, findings: members, periods }) => {
    const [first] = members
    if (first === undefined) return []
    return {
      message:
        periods.length > 0
          ? acrossPeriods(shape, periods)
          : shape.replace(SUBJECT, () => members.map(({ subject }) => subject).join('、')),
      severity: first.severity,
      evidence: distinct(members.flatMap(({ evidence }) => evidence)),
      findings: members,
    }
  })
}

/** `undefined` where the message does not name its subject just once, as a word of its own: not in a title or quotation. */
function withoutSubject({ subject, message }: Finding): string | undefined {
  const [before, after, ...others] = message.split(subject)
  if (before === undefined || after === undefined || others.length > 0) return undefined
  return /[《“「（]$/u.test(before) ? undefined : `${before}${SUBJECT}${after}`
}

function distinct(evidence: readonly Evidence[]): Evidence[] {
  return [...new Map(evidence.map((one) => [JSON.stringify(one), one])).values()]
}
