import type { LedgerRecord } from '../ledger/schema.ts'

/** What a note says of a day that was moved. */
const MOVED = /因|由于|提前|推迟|延期|延后|顺延|改期|改到|改为|调整/u

/** Whether the record accounts for its day itself: moved with a reason given, or made up for. */
export function isDayExplained({ reason, makeUpFor, others }: LedgerRecord): boolean {
  if (reason !== undefined || makeUpFor !== undefined) return true
  return Object.values(others).some(({ value }) => MOVED.test(value))
}
