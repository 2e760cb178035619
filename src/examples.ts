import { parseRange } from './calendar/period.ts'
import { day, yearOf } from './calendar/plain-date.ts'
import { conclude, examine } from './check.ts'
import type { Finding, VerdictOutcome } from './engine/finding.ts'
import type { Report } from './report/schema.ts'
import type { EffectiveRule } from './rulebook/effective.ts'
import type { Guard } from './rulebook/schema.ts'
import type { Setup } from './setup.ts'
import type { Place } from './source/place.ts'

/** A rule carries one small ledger that meets its demand, one that does not, and some that only look as if they did not. */
export const EXAMPLE_KINDS = ['pass', 'fail', 'guard'] as const
export type ExampleKind = (typeof EXAMPLE_KINDS)[number]

/** What running one example of a rule came to. */
export interface ExampleRun {
  readonly rule: string
  readonly kind: ExampleKind
  /** What is no fault, where that is what the example shows. */
  readonly guard?: string
  /** Where the rulebook gives it. */
  readonly at: Place
  /** `undefined` where the example holds no ledger at all. */
  readonly outcome: VerdictOutcome | undefined
  readonly findings: readonly Finding[]
  /** Why it does not show what it is to show; absent where it does. */
  readonly fault?: string
}

/** Runs the examples of rules in force through the whole way that a file takes; a rule without examples has none. */
export function runExamples(setup: Setup, rules: readonly EffectiveRule[] = setup.ruleSet.rules): ExampleRun[] {
  return rules.flatMap((rule) => examplesOf(rule).map((example) => runExample(rule, example, setup)))
}

/** A ledger as YAML text, and how it is to be judged. */
interface Example extends Pick<Guard, 'asOf' | 'period' | 'roster'> {
  readonly kind: ExampleKind
  readonly guard?: string
  readonly at: Place
  readonly ledger: string
}

function examplesOf({ examples, guards = [], provenance, at }: EffectiveRule): Example[] {
  const { pass, fail, ...judgedOn } = examples ?? {}
  return [
    ...(pass === undefined
      ? []
      : [{ ...judgedOn, kind: 'pass' as const, at: provenance.examples ?? at, ledger: pass }]),
    ...(fail === undefined
      ? []
      : [{ ...judgedOn, kind: 'fail' as const, at: provenance.examples ?? at, ledger: fail }]),
    ...guards.flatMap((guard) => {
      if (typeof guard === 'string') return []
      const { text, example, ...own } = guard
      return [
        { ...judgedOn, ...own, kind: 'guard' as const, guard: text, at: provenance.guards ?? at, ledger: example },
      ]
    }),
  ]
}

/** The last day of the year in which the example's ledger is read by itself: enough for most rules. */
const DEFAULT_DAY = '2026-12-31'

function runExample(rule: EffectiveRule, example: Example, setup: Setup): ExampleRun {
  const { kind, guard, at, roster = [], ledger } = example
  const asOf = example.asOf ?? day(DEFAULT_DAY)
  const period = (example.period && parseRange(example.period)) || { from: day(`${yearOf(asOf)}-01-01`), to: asOf }
  const alone: Setup = {
    ...setup,
    asOf,
    period,
    isToDate: example.period === undefined,
    branches: [],
    exemptions: [],
    baseline: undefined,
    roster: roster.map((name) => ({ name, at: rule.at })),
    rulesFor: (attributes) => setup.rulesFor(attributes).filter((bound) => bound.rule.id === rule.id),
  }
  const bytes = new TextEncoder().encode(ledger)
  const report = conclude([examine({ path: `${rule.id}.${kind}.yaml`, bytes }, alone)], alone)
  const outcome = outcomeIn(report)
  const fault = faultOf(kind, outcome, report)
  return {
    rule: rule.id,
    kind,
    ...(guard !== undefined && { guard }),
    at,
    outcome,
    findings: report.branches.flatMap(({ findings }) => findings),
    ...(fault !== undefined && { fault }),
  }
}

/** Over the branches of an example the gravest counts: where one fails, the example fails. */
function outcomeIn({ branches }: Report): VerdictOutcome | undefined {
  const outcomes = branches.flatMap(({ verdicts }) => verdicts.map(({ outcome }) => outcome))
  return outcomes.find((outcome) => outcome === 'fail') ?? outcomes.find((outcome) => outcome === 'pass') ?? outcomes[0]
}

function faultOf(kind: ExampleKind, outcome: VerdictOutcome | undefined, report: Report): string | undefined {
  const [crash] = report.crashes
  if (crash !== undefined) return `检查程序出错：${crash.message}`
  if (outcome === undefined) return '示例里没有台账'
  if (kind === 'guard') return outcome === 'fail' ? WANTED.guard : undefined
  const lost = report.intake.find(({ severity }) => severity !== 'info')
  if (lost !== undefined) return `示例台账没有读全：${lost.message}`
  if (outcome === kind) return undefined
  const reasons = report.branches.flatMap(({ verdicts }) => verdicts.flatMap(({ reason }) => reason ?? []))
  return [WANTED[kind], ...reasons].join('：')
}

const WANTED: Readonly<Record<ExampleKind, string>> = {
  pass: '应当符合规定的示例没有判为符合',
  fail: '应当有问题的示例没有判出问题',
  guard: '不算问题的示例判出了问题',
}
