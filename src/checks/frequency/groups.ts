import { groupNames } from '../../ledger/branch-life.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { onceEach } from '../../text/once-each.ts'

/** A 党小组 as the ledger knows it. */
export interface PartyGroup {
  readonly name: string
  /** Listed with the branch or on the roster, not only named by records. */
  readonly isListed: boolean
}

/** 各党小组, 全体: the record is of every group. */
const ALL_GROUPS = /^(?:全体|所有|全部|各|每个?)/u
const NUMERALS = '一二三四五六七八九'

/** Every 党小组 once, whether it is written 第一党小组, 第1党小组 or 一组. */
export const partyGroups: (ledger: Ledger) => readonly PartyGroup[] = onceEach(groupsIn)

function groupsIn(ledger: Ledger): PartyGroup[] {
  const listed = new Set(listedNames(ledger).map(groupKey))
  const groups = new Map<string, PartyGroup>()
  for (const name of groupNames(ledger)) {
    const key = groupKey(name)
    if (!ALL_GROUPS.test(name) && !groups.has(key)) groups.set(key, { name, isListed: listed.has(key) })
  }
  return [...groups.values()]
}

/** Whether the record names the group, by itself or among all. */
export function isOfGroup({ groups }: LedgerRecord, { name }: PartyGroup): boolean {
  const key = groupKey(name)
  return groups.some(({ value }) => ALL_GROUPS.test(value) || groupKey(value) === key)
}

function listedNames({ branch, members = [] }: Ledger): string[] {
  return [...(branch.groups ?? []).map(({ name }) => name.value), ...members.flatMap(({ group }) => group?.value ?? [])]
}

function groupKey(name: string): string {
  const bare = name.normalize('NFKC').replace(/\s|党|小组|组|第/gu, '')
  return bare.replace(/^[1-9]$/u, (digit) => NUMERALS[Number(digit) - 1] ?? digit)
}
