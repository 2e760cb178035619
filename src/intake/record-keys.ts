import type { LedgerRecord } from '../ledger/schema.ts'

/** What a record goes by where nothing else of its ledger goes by the same: its 编号, else its day, as written where it is none, and kind. */
export function baseKey(
  record: Pick<LedgerRecord, 'code' | 'kinds' | 'title' | 'date' | 'impossibleDate' | 'unreadDate'>,
): string {
  if (record.code !== undefined) return record.code.value
  const kinds = record.kinds.filter(({ implied }) => implied !== true).map(({ value }) => value)
  const name = kinds.length > 0 ? kinds.join('、') : (record.title?.value ?? '未写类型')
  const day = record.date ?? record.impossibleDate ?? record.unreadDate
  return day === undefined ? `未注明日期的${name}` : `${day.value.replaceAll(/\s+/gu, ' ')} ${name}`
}

const MINUTES_PER_HOUR = 60

function groupsOf({ groups }: LedgerRecord): string {
  return groups.map(({ value }) => value).join('、')
}

function timeOf({ time }: LedgerRecord): string {
  if (time === undefined) return ''
  const { start } = time.value
  return `${Math.floor(start / MINUTES_PER_HOUR)}:${String(start % MINUTES_PER_HOUR).padStart(2, '0')}`
}

/** What tells records with one key apart, in the order in which it is tried. */
const DISTINCTIONS = [groupsOf, timeOf] as const

/** Gives each record a key of its own: the group, then the time, then a number is added where two would be alike. */
export function withUniqueKeys(records: readonly LedgerRecord[]): LedgerRecord[] {
  const keys = new Map(records.map((record) => [record, record.key]))
  for (const distinction of DISTINCTIONS) {
    for (const alike of alikeAmong(records, keys)) {
      for (const record of alike) {
        const more = distinction(record)
        if (more !== '') keys.set(record, `${keys.get(record)} ${more}`)
      }
    }
  }
  return numbered(records, keys)
}

function alikeAmong(records: readonly LedgerRecord[], keys: ReadonlyMap<LedgerRecord, string>): LedgerRecord[][] {
  const byKey = new Map<string, LedgerRecord[]>()
  for (const record of records) {
    const key = keys.get(record) ?? record.key
    const alike = byKey.get(key)
    if (alike === undefined) byKey.set(key, [record])
    else alike.push(record)
  }
  return [...byKey.values()].filter(({ length }) => length > 1)
}

function numbered(records: readonly LedgerRecord[], keys: ReadonlyMap<LedgerRecord, string>): LedgerRecord[] {
  const taken = new Set<string>()
  return records.map((record) => {
    const base = keys.get(record) ?? record.key
    let key = base
    for (let number = 2; taken.has(key); number += 1) key = `${base}（${number}）`
    taken.add(key)
    return key === record.key ? record : { ...record, key }
  })
}
