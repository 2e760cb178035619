import type { Branch, LedgerRecord, Member } from '../ledger/schema.ts'
import { compact } from './values/fold.ts'
import { readNumeral } from './values/numbers.ts'

const NUMBERED = /^.*?第?([一二三四五六七八九十\d]{1,3})(?:党?小组|组)$/u

/** 第一党小组, 第1小组 and 一组 are one group. */
export function groupForm(name: string): string {
  const plain = compact(name)
  const number = readNumeral(NUMBERED.exec(plain)?.[1] ?? '')
  return number === undefined ? plain.replace(/党?小组$/u, '') : `第${number}`
}

/** Calls the groups of members and records by the names that the branch has for them. */
export class GroupNames {
  private readonly names = new Map<string, string>()

  constructor({ groups = [] }: Branch, members: readonly Member[]) {
    for (const { name } of groups) this.enter(name.value)
    for (const { group } of members) if (group !== undefined) this.enter(group.value)
  }

  ofRecord(record: LedgerRecord): LedgerRecord {
    if (record.groups.every(({ value }) => this.nameOf(value) === value)) return record
    const groups = record.groups.map((group) => ({ ...group, value: this.nameOf(group.value), raw: group.value }))
    return { ...record, groups }
  }

  ofMember(member: Member): Member {
    const { group } = member
    if (group === undefined || this.nameOf(group.value) === group.value) return member
    return { ...member, group: { ...group, value: this.nameOf(group.value), raw: group.value } }
  }

  private enter(name: string): void {
    const form = groupForm(name)
    if (!this.names.has(form)) this.names.set(form, name)
  }

  private nameOf(name: string): string {
    return this.names.get(groupForm(name)) ?? name
  }
}
