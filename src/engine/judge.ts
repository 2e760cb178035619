import { ALWAYS, type DateRange, intersect } from '../calendar/range.ts'
import {
  type BranchOutcome,
  type Check,
  type CheckContext,
  type ConcludeContext,
  type ConcludingCheck,
  type JudgingCheck,
  type LedgerwiseCheck,
  notApplicable,
  type Outcome,
} from '../checks/contract.ts'
import type { Ledger } from '../ledger/schema.ts'
import { type BranchAttributes, type EffectiveRule, notFor } from '../rulebook/effective.ts'
import type { BoundRule } from './rules-with-checks.ts'
import { StowedDamage } from './stow.ts'

/** What judging a ledger by one rule came to. */
export interface RuleOutcomes {
  readonly rule: string
  readonly outcomes: readonly Outcome[]
  /** Why the check broke down, where it did; the outcomes then say `not-evaluated`. */
  readonly crash?: string
}

/** What a concluding check took from a ledger: serialisable, free of the day of judging. */
export interface RuleFacts {
  readonly rule: string
  readonly branch: string
  readonly facts: readonly unknown[]
  /** Stands for the facts where they are known from before: the same for the same facts only. */
  readonly digest?: string | undefined
}

/** Runs a rule's check and notes how long it took, for whoever has a clock. */
export type TimeRule = <T>(rule: string, run: () => T) => T

interface Timed {
  readonly timeRule?: TimeRule | undefined
}

/** All that can be said of a ledger by itself. */
export interface Judgement {
  readonly branch: string
  readonly results: readonly RuleOutcomes[]
  readonly facts: readonly RuleFacts[]
}

export function isConcluding(check: Check): check is ConcludingCheck | LedgerwiseCheck {
  return 'collect' in check
}

/** Judges one ledger by each rule; the rules that need other ledgers too give facts for `concludeRule`. */
export function judgeLedger(
  ledger: Ledger,
  rules: readonly BoundRule[],
  context: CheckContext & Timed,
  attributes: BranchAttributes,
): Judgement {
  const results: RuleOutcomes[] = []
  const facts: RuleFacts[] = []
  for (const { rule, check, params } of rules) {
    const notMeant = notFor(rule.when, attributes)
    const period = notMeant === undefined ? periodInForce(rule, context) : undefined
    if (period === undefined) {
      results.push({ rule: rule.id, outcomes: [notMeant ?? NOT_IN_FORCE] })
    } else if (isConcluding(check)) {
      const collected = guarded(rule.id, context, () => [...check.collect(ledger, params)])
      if ('crash' in collected) results.push(collected)
      else facts.push({ rule: rule.id, branch: ledger.branch.id, facts: collected.value })
    } else {
      results.push(judgeByRule(ledger, { rule, check, params }, check, within(period, context)))
    }
  }
  return { branch: ledger.branch.id, results, facts }
}

function judgeByRule(
  ledger: Ledger,
  { rule, params }: BoundRule,
  check: JudgingCheck,
  context: CheckContext & Timed,
): RuleOutcomes {
  const judged = guarded(rule.id, context, () => {
    const sieve = new Sieve()
    for (const outcome of check.judge(ledger, params, context)) sieve.add(outcome)
    return sieve.kept
  })
  return 'crash' in judged ? judged : { rule: rule.id, outcomes: judged.value }
}

/**
 * Keeps what was found, and of all that is in order or was not judged each reason once: which subjects that was of,
 * nobody asks, and a ledger has thousands of them.
 */
class Sieve {
  readonly kept: Outcome[] = []
  private readonly said = new Set<string>()

  add(outcome: Outcome): void {
    if (outcome.outcome !== 'fail' && outcome.outcome !== 'note') {
      const key = outcome.outcome === 'pass' ? 'pass' : `${outcome.outcome}\n${outcome.reason}`
      if (this.said.has(key)) return
      this.said.add(key)
    }
    this.kept.push(outcome)
  }
}

/**
 * Judges all ledgers together by one rule, and says what each branch came to: those that gave facts, and those that the
 * check speaks of although they gave none.
 */
export function concludeRule(
  { rule, check, params }: BoundRule & { readonly check: ConcludingCheck | LedgerwiseCheck },
  facts: readonly RuleFacts[],
  context: ConcludeContext & Timed,
): Map<string, RuleOutcomes> {
  const branches = facts.map(({ branch }) => branch)
  const concluded = guarded(rule.id, context, () => {
    const whenInForce = within(periodInForce(rule, context), context)
    const outcomes =
      'concludeLedgers' in check
        ? check.concludeLedgers(facts, params, whenInForce)
        : check.conclude(
            facts.flatMap((one) => one.facts),
            params,
            whenInForce,
          )
    return byBranch(branches, outcomes)
  })
  if ('crash' in concluded) return new Map(branches.map((branch) => [branch, concluded]))
  return new Map(Array.from(concluded.value, ([branch, outcomes]) => [branch, { rule: rule.id, outcomes }]))
}

/** The outcomes of each branch, of those with none too; taken as they come, for there are as many as records. */
function byBranch(branches: readonly string[], concluded: Iterable<BranchOutcome>): Map<string, Outcome[]> {
  const sieves = new Map(branches.map((branch) => [branch, new Sieve()]))
  for (const outcome of concluded) {
    const sieve = sieves.get(outcome.branch) ?? new Sieve()
    sieve.add(outcome)
    sieves.set(outcome.branch, sieve)
  }
  return new Map(Array.from(sieves, ([branch, { kept }]) => [branch, kept]))
}

const NOT_IN_FORCE = notApplicable('检查期内该规定尚未施行或已停止施行')

/** The days examined on which the rule was in force. */
function periodInForce({ effective }: EffectiveRule, { period }: CheckContext): DateRange | undefined {
  if (effective === undefined) return period
  const { from = ALWAYS.from, to = ALWAYS.to } = effective
  return intersect(period, { from, to })
}

/** A rule judges only the days on which it was in force. */
function within<C extends CheckContext>(period: DateRange | undefined, context: C): C {
  return period === undefined || period === context.period ? context : { ...context, period }
}

/** A check that throws takes nothing down with it: the rule was then not evaluated, and says why. */
function guarded<T>(
  rule: string,
  { timeRule }: Timed,
  run: () => T,
): { value: T } | (RuleOutcomes & { crash: string }) {
  try {
    return { value: timeRule === undefined ? run() : timeRule(rule, run) }
  } catch (error) {
    if (error instanceof StowedDamage) throw error
    const crash = error instanceof Error ? error.message : String(error)
    return { rule, outcomes: [{ outcome: 'not-evaluated', reason: `检查程序出错：${crash}` }], crash }
  }
}
