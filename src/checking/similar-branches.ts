import { type ExpectedBranch, expectedAmong, identityOf } from '../ledger/expected-branch.ts'
import type { Branch } from '../ledger/schema.ts'
import { similarNames } from '../ledger/similar-names.ts'
import { evidence } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'

/** Asks of branches with much the same name whether they are one. Nothing is put together on a likeness. */
export function similarBranches(branches: readonly Branch[], roster: readonly ExpectedBranch[]): Problem[] {
  const isExpected = expectedAmong(roster)
  return similarNames(branches.map(({ name }) => name.value)).flatMap(([a, b]) => {
    const [one, other] = [branches[a], branches[b]]
    if (one === undefined || other === undefined || areToldApart(one, other)) return []
    if (roster.length > 0 && [one, other].every((branch) => isExpected(identityOf(branch)))) return []
    return asked(one, other)
  })
}

/** By 编号 or 上级, where both have it. */
function areToldApart(one: Branch, other: Branch): boolean {
  return differ(one.code?.value, other.code?.value) || differ(one.superior?.value, other.superior?.value)
}

function differ(one: string | undefined, other: string | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}

function asked(one: Branch, other: Branch): Problem {
  const [first, second] = [one.name.value, other.name.value]
  return {
    code: 'similar-branch',
    severity: 'info',
    message: `「${first}」和「${second}」名称相近，现在分作两个支部检查；如是同一个支部，请统一写法，或在“支部”下写明“曾用名”；不是的，请写明编号`,
    evidence: [evidence(one.name), evidence(other.name)],
  }
}
