import type { Place } from '../source/place.ts'
import type { Branch, Ledger } from './schema.ts'
import type { Scene } from './vocabulary.ts'

/** A branch that ought to hand in a ledger, as the roster of branches (`branches.yaml`) names it. */
export interface ExpectedBranch {
  readonly name: string
  readonly code?: string | undefined
  readonly scene?: Scene | undefined
  readonly superior?: string | undefined
  readonly at: Place
}

/** What tells one branch from another. */
export interface BranchIdentity {
  readonly code?: string | undefined
  readonly superior?: string | undefined
  /** The name in use and former ones. */
  readonly names: readonly string[]
}

export function identityOf({ code, superior, name, formerNames }: Branch): BranchIdentity {
  return { code: code?.value, superior: superior?.value, names: [name, ...formerNames].map(({ value }) => value) }
}

/** Whether the ledger is the expected branch's: by 编号 where both have one, else by name, and by 上级 where both name it. */
export function isSameBranch(expected: ExpectedBranch, ledger: BranchIdentity): boolean {
  if (expected.code !== undefined && ledger.code !== undefined) return expected.code === ledger.code
  if (!ledger.names.some((name) => plainName(name) === plainName(expected.name))) return false
  if (expected.superior === undefined || ledger.superior === undefined) return true
  return plainName(expected.superior) === plainName(ledger.superior)
}

/** 编号, else the name, with 上级 before it where the roster has the name twice. */
export function expectedId(expected: ExpectedBranch, roster: readonly ExpectedBranch[]): string {
  if (expected.code !== undefined) return expected.code
  const isShared = roster.filter(({ name }) => name === expected.name).length > 1
  return isShared && expected.superior !== undefined ? `${expected.superior} ${expected.name}` : expected.name
}

/** The expected branches that handed in nothing, each with an empty ledger. */
export function missingLedgers(roster: readonly ExpectedBranch[], branches: readonly Branch[]): Ledger[] {
  const handedIn = branches.map(identityOf)
  return roster
    .filter((expected) => !handedIn.some((identity) => isSameBranch(expected, identity)))
    .map((expected) => ({
      branch: asBranch(expected, roster),
      records: [],
      registers: [],
      origins: [],
      files: [],
    }))
}

/** A branch of which nothing is known but what the roster says. */
function asBranch(expected: ExpectedBranch, roster: readonly ExpectedBranch[]): Branch {
  const { name, code, superior, scene, at } = expected
  return {
    id: expectedId(expected, roster),
    name: { value: name, at },
    formerNames: [],
    ...(code !== undefined && { code: { value: code, at } }),
    ...(superior !== undefined && { superior: { value: superior, at } }),
    ...(scene !== undefined && { scene: { value: scene, at } }),
    secretaries: [],
    deputies: [],
    mergedFrom: [],
    at,
  }
}

/** 中共××支部委员会, ××党支部 and ××支部 are one name. */
export function plainName(name: string): string {
  return name
    .replace(/[\s（）()·]/gu, '')
    .replace(/^(?:中国共产党|中共)/u, '')
    .replace(/党?支部(?:委员会)?/gu, '支部')
}
