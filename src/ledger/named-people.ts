import type { Located } from '../source/place.ts'
import { isIllegible } from './illegible.ts'
import type { LedgerRecord } from './schema.ts'

/** 全体党员, 支部全体党员32人, 各位委员: all of them, without a name. */
const EVERYBODY = /全体|全部|全员|所有|各位|各党员|每[名位]/u

export function isEverybody(name: string): boolean {
  return EVERYBODY.test(name)
}

/** Whether a list has this one in it, by name or as one of all. */
export function isNamed(names: readonly Located<string>[], name: string): boolean {
  return names.some(({ value }) => value === name || isEverybody(value))
}

/** Whether others may have been there whom the entry does not name: 王建国等三十人, 参训党员, or nobody at all. */
export function leavesNamesOut(entry: Pick<LedgerRecord, 'people' | 'illegible'>): boolean {
  return entry.people.length === 0 || isIllegible(entry, ['people'])
}
