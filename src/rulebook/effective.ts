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

/** Why a rule or override is not for a branch, or why the ledger does not tell whether it is. */
export interface NotMeant {
  readonly outcome: 'not-applicable' | 'not-evaluated'
  readonly reason: string
}

/** `undefined` where the rule or override is for this branch. */
export function notFor(when: When | undefined, attributes: BranchAttributes): NotMeant | undefined {
  if (when === undefined) return undefined
  const other = forOthers(when, attributes)
  if (other !== undefined) return { outcome: 'not-applicable', reason: other }
  const unknown = untold(when, attributes)
  return unknown === undefined ? undefined : { outcome: 'not-evaluated', reason: unknown }
}

function forOthers(when: When, { branch, fullMembers }: BranchAttributes): string | undefined {
  const { scene, form, level, superior, branch: named, members } = when
  if (!hasUntoldScene(branch) && !allows(scene, branch.scene?.value)) return `只适用于领域为${listed(scene)}的支部`
  if (!allows(form, branch.form?.value ?? '普通')) return `只适用于${listed(form)}党支部`
  if (!allows(level, levelOf(branch))) return level === '党委' ? '只适用于党委、党总支一级' : '只适用于党支部'
  if (!allows(superior, branch.superior?.value)) return `只适用于${listed(superior)}所属支部`
  if (named !== undefined && ![branch.id, branch.name.value].some((name) => allows(named, name))) {
    return `只适用于${listed(named)}`
  }
  return fullMembers === undefined ? undefined : notForSize(members, fullMembers)
}

function untold({ scene, members }: When, { branch, fullMembers }: BranchAttributes): string | undefined {
  if (scene !== undefined && hasUntoldScene(branch)) return '台账没有写明支部的领域，不知道适不适用'
  if (members !== undefined && fullMembers === undefined) return '台账没有党员名册，不知道正式党员人数'
  return undefined
}

/** A committee above the branches is of no scene. */
function hasUntoldScene(branch: Branch): boolean {
  return branch.scene === undefined && levelOf(branch) === '支部'
}

/** How the names of committees above the branches end; a 支部委员会 is the branch, a 村民委员会 no party body. */
const ABOVE_BRANCHES = /(?:党委|工委|党组|总支|总支部|总支部委员会|(?<!支部|村民|居民)委员会)$/u

function levelOf({ name }: Branch): (typeof LEVELS)[number] {
  return ABOVE_BRANCHES.test(name.value) ? '党委' : '支部'
}

function notForSize(span: When['members'], fullMembers: number): string | undefined {
  if (span?.atLeast !== undefined && fullMembers < span.atLeast) return `正式党员不足${span.atLeast}人`
  if (span?.atMost !== undefined && fullMembers > span.atMost) return `正式党员超过${span.atMost}人`
  return undefined
}

function allows<T extends string>(wanted: T | readonly T[] | undefined, actual: string | undefined): boolean {
  if (wanted === undefined) return true
  return [wanted].flat().some((one) => one === actual)
}

function listed(wanted: string | readonly string[] | undefined): string {
  return [wanted ?? []].flat().join('、')
}
