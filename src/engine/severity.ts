import { SEVERITIES, type Severity, type SeverityRule } from '../rulebook/schema.ts'

/**
 * The severity that a rule gives a finding of this measure; `undefined` where the measure reaches none of its levels.
 * A ledger that is only silent (`unreflected`) never makes an error.
 */
export function severityOf(
  rule: SeverityRule,
  measure: number | undefined,
  unreflected: boolean,
): Severity | undefined {
  const severity = typeof rule === 'string' ? rule : byMeasure(rule, measure)
  return unreflected && severity === 'error' ? 'warning' : severity
}

function byMeasure(levels: Exclude<SeverityRule, Severity>, measure: number | undefined): Severity | undefined {
  if (measure === undefined) return SEVERITIES.find((severity) => levels[severity] !== undefined)
  return SEVERITIES.find((severity) => {
    const from = levels[severity]
    return from !== undefined && measure >= from
  })
}

/** The gravest severity that a rule can give. */
export function gravest(rule: SeverityRule): Severity {
  if (typeof rule === 'string') return rule
  return SEVERITIES.find((severity) => rule[severity] !== undefined) ?? 'info'
}

/** Worst first. */
export function severityRank(severity: Severity): number {
  return SEVERITIES.indexOf(severity)
}
