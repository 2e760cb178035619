import type { Place } from '../source/place.ts'
import { onceEach } from '../text/once-each.ts'
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

/** Tells of an expected branch whether one of the ledgers is its own, holding it only against those with its 编号 or name. */
export function handedInAmong(ledgers: readonly BranchIdentity[]): (expected: ExpectedBranch) => boolean {
  const byMark = indexed(ledgers, marksOfLedger)
  return (expected) =>
    marksOfExpected(expected).some((mark) => byMark.get(mark)?.some((ledger) => isSameBranch(expected, ledger)))
}

/** Tells of a ledger whether the roster expects it. */
export function expectedAmong(roster: readonly ExpectedBranch[]): (ledger: BranchIdentity) => boolean {
  const byMark = indexed(roster, marksOfExpected)
  return (ledger) =>
    marksOfLedger(ledger).some((mark) => byMark.get(mark)?.some((expected) => isSameBranch(expected, ledger)))
}

/** What one must have in common with the other to be the same branch: 编号 or the plain name. */
function marksOfLedger({ code, names }: BranchIdentity): string[] {
  return marksOf(code, names)
}

function marksOfExpected({ code, name }: ExpectedBranch): string[] {
  return marksOf(code, [name])
}

function marksOf(code: string | undefined, names: readonly string[]): string[] {
  return [...(code === undefined ? [] : [`编号\n${code}`]), ...names.map((name) => `名称\n${plainName(name)}`)]
}

function indexed<T>(items: readonly T[], marks: (item: T) => readonly string[]): Map<string, T[]> {
  const byMark = new Map<string, T[]>()
  for (const item of items) {
    for (const mark of marks(item)) {
      const known = byMark.get(mark)
      if (known === undefined) byMark.set(mark, [item])
      else known.push(item)
    }
  }
  return byMark
}

/** The names that the roster has more than once. */
const sharedNamesOf = onceEach((roster: readonly ExpectedBranch[]): ReadonlySet<string> => {
  const met = new Set<string>()
  const shared = new Set<string>()
  for (const { name } of roster) (met.has(name) ? shared : met).add(name)
  return shared
})

/** 编号, else the name, with 上级 before it where the roster has the name twice. */
export function expectedId(expected: ExpectedBranch, roster: readonly ExpectedBranch[]): string {
  if (expected.code !== undefined) return expected.code
  const isShared = sharedNamesOf(roster).has(expected.name)
  return isShared && expected.superior !== undefined ? `${expected.superior} ${expected.name}` : expected.name
}

/** The expected branches that handed in nothing, each with an empty ledger. */
export function missingLedgers(roster: readonly ExpectedBranch[], branches: readonly Branch[]): Ledger[] {
  const isHandedIn = handedInAmong(branches.map(identityOf))
  return roster
    .filter((expected) => !isHandedIn(expected))
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

/** A shorter name without 支部 is found in too much else: 第一 in 第一季度. */
const SHORTEST_STEM = 3

/** Tells whether a file or one of its folders bears a name of the branch: `县直/杏园社区第一党支部2026年.xlsx`. */
export function bearsName(names: readonly string[]): (path: string) => boolean {
  const stems = names.map((name) => {
    const plain = plainName(name)
    const stem = plain.replace(/支部$/u, '')
    return stem.length < SHORTEST_STEM ? plain : stem
  })
  return (path) => {
    const plainPath = plainName(path)
    return stems.some((stem) => plainPath.includes(stem))
  }
}

/** 中共××支部委员会, ××党支部 and ××支部 are one name. */
export function plainName(name: string): string {
  return name
    .replace(/[\s（）()·]/gu, '')
    .replace(/^(?:中国共产党|中共)/u, '')
    .replace(/党?支部(?:委员会)?/gu, '支部')
}
