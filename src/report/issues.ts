import { sha256 } from '@noble/hashes/sha2.js'
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js'
import { severityRank } from '../engine/severity.ts'
import type { Severity } from '../rulebook/schema.ts'
import type { Evidence } from '../source/place.ts'
import type { Page } from './format.ts'
import type { Report } from './schema.ts'

/** A finding or an intake problem as machines take it: one thing at one place. */
export interface Issue {
  /** A rule's id, or `intake/` and the code of a problem. */
  readonly rule: string
  readonly severity: Severity
  /** With the branch before it, for a list of issues stands without a branch's page around it. */
  readonly message: string
  /** Each file as the repository calls it. */
  readonly evidence: readonly Evidence[]
  /** Made of what it is about, never of a line: stays the same when the file is re-ordered. Unique in its report. */
  readonly fingerprint: string
  /** Absent for intake problems. */
  readonly finding?: {
    readonly branch: string
    readonly subject: string
    readonly remedy: string
    readonly dueDate: string
  }
}

export const INTAKE_PREFIX = 'intake/'

/** Everything in a report that can fail a run, worst first, then in the order of the report. */
export function issuesOf(report: Report, page: Page): Issue[] {
  const findings = report.branches.flatMap(({ id: branch, name, findings: ofBranch }) =>
    ofBranch.map(({ id, rule, severity, message, evidence, subject, remedy, dueDate }): Issue => {
      return {
        rule,
        severity,
        message: `${name}：${message}`,
        evidence: placedIn(evidence, page),
        fingerprint: id,
        finding: { branch, subject, remedy, dueDate },
      }
    }),
  )
  return [...findings, ...intakeIssues(report, page)].sort(
    (a, b) => severityRank(a.severity) - severityRank(b.severity),
  )
}

/** 第60行: what a message says of other lines, and of its own. */
const LINE_NUMBER = /第\d+行/gu

function intakeIssues({ intake }: Report, page: Page): Issue[] {
  const met = new Map<string, number>()
  return intake.map(({ code, severity, message, evidence: asGiven }) => {
    const evidence = placedIn(asGiven, page)
    const identity = [code, evidence[0]?.file ?? '', message.replaceAll(LINE_NUMBER, '')].join('\n')
    const before = met.get(identity) ?? 0
    met.set(identity, before + 1)
    const fingerprint = hash(before === 0 ? identity : `${identity}\n${before}`)
    return { rule: INTAKE_PREFIX + code, severity, message, evidence, fingerprint }
  })
}

const FINGERPRINT_LENGTH = 16

function hash(text: string): string {
  return bytesToHex(sha256(utf8ToBytes(text))).slice(0, FINGERPRINT_LENGTH)
}

function placedIn(evidence: readonly Evidence[], page: Page): Evidence[] {
  return evidence.map((one) => ({ ...one, file: repositoryPath(one.file, page) }))
}

/** A path as consumers compare it with those of the repository: from its top, no `./` before it. */
export function repositoryPath(file: string, { inRepository }: Page): string {
  return inRepository?.(file) ?? file.replace(/^(?:\.\/)+/, '')
}
