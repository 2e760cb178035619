import type { Severity } from '../rulebook/schema.ts'
import { withCleanText } from './clean-text.ts'
import type { Format } from './format.ts'
import { issuesOf } from './issues.ts'

const SEVERITIES: Readonly<Record<Severity, string>> = { error: 'major', warning: 'minor', info: 'info' }

/** GitLab Code Quality: an array, each fingerprint once, no byte order mark. An issue without a place cannot be shown there. */
export const gitlab: Format = (report, page) => {
  const issues = issuesOf(withCleanText(report), page).flatMap(
    ({ rule, severity, message, evidence: [first], fingerprint }) =>
      first === undefined
        ? []
        : {
            description: message,
            check_name: rule,
            fingerprint,
            severity: SEVERITIES[severity],
            location: { path: first.file, lines: { begin: first.line } },
          },
  )
  return `${JSON.stringify(issues, undefined, 2)}\n`
}
