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
  tellSimilar([...byContent.values()], problems)
}

/** What two files say of one day may be one meeting told twice; only whoever has the original can say. */
function tellSimilar([first, ...others]: readonly LedgerRecord[], problems: Problem[]): void {
  for (const other of others) {
    if (first === undefined || other.at.file === first.at.file || isTimedApart(first, other)) continue
    problems.push({
      code: 'similar-record',
      severity: 'info',
      message: `「${other.key}」在「${first.at.file}」第${first.at.line}行也有一条，内容不同，两条都计入；如是同一次，请只留一处`,
      evidence: [evidenceAt(other.at, other.key), evidenceAt(first.at, first.key)],
    })
  }
}

function isTimedApart(a: LedgerRecord, b: LedgerRecord): boolean {
  const groups = [a, b].map((record) => record.groups.map(({ value }) => value).join('、'))
  if (groups[0] !== groups[1]) return true
  return a.time !== undefined && b.time !== undefined && a.time.value.start !== b.time.value.start
}

function toldRepeated(record: LedgerRecord, before: LedgerRecord): Problem {
  const { file, sheet, line } = before.at
  const inSheet =
    sheet === undefined || (file === record.at.file && sheet === record.at.sheet) ? '' : `工作表「${sheet}」`
  const where = `${file === record.at.file ? '' : `「${file}」`}${inSheet}第${line}行`
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
