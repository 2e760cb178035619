import { severityRank } from '../engine/severity.ts'
import type { Report } from '../report/schema.ts'
import { SEVERITIES, type Severity } from '../rulebook/schema.ts'
import { EXIT, type ExitCode } from './exit.ts'

export const FAIL_LEVELS = [...SEVERITIES, 'never'] as const
export type FailOn = (typeof FAIL_LEVELS)[number]

/** Depends on what was found and nothing else; a problem of reading counts as a finding does. */
export function exitOf({ branches, intake, crashes }: Report, failOn: FailOn): ExitCode {
  if (crashes.length > 0) return EXIT.undone
  if (failOn === 'never') return EXIT.clean
  const isGraveEnough = ({ severity }: { readonly severity: Severity }) =>
    severityRank(severity) <= severityRank(failOn)
  const isFound = branches.some(({ findings }) => findings.some(isGraveEnough)) || intake.some(isGraveEnough)
  return isFound ? EXIT.findings : EXIT.clean
}
