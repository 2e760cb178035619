import type { Decision, LedgerRecord } from '../../ledger/schema.ts'

/** How findings name a decision: by its record and its own words, so that the order of decisions does not matter. */
export function decisionSubject({ key }: LedgerRecord, { task }: Decision): string {
  return `${key} ${task.value.replace(/\s+/gu, ' ').trim()}`
}
