import { parseRange } from '../../src/calendar/period.ts'
import { day } from '../../src/calendar/plain-date.ts'
import { conclude, examine } from '../../src/check.ts'
import type { Finding, VerdictOutcome } from '../../src/engine/finding.ts'
import { prepare } from '../../src/setup.ts'
import { parseYaml } from '../../src/source/yaml.ts'

export interface JudgeOptions {
  readonly asOf: string
  readonly period?: string
  /** The text of a `taizhang.yaml`. */
  readonly config?: string
  /** Scripts that ledgers name, by path. */
  readonly scripts?: Readonly<Record<string, string>>
  /** Texts of the corpus, by name. */
  readonly corpus?: Readonly<Record<string, string>>
  /** The branch to look at, by id or name; default: the only one, else the first by id. */
  readonly branch?: string
}

export interface Judged {
  readonly outcome: VerdictOutcome
  readonly reason?: string | undefined
  readonly findings: readonly Finding[]
}

/** Judges small ledgers by one rule through the whole way that a file takes: intake, rulebooks, engine. */
export function judge(rule: string, files: string | Readonly<Record<string, string>>, options: JudgeOptions): Judged {
  const branches = judgeBranches(rule, files, options)
  const id = options.branch ?? Object.keys(branches)[0]
  const judged = id === undefined ? undefined : branches[id]
  if (judged === undefined) throw new Error(`no verdict on ${rule} for ${id ?? 'any branch'}`)
  return judged
}

/** The same for each branch met, by id. */
export function judgeBranches(
  rule: string,
  files: string | Readonly<Record<string, string>>,
  { asOf, period, config, scripts, corpus }: JudgeOptions,
): Record<string, Judged> {
  const setup = prepare({
    asOf: day(asOf),
    period: period === undefined ? undefined : parseRange(period),
    config: config === undefined ? undefined : parseYaml(config, 'taizhang.yaml')[0],
    corpus: Object.entries(corpus ?? {}).map(([name, text]) => ({ name, text })),
  })
  const named = typeof files === 'string' ? { 'ledger.yaml': files } : files
  const encoder = new TextEncoder()
  const parts = Object.entries(named).map(([path, text]) => examine({ path, bytes: encoder.encode(text) }, setup))
  const texts = new Map(Object.entries(scripts ?? {}).map(([path, text]) => [path, { text }]))
  const report = conclude(parts, setup, texts)
  return Object.fromEntries(
    report.branches.map(({ id, verdicts, findings }) => {
      const verdict = verdicts.find((one) => one.rule === rule)
      if (verdict === undefined) throw new Error(`rule ${rule} is not in force`)
      return [id, { ...verdict, findings: findings.filter((finding) => finding.rule === rule) }]
    }),
  )
}
