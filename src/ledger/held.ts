import { hasCome, type SomeDay } from '../calendar/judging-day.ts'
import { parsePeriod } from '../calendar/period.ts'
import { contains, type DateRange } from '../calendar/range.ts'
import type { Ledger, LedgerRecord } from './schema.ts'

/** A record with a day that exists. */
export type DatedRecord = LedgerRecord & { readonly date: NonNullable<LedgerRecord['date']> }

export function isDated(record: LedgerRecord): record is DatedRecord {
  return record.date !== undefined
}

/** Whether the record says that it took place: a 计划, 取消 or 延期 counts for nothing, nor does what lies after `asOf`. */
export function isHeld(record: LedgerRecord, asOf: SomeDay): record is DatedRecord {
  if (!isDated(record) || !hasCome(record.date.value, asOf)) return false
  return record.state === undefined || record.state.value === '已开'
}

/** Whether the record bears the kind, said or implied. */
export function bears(record: LedgerRecord, kind: string): boolean {
  return record.kinds.some(({ value }) => value === kind)
}

/** Whether the ledger itself calls the record by this kind. */
export function isCalled(record: LedgerRecord, kind: string): boolean {
  return record.kinds.some(({ value, implied }) => value === kind && implied !== true)
}

/** The records of a kind that took place up to `asOf`, by date. */
export function heldOf(ledger: Ledger, kind: string, asOf: SomeDay): DatedRecord[] {
  return ledger.records.filter((record): record is DatedRecord => bears(record, kind) && isHeld(record, asOf))
}

/** Whether the record counts for these days: by its date, or as the make-up meeting (补开) for them. */
export function countsFor(record: DatedRecord, range: DateRange): boolean {
  return contains(range, record.date.value) || madeUpFor(record, range)
}

/** Whether the record says that it makes up for these days, or for a period within them. */
export function madeUpFor(record: LedgerRecord, range: DateRange): boolean {
  const period = record.makeUpFor && parsePeriod(record.makeUpFor.value)
  return period !== undefined && range.from <= period.from && period.to <= range.to
}
