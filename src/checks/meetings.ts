import type { DatedRecord } from '../ledger/held.ts'
import { isHeld } from '../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../ledger/schema.ts'
import { type CheckContext, notEvaluated, type Outcome } from './contract.ts'
import { recordsIn } from './examined-records.ts'
import { recordName } from './record-name.ts'

/** The meetings, lectures and party days of the period that took place; entries of registers (专项台账) are none. */
export function meetingsIn(ledger: Ledger, context: CheckContext): DatedRecord[] {
  return recordsIn(ledger, context).filter(isMeeting)
}

/** The same with what lies before and after the period. */
export function meetingsUpTo({ records }: Ledger, { asOf }: Pick<CheckContext, 'asOf'>): DatedRecord[] {
  return records.filter((record): record is DatedRecord => isHeld(record, asOf) && isMeeting(record))
}

function isMeeting({ register }: LedgerRecord): boolean {
  return register === undefined
}

/** One outcome for all records that cannot be judged for the same want. */
export function undecided(records: readonly LedgerRecord[], want: string): Outcome[] {
  const [first] = records
  if (first === undefined) return []
  const which = records.length === 1 ? recordName(first) : `${recordName(first)}等${records.length}条记录`
  return [notEvaluated(`${which}${want}`)]
}
