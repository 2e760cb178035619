import { notEvaluated } from '../checks/contract.ts'
import { concludeRule, isConcluding, type RuleFacts, type RuleOutcomes } from '../engine/judge.ts'
import type { BoundRule } from '../engine/rules-with-checks.ts'
import { missingLedgers } from '../ledger/expected-branch.ts'
import type { Branch, Ledger } from '../ledger/schema.ts'
import type { Setup } from '../setup.ts'
import { byText } from '../text/order.ts'
import { type JudgedBranch, judgeBranch } from './judged-branch.ts'
import { judgingContext } from './judging-context.ts'

/** A branch with everything that its rules came to. */
export interface ConcludedBranch extends Omit<JudgedBranch, 'facts'> {
  readonly rules: readonly BoundRule[]
}

/** What its own ledger and all ledgers came to, put together when it is asked for: it may have been put away. */
function concludedBranch(
  judged: JudgedBranch,
  rules: readonly BoundRule[],
  concluded: readonly RuleOutcomes[],
): ConcludedBranch {
  const { branch, fullMembers, records, handedIn } = judged
  return {
    branch,
    fullMembers,
    records,
    handedIn,
    rules,
    get results() {
      return [...judged.results, ...concluded]
    },
  }
}

/** Judges all branches together by the rules that need that, the expected ones that handed in nothing among them. */
export function concludeBranches(judged: readonly JudgedBranch[], setup: Setup): ConcludedBranch[] {
  const missing = missingLedgers(
    setup.roster,
    judged.map(({ branch }) => branch),
  )
  const withRules = judged.map((one) => ({ judged: one, branch: one.branch, rules: setup.rulesFor(one) }))
  const withoutLedger = missing.map((ledger) => ({ ledger, branch: ledger.branch, rules: rulesOf(ledger, setup) }))
  const facts = judged.flatMap((one) => one.facts)
  const concluded = concludeAll([...withRules, ...withoutLedger], facts, setup)
  const resultsOf = ({ id }: Branch) => concluded.get(id) ?? []
  return [
    ...withRules.map(({ judged: one, branch, rules }) => concludedBranch(one, rules, resultsOf(branch))),
    ...withoutLedger.map(({ ledger, branch, rules }) => ({
      ...judgeBranch(ledger, setup),
      rules,
      results: untold(rules, resultsOf(branch)),
    })),
  ].sort(byText(({ branch }) => branch.id))
}

function rulesOf({ branch }: Ledger, setup: Setup): readonly BoundRule[] {
  return setup.rulesFor({ branch, fullMembers: undefined })
}

/** Of a branch that handed in nothing only that can be told, and nothing else judged. */
function untold(rules: readonly BoundRule[], concluded: readonly RuleOutcomes[]): RuleOutcomes[] {
  const told = new Set(concluded.map(({ rule }) => rule))
  const others = rules.filter(({ rule }) => !told.has(rule.id))
  return [...concluded, ...others.map(({ rule }) => ({ rule: rule.id, outcomes: [notEvaluated('没有交台账')] }))]
}

/**
 * Runs the second step of each concluding rule over the facts of all branches. Where an override gives some branches
 * other parameters, it is run for each set of them, and answers for the branches that have that set.
 */
function concludeAll(
  branches: readonly { readonly branch: Branch; readonly rules: readonly BoundRule[] }[],
  facts: readonly RuleFacts[],
  setup: Setup,
): Map<string, RuleOutcomes[]> {
  const byBranch = new Map<string, RuleOutcomes[]>()
  const done = new Map<string, ReadonlyMap<string, RuleOutcomes>>()
  const factsByRule = byRule(facts)
  for (const { branch, rules } of branches) {
    const results: RuleOutcomes[] = []
    for (const { rule, check, params } of rules) {
      if (!isConcluding(check)) continue
      const key = JSON.stringify([rule.id, params, rule.effective])
      const conclusion = done.get(key) ?? recalled(key, { rule, check, params }, factsByRule.get(rule.id) ?? [], setup)
      done.set(key, conclusion)
      const result = conclusion.get(branch.id)
      if (result !== undefined) results.push(result)
    }
    byBranch.set(branch.id, results)
  }
  return byBranch
}

function recalled(
  key: string,
  rule: Parameters<typeof concludeRule>[0],
  facts: readonly RuleFacts[],
  setup: Setup,
): ReadonlyMap<string, RuleOutcomes> {
  const digests = facts.map(({ digest }) => digest)
  const memo = digests.includes(undefined) ? undefined : setup.conclusions
  const question = memo && [key, ...digests, ...(setup.unreadFiles ?? [])].join('\n')
  const known = question === undefined ? undefined : memo?.recall(question)
  if (known !== undefined) return new Map(known)
  const context = judgingContext(setup)
  const conclusion = concludeRule(rule, facts, context)
  if (question !== undefined) memo?.keep(question, [...conclusion], context.asOf.holdsUntil)
  return conclusion
}

function byRule(facts: readonly RuleFacts[]): Map<string, RuleFacts[]> {
  const groups = new Map<string, RuleFacts[]>()
  for (const fact of facts) {
    const group = groups.get(fact.rule)
    if (group === undefined) groups.set(fact.rule, [fact])
    else group.push(fact)
  }
  return groups
}
