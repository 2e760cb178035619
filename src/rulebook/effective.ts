import type { Branch } from '../ledger/schema.ts'
import type { SourceNode } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import type { Basis, LEVELS, Rule, RuleBasis, When } from './schema.ts'

/** A rule as it is in force, with where each of its values comes from. */
export interface EffectiveRule extends Rule {
  readonly id: string
  /** Where the rule was first laid down. */
  readonly at: Place
  /** Where a value stands, by its path: `severity`, `with.atLeast`. */
  readonly provenance: Readonly<Record<string, Place>>
  /** The `with:` block that a mistake in a parameter is shown at. */
  readonly withNode: SourceNode | undefined
}

/** What a rule rests on in one of its check's cases; without a case, all that it rests on. */
export function basisIn(basis: readonly RuleBasis[], name?: string): Basis[] {
  return basis
    .filter(({ for: cases }) => name === undefined || cases === undefined || [cases].flat().includes(name))
    .map(({ for: _, ...rest }) => rest)
}

/** What `when` may ask of a branch. */
export interface BranchAttributes {
  readonly branch: Branch
  /** 正式党员; `undefined` without a roster. */
  readonly fullMembers: number | undefined
}

/** Why a rule or override is not for this branch, or `undefined` where it is. */
export function notFor(when: When | undefined, { branch, fullMembers }: BranchAttributes): string | undefined {
  if (when === undefined) return undefined
  if (!allows(when.scene, branch.scene?.value)) return `只适用于领域为${listed(when.scene)}的支部`
  if (!allows(when.form, branch.form?.value ?? '普通')) return `只适用于${listed(when.form)}党支部`
  if (!allows(when.level, levelOf(branch))) return when.level === '党委' ? '只适用于党委、党总支一级' : '只适用于党支部'
  if (!allows(when.superior, branch.superior?.value)) return `只适用于${listed(when.superior)}所属支部`
  if (when.branch !== undefined && ![branch.id, branch.name.value].some((name) => allows(when.branch, name))) {
    return `只适用于${listed(when.branch)}`
  }
  return notForSize(when.members, fullMembers)
}

/** How the names of committees above a branch end; the committee of a branch is the branch. */
const ABOVE_BRANCHES = /(?:党委|党工委|党组|党总支|(?<!支部)委员会)$/u

function levelOf({ name }: Branch): (typeof LEVELS)[number] {
  return ABOVE_BRANCHES.test(name.value) ? '党委' : '支部'
}

function notForSize(span: When['members'], fullMembers: number | undefined): string | undefined {
  if (span === undefined) return undefined
  if (fullMembers === undefined) return '台账没有党员名册，不知道正式党员人数'
  if (span.atLeast !== undefined && fullMembers < span.atLeast) return `正式党员不足${span.atLeast}人`
  if (span.atMost !== undefined && fullMembers > span.atMost) return `正式党员超过${span.atMost}人`
  return undefined
}

function allows<T extends string>(wanted: T | readonly T[] | undefined, actual: string | undefined): boolean {
  if (wanted === undefined) return true
  return [wanted].flat().some((one) => one === actual)
}

function listed(wanted: string | readonly string[] | undefined): string {
  return [wanted ?? []].flat().join('、')
}
