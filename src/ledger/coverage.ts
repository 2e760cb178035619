import { type Period, periodOf, periodsTouching } from '../calendar/period.ts'
import type { DateRange } from '../calendar/range.ts'
import { onceEach } from '../text/once-each.ts'
import { isDated } from './held.ts'
import type { Ledger } from './schema.ts'

/** The ids (`2026-05`) of the months that have at least one entry of any kind; found once, for many rules ask. */
export const coveredMonths: (ledger: Ledger) => ReadonlySet<string> = onceEach(monthsWithEntry)

function monthsWithEntry(ledger: Ledger): Set<string> {
  const months = new Set<string>()
  for (const record of ledger.records) if (isDated(record)) months.add(periodOf(record.date.value, 'month').id)
  return months
}

/** The months of a range in which the ledger has no entry at all. */
export function monthsWithout(ledger: Ledger, range: DateRange): Period[] {
  const covered = coveredMonths(ledger)
  return periodsTouching(range, 'month').filter(({ id }) => !covered.has(id))
}

/** From the first to the last entry of the ledger; `undefined` where it has none with a date. */
export function reachOf(ledger: Ledger): DateRange | undefined {
  const dates = ledger.records.filter(isDated).map(({ date }) => date.value)
  const [first, ...rest] = dates
  if (first === undefined) return undefined
  return {
    from: rest.reduce((earliest, date) => (date < earliest ? date : earliest), first),
    to: rest.reduce((latest, date) => (date > latest ? date : latest), first),
  }
}
