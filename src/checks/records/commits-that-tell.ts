import { mondayOf } from '../../calendar/plain-date.ts'
import { type DatedRecord, isDated } from '../../ledger/held.ts'
import { type RecordHistory, recordHistory } from '../../ledger/history.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import type { CheckContext } from '../contract.ts'

export interface BulkLimits {
  /** Records of so many different weeks in one commit: an import, a squash, a new layout. */
  readonly importWeeks: number
  /** So many ledgers changed by one commit. */
  readonly importFiles: number
}

const SIDES = ['first', 'changed'] as const

/** What version control says of each record, but for commits that took in or re-arranged many records at once. */
export function commitsThatTell(
  { records }: Ledger,
  { importWeeks, importFiles }: BulkLimits,
  { history, asOf }: CheckContext,
): Map<LedgerRecord, RecordHistory> {
  if (history === undefined) return new Map()
  const known = records.filter(isDated).map((record) => ({ record, ...recordHistory(record, history, asOf) }))
  const weeks = weeksByCommit(known)
  const weeksOf = (side: (typeof SIDES)[number], id: string) => weeks.get(`${side} ${id}`)?.size ?? 0
  return new Map(
    known.map(({ record, first, changed }) => {
      const tellsFirst = first !== undefined && Math.max(first.weeks, weeksOf('first', first.id)) < importWeeks
      const tellsChanged =
        changed !== undefined && changed.changedFiles < importFiles && weeksOf('changed', changed.id) < importWeeks
      return [record, { ...(tellsFirst && { first }), ...(tellsChanged && { changed }) }]
    }),
  )
}

function weeksByCommit(known: readonly (RecordHistory & { readonly record: DatedRecord })[]): Map<string, Set<string>> {
  const weeks = new Map<string, Set<string>>()
  for (const one of known) {
    for (const side of SIDES) {
      const commit = one[side]
      if (commit === undefined) continue
      const key = `${side} ${commit.id}`
      weeks.set(key, (weeks.get(key) ?? new Set()).add(mondayOf(one.record.date.value)))
    }
  }
  return weeks
}
