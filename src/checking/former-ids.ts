import { plainName } from '../ledger/expected-branch.ts'
import type { Branch } from '../ledger/schema.ts'

/**
 * The ids that each branch went by before it was renamed or was given a 编号. None that another branch goes by, or may have
 * gone by: what was found of the one is not to be taken for what is found of the other.
 */
export function formerIds(branches: readonly Branch[]): (branch: Branch) => readonly string[] {
  const holders = new Map<string, Set<Branch>>()
  for (const branch of branches) {
    for (const name of [branch.id, ...namesOf(branch)]) {
      holders.set(plainName(name), (holders.get(plainName(name)) ?? new Set()).add(branch))
    }
  }
  const isItsAlone = (name: string) => holders.get(plainName(name))?.size === 1
  return (branch) => [...new Set(namesOf(branch))].filter((name) => name !== branch.id && isItsAlone(name))
}

function namesOf({ name, formerNames }: Branch): string[] {
  return [name, ...formerNames].map(({ value }) => value)
}
