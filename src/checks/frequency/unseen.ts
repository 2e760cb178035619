import type { DateRange } from '../../calendar/range.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { lostIn } from './lost.ts'
import { monthsUnknown, unknownReason } from './reach.ts'
import { mayFallIn, undatedReason } from './undated.ts'

/** Records of which one is looked for, and what kind they are of; none where any kind will do. */
interface Sought {
  readonly name?: string | undefined
  readonly records: readonly LedgerRecord[]
}

/** Why one may have taken place in the range although no record shows it there; `undefined` where the ledger would show it. */
export function unseenIn(
  ledger: Ledger,
  { name, records }: Sought,
  range: DateRange,
  examined: DateRange,
): string | undefined {
  const months = monthsUnknown(ledger, range, examined)
  if (months.length > 0) return unknownReason(months)
  const undated = records.find((record) => mayFallIn(record, range))
  return undated === undefined ? lostIn(ledger, name, range) : undatedReason(undated)
}
