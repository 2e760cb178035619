import { hasCome, isPast, type SomeDay } from '../calendar/judging-day.ts'
import { addMonths, type PlainDate } from '../calendar/plain-date.ts'
import { ALWAYS, type DateRange } from '../calendar/range.ts'
import type { Branch, Ledger, Tenure } from './schema.ts'

/** From the founding (成立) of the branch to its end (撤销), as far as the ledger tells. */
export function branchLife(branch: Branch): DateRange {
  return { from: branch.founded?.value ?? ALWAYS.from, to: branch.dissolved?.value ?? ALWAYS.to }
}

/** Whether the branch existed on every day of the range. */
export function livedThrough(branch: Branch, range: DateRange): boolean {
  const life = branchLife(branch)
  return life.from <= range.from && range.to <= life.to
}

/** Whether the branch is in its first year: too young for a grade. */
export function isUnderOneYear(branch: Branch, asOf: PlainDate): boolean {
  return branch.founded !== undefined && addMonths(branch.founded.value, 12) > asOf
}

/** Whether there is a 支委会: listed, or shown by a record of one. */
export function hasCommittee(ledger: Ledger): boolean {
  if (ledger.branch.committee !== undefined && ledger.branch.committee.length > 0) return true
  return ledger.records.some((record) => record.kinds.some(({ value }) => value === '支委会'))
}

/** Those of a list in office on a day. */
export function inOffice(tenures: readonly Tenure[], date: SomeDay): Tenure[] {
  return tenures.filter(
    ({ from, to }) => (from === undefined || hasCome(from, date)) && (to === undefined || !isPast(to, date)),
  )
}

/** 书记, 副书记 and 委员 of that day by name, each once. */
export function committeeOn(branch: Branch, date: SomeDay): string[] {
  const offices = [...branch.secretaries, ...branch.deputies, ...(branch.committee ?? [])]
  return [...new Set(inOffice(offices, date).map(({ name }) => name.value))]
}

/** Every 党小组: listed, named by a member of the roster, or named in a record; in the order met. */
export function groupNames(ledger: Ledger): string[] {
  const names = new Set<string>()
  for (const group of ledger.branch.groups ?? []) names.add(group.name.value)
  for (const member of ledger.members ?? []) if (member.group) names.add(member.group.value)
  for (const record of ledger.records) for (const group of record.groups) names.add(group.value)
  return [...names]
}
