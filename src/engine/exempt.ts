import type { PlainDate } from '../calendar/plain-date.ts'
import { type Exemption, isAbout, isInForce } from '../rulebook/exemption.ts'
import { evidenceAt } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import type { Finding, FindingRef } from './finding.ts'

/** A finding that is excused, with the exemption that excuses it. */
export interface Excused {
  readonly finding: Finding
  readonly exemption: Exemption
}

/** The findings of a branch that stand, and those that an exemption in force takes away. */
export function excuse(
  findings: readonly Finding[],
  exemptions: readonly Exemption[],
  branchNames: readonly string[],
  asOf: PlainDate,
): { standing: Finding[]; excused: Excused[] } {
  const standing: Finding[] = []
  const excused: Excused[] = []
  for (const finding of findings) {
    const exemption = exemptions.find((one) => isInForce(one, asOf) && isAbout(one, finding, branchNames))
    if (exemption === undefined) standing.push(finding)
    else excused.push({ finding, exemption })
  }
  return { standing, excused }
}

/** What a branch came to, as far as exemptions are concerned. */
export interface ExemptionUse {
  readonly branchNames: readonly string[]
  /** All that was found, excused or not. */
  readonly found: readonly FindingRef[]
}

/**
 * Tells of exemptions that have run out although what they excused is still there, and, where all branches were looked
 * at, of those that excuse nothing.
 */
export function exemptionNotices(
  exemptions: readonly Exemption[],
  branches: readonly ExemptionUse[],
  asOf: PlainDate,
  sawAll: boolean,
): Problem[] {
  const isUsed = (exemption: Exemption) =>
    branches.some(({ branchNames, found }) => found.some((one) => isAbout(exemption, one, branchNames)))
  return exemptions.flatMap((exemption) => {
    const about = `${[exemption.branch].flat().join('、')}的“${[exemption.rule].flat().join('、')}”`
    const isToldWhereUnused = sawAll && exemption.isWithdrawn !== true
    if (!isUsed(exemption)) return isToldWhereUnused ? unused(`对${about}的豁免`, exemption) : []
    const idle = isToldWhereUnused ? listedIn(exemption).filter(([, alone]) => !isUsed(alone)) : []
    const partly = idle.length === 0 ? [] : unused(`豁免里的“${idle.map(([name]) => name).join('、')}”`, exemption)
    if (isInForce(exemption, asOf)) return partly
    const message = `对${about}的豁免已于${exemption.until}到期，问题重新列出`
    return [...partly, notice('expired-exemption', 'warning', message, exemption)]
  })
}

/** Each name that stands in a list of the exemption, and the exemption with that name alone in its place. */
function listedIn(exemption: Exemption): [string, Exemption][] {
  return (['rule', 'branch', 'subject'] as const).flatMap((field) => {
    const names = exemption[field]
    return Array.isArray(names) ? names.map((name): [string, Exemption] => [name, { ...exemption, [field]: name }]) : []
  })
}

function unused(what: string, exemption: Exemption): Problem[] {
  return [notice('unused-exemption', 'info', `${what}没有对应的问题，如已整改或写错，请删去或改正`, exemption)]
}

function notice(code: string, severity: Problem['severity'], message: string, { at, reason }: Exemption): Problem {
  return { code, severity, message, evidence: [evidenceAt(at, reason)] }
}
