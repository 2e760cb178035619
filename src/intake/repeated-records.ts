import type { LedgerRecord } from '../ledger/schema.ts'
import { evidenceAt } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'

/** Takes out records that stand twice in the same form, as where a file was copied, and tells of them. */
export function withoutRepeated(records: readonly LedgerRecord[], problems: Problem[]): readonly LedgerRecord[] {
  const byKey = new Map<string, LedgerRecord[]>()
  for (const record of records) {
    const alike = byKey.get(record.key)
    if (alike === undefined) byKey.set(record.key, [record])
    else alike.push(record)
  }
  if (byKey.size === records.length) return records
  const repeated = new Set<LedgerRecord>()
  for (const alike of byKey.values()) if (alike.length > 1) findRepeated(alike, repeated, problems)
  return repeated.size === 0 ? records : records.filter((record) => !repeated.has(record))
}

function findRepeated(alike: readonly LedgerRecord[], repeated: Set<LedgerRecord>, problems: Problem[]): void {
  const byContent = new Map<string, LedgerRecord>()
  for (const record of alike) {
    const content = contentOf(record)
    const before = byContent.get(content)
    if (before === undefined) {
      byContent.set(content, record)
      continue
    }
    repeated.add(record)
    problems.push(toldRepeated(record, before))
  }
}

function toldRepeated(record: LedgerRecord, before: LedgerRecord): Problem {
  const where = before.at.file === record.at.file ? `第${before.at.line}行` : `「${before.at.file}」第${before.at.line}行`
  return {
    code: 'repeated-record',
    severity: 'info',
    message: `「${record.key}」与${where}的一条完全相同，只计一次；请删去重复的一条`,
    evidence: [evidenceAt(record.at, record.key), evidenceAt(before.at, before.key)],
  }
}

const PLACES: ReadonlySet<string> = new Set(['at', 'namedAt', 'raw'])

/** All that a record says, whatever it stands at and however it is written. */
function contentOf(record: LedgerRecord): string {
  return JSON.stringify(record, (key, value) => (PLACES.has(key) ? undefined : value))
}
