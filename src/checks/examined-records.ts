import { contains } from '../calendar/range.ts'
import { type DatedRecord, isHeld } from '../ledger/held.ts'
import type { Ledger } from '../ledger/schema.ts'
import type { CheckContext } from './contract.ts'

/** What took place within the period, by date: meetings and entries of registers alike. */
export function recordsIn({ records }: Ledger, { asOf, period }: CheckContext): DatedRecord[] {
  return records.filter((record): record is DatedRecord => isHeld(record, asOf) && contains(period, record.date.value))
}
