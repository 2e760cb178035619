import rulesFiles from 'taizhang:rules'
import {
  attachScripts,
  builtinIntakeSettings,
  type FileReading,
  type IntakeAdditions,
  joinLedgers,
  readFile,
  type ScriptText,
} from '../../src/intake/index.ts'
import type { Ledger, LedgerRecord } from '../../src/ledger/schema.ts'
import type { Problem } from '../../src/source/problem.ts'

export interface Intake {
  readonly parts: readonly FileReading[]
  readonly ledgers: readonly Ledger[]
  readonly problems: readonly Problem[]
}

export interface IntakeOptions extends IntakeAdditions {
  readonly scripts?: Readonly<Record<string, ScriptText>>
}

const encoder = new TextEncoder()

/** Reads files, or one file `ledger.yaml`, into ledgers as `conclude` does. */
export function takeIn(files: string | Readonly<Record<string, string>>, options: IntakeOptions = {}): Intake {
  const named = typeof files === 'string' ? { 'ledger.yaml': files } : files
  const settings = builtinIntakeSettings(rulesFiles, options)
  const parts = Object.entries(named).map(([path, text]) => readFile({ path, bytes: encoder.encode(text) }, settings))
  const { readings, problems } = attachScripts(parts, new Map(Object.entries(options.scripts ?? {})))
  const joined = joinLedgers(readings)
  return {
    parts,
    ledgers: joined.ledgers,
    problems: [...parts.flatMap((part) => part.problems), ...problems, ...joined.problems],
  }
}

/** The only ledger that a text makes. */
export function ledgerOf(text: string): Ledger {
  const [ledger, ...others] = takeIn(text).ledgers
  if (ledger === undefined || others.length > 0) throw new Error(`${others.length} ledgers more than one`)
  return ledger
}

/** The record that the lines of one entry of 组织生活 make, and the problems with it. */
export function recordOf(lines: string): { record: LedgerRecord; problems: readonly Problem[] } {
  const entry = lines.trim().split('\n').join('\n    ')
  const { ledgers, problems } = takeIn(`支部: 甲支部\n组织生活:\n  - ${entry}\n`)
  const record = ledgers[0]?.records[0]
  if (record === undefined) throw new Error(`no record: ${problems.map(({ message }) => message).join('；')}`)
  return { record, problems }
}

/** A value of the model without places: located values as their values, absent ones left out. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain)
  if (typeof value !== 'object' || value === null) return value
  const entries = Object.entries(value).filter(([, one]) => one !== undefined)
  const rest = entries.filter(([key]) => key !== 'at' && key !== 'raw' && key !== 'namedAt')
  if (rest.length === 1 && rest[0]?.[0] === 'value') return plain(rest[0][1])
  return Object.fromEntries(rest.map(([key, one]) => [key, plain(one)]))
}

/** Code, severity and place of each problem, the way a test reads them: `warning bad-date 5:7`. */
export function told(problems: readonly Problem[]): string[] {
  return problems.map(({ severity, code, evidence: [at] }) => `${severity} ${code} ${at?.line}:${at?.column}`)
}
