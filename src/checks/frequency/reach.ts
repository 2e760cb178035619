import type { Period } from '../../calendar/period.ts'
import { monthsLabel } from '../../calendar/period-list.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { monthsWithout } from '../../ledger/coverage.ts'
import type { Ledger } from '../../ledger/schema.ts'

/**
 * The months of a range that nobody can speak of: before or after the days examined, with no entry in the ledger.
 * Within the days examined an empty month is a gap in what was handed in.
 */
export function monthsUnknown(ledger: Ledger, range: DateRange, examined: DateRange): Period[] {
  return monthsWithout(ledger, range).filter(({ from, to }) => !contains(examined, from) && !contains(examined, to))
}

/** `台账没有2025年10—11月的记录`. */
export function unknownReason(months: readonly Period[]): string {
  return `台账没有${monthsLabel(months.map(({ id }) => id))}的记录`
}
