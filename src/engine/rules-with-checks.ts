import type { Check } from '../checks/contract.ts'
import type { EffectiveRule } from '../rulebook/effective.ts'
import { mistakesIn } from '../rulebook/mistakes.ts'
import { evidenceAt } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'

/** A rule, the check that decides it and the rule's parameters as the check wants them. */
export interface BoundRule {
  readonly rule: EffectiveRule
  readonly check: Check
  readonly params: unknown
}

/** Holds each rule's `with:` against the schema of its check; a mistake is told at the rulebook's line. */
export function bindRules(
  rules: readonly EffectiveRule[],
  checks: ReadonlyMap<string, Check>,
): { bound: BoundRule[]; problems: Problem[] } {
  const bound: BoundRule[] = []
  const problems: Problem[] = []
  for (const rule of rules) {
    const check = checks.get(rule.check)
    if (check === undefined) {
      problems.push(unknownCheck(rule, checks))
      continue
    }
    const params = check.params.safeParse(rule.with ?? {})
    if (params.success) bound.push({ rule, check, params: params.data })
    else problems.push(...mistakesInParams(rule, params.error))
  }
  return { bound, problems }
}

function unknownCheck(rule: EffectiveRule, checks: ReadonlyMap<string, Check>): Problem {
  const message = `规则 ${rule.id} 要用的检查方法“${rule.check}”不存在，可用的有：${[...checks.keys()].sort().join('、')}`
  return {
    code: 'unknown-check',
    severity: 'error',
    message,
    evidence: [evidenceAt(rule.provenance.check ?? rule.at, rule.check)],
  }
}

function mistakesInParams(rule: EffectiveRule, error: Parameters<typeof mistakesIn>[1]): Problem[] {
  const node = rule.withNode ?? { type: 'map' as const, entries: [], at: rule.at }
  return mistakesIn(node, error, 'bad-parameter').map((problem) => ({
    ...problem,
    message: `规则 ${rule.id} 的参数 with 有误：${problem.message}`,
  }))
}
