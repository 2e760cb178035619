import type { Member } from '../ledger/schema.ts'

/** The roster that several files make up: who stands in two of them is one member, unless something sets them apart. */
export function mergedMembers(rosters: readonly (readonly Member[] | undefined)[]): readonly Member[] | undefined {
  const given = rosters.filter((roster) => roster !== undefined)
  const [first, ...others] = given
  if (first === undefined) return undefined
  return others.reduce(merged, first)
}

function merged(known: readonly Member[], more: readonly Member[]): readonly Member[] {
  const result = [...known]
  const byName = new Map<string, number[]>()
  for (const [at, { name }] of known.entries()) byName.set(name.value, [...(byName.get(name.value) ?? []), at])
  for (const member of more) {
    const at = byName.get(member.name.value)?.find((one) => isSame(known[one], member))
    const before = at === undefined ? undefined : result[at]
    if (at === undefined || before === undefined) result.push(member)
    else result[at] = filledIn(before, member)
  }
  return result
}

function isSame(a: Member | undefined, b: Member): boolean {
  return a !== undefined && agree(a.code?.value, b.code?.value) && agree(a.birth?.value, b.birth?.value)
}

function agree(a: string | undefined, b: string | undefined): boolean {
  return a === undefined || b === undefined || a === b
}

/** What the one leaves open, the other tells. */
function filledIn(known: Member, more: Member): Member {
  const told = Object.entries(known).filter(([, value]) => value !== undefined)
  const exemptions = known.exemptions.length > 0 ? known.exemptions : more.exemptions
  return { ...more, ...Object.fromEntries(told), exemptions }
}
