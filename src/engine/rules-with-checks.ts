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
    problems.push(...unknownCases(rule, check))
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

/** A basis that is for no case of the check would never be shown. */
function unknownCases({ id, basis, provenance, at }: EffectiveRule, { cases = [] }: Check): Problem[] {
  const named = basis.flatMap((one) => [one.for ?? []].flat())
  return named
    .filter((name) => !cases.includes(name))
    .map((name) => ({
      code: 'unknown-case',
      severity: 'error',
      message: `规则 ${id} 的依据写明用于“${name}”，${cases.length === 0 ? '但它的检查方法不分情形，请删去 for' : `可写的有：${cases.join('、')}`}`,
      evidence: [evidenceAt(provenance.basis ?? at, name)],
    }))
}

function mistakesInParams(rule: EffectiveRule, error: Parameters<typeof mistakesIn>[1]): Problem[] {
  const node = rule.withNode ?? { type: 'map' as const, entries: [], at: rule.at }
  return mistakesIn(node, error, 'bad-parameter').map((problem) => ({
    ...problem,
    message: `规则 ${rule.id} 的参数 with 有误：${problem.message}`,
  }))
}
