import type { Member } from '../ledger/schema.ts'
import { evidenceAt } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'

/**
 * The roster that several files make up: who stands in two of them is one member, unless something sets them apart. Who
 * stands in one of them twice is told.
 */
export function mergedMembers(
  rosters: readonly (readonly Member[] | undefined)[],
  problems: Problem[],
): readonly Member[] | undefined {
  const given = rosters.flatMap((roster) => (roster === undefined ? [] : [eachOnce(roster, problems)]))
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

/**
 * What a roster says twice in the same words is one member, where it says more of him than a name; two of one name, with
 * nothing to tell them apart, may be one.
 */
function eachOnce(roster: readonly Member[], problems: Problem[]): readonly Member[] {
  const byName = new Map<string, Member[]>()
  const kept = roster.filter((member) => {
    const alike = byName.get(member.name.value)
    if (alike === undefined) {
      byName.set(member.name.value, [member])
      return true
    }
    const same = isMarked(member) ? alike.find((one) => contentOf(one) === contentOf(member)) : undefined
    const like = same ?? alike.find((one) => isSame(one, member))
    if (like !== undefined) problems.push(toldTwice(member, like, same !== undefined))
    if (same === undefined) alike.push(member)
    return same === undefined
  })
  return kept.length === roster.length ? roster : kept
}

function toldTwice(member: Member, before: Member, isSurelyOne: boolean): Problem {
  const name = member.name.value
  const where = before.at.sheet === member.at.sheet ? '' : `工作表「${before.at.sheet ?? ''}」`
  const twice = `党员名册里有两个「${name}」（另一个在${where}第${before.at.line}行）`
  return {
    code: 'repeated-member',
    severity: 'info',
    message: isSurelyOne
      ? `${twice}，内容相同，只计一人；请删去重复的一条，确是两人的请写明编号或出生日期`
      : `${twice}，没有编号、出生日期可以区分，按两人计；如是同一人，请只留一条`,
    evidence: [evidenceAt(member.at, name), evidenceAt(before.at, name)],
  }
}

/** Whether there is something that two members of one name seldom share. */
function isMarked({ code, birth, joined }: Member): boolean {
  return code !== undefined || birth !== undefined || joined !== undefined
}

const PLACES: ReadonlySet<string> = new Set(['at', 'raw'])

function contentOf(member: Member): string {
  return JSON.stringify(member, (key, value) => (PLACES.has(key) ? undefined : value))
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
