import { bears } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'

/** Whether the ledger keeps the register, if only an empty one, or has any record of the kind. */
export function keeps({ registers, records }: Ledger, kinds: readonly string[]): boolean {
  return kinds.some((kind) => registers.includes(kind) || records.some((record) => bears(record, kind)))
}

export function notKeptReason(kinds: readonly string[]): string {
  return `台账没有登记${kinds.join('、')}，无法判断是否另有台账`
}
