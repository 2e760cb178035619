import type { SourceEntry, SourceMap, SourceNode } from '../source/node.ts'
import { isBlank } from './keys.ts'
import type { Reading } from './reading.ts'
import { saysNone } from './scalars.ts'
import { fold } from './values/fold.ts'
import { matchPeriod } from './values/periods.ts'

/**
 * The records of a list that is parted into sections, each under its kind (党员大会), its day or its period
 * (2026年3月): what the heads say is added to what does not say it itself. Any other list comes out as it is.
 */
export function withoutSections(node: SourceNode, reading: Reading): SourceNode[] {
  return recordsIn(node, [], reading)
}

function recordsIn(node: SourceNode, given: readonly SourceEntry[], reading: Reading): SourceNode[] {
  if (node.type === 'list') return node.items.flatMap((item) => recordsIn(item, given, reading))
  if (node.type === 'map' && isSectioned(node, reading)) {
    return node.entries.flatMap((entry) => recordsUnder(entry, given, reading))
  }
  if (given.length === 0) return [node]
  if (isBlank(node) || (node.type === 'scalar' && saysNone(node.text))) return []
  const record = node.type === 'scalar' ? recordOfDay(node, given, reading) : node
  return [record.type === 'map' ? withGiven(record, given, reading) : record]
}

function recordsUnder(entry: SourceEntry, given: readonly SourceEntry[], reading: Reading): SourceNode[] {
  const head = headOf(entry, reading)
  const all = head === undefined ? given : [...given, head]
  const { value } = entry
  // 2026-03-12: 党员大会
  if (head?.key === '日期' && value.type === 'scalar' && !isBlank(value)) {
    return [{ type: 'map', entries: [...all, { key: '类型', keyAt: value.at, value }], at: entry.keyAt }]
  }
  return recordsIn(value, all, reading)
}

/** Whether all that the map has are heads of sections, and none a field of a record. */
function isSectioned({ entries }: SourceMap, reading: Reading): boolean {
  const table = reading.settings.fields.scope('record')
  return (
    entries.length > 0 && entries.every((entry) => table.fieldOf(entry.key) === undefined && isHead(entry, reading))
  )
}

function isHead(entry: SourceEntry, reading: Reading): boolean {
  return headOf(entry, reading) !== undefined || isPeriod(entry.key)
}

/** What a head says of the records below it: their kind or their day. A period only parts them. */
function headOf({ key, keyAt }: SourceEntry, reading: Reading): SourceEntry | undefined {
  const field = reading.settings.kinds.named(key) !== undefined ? '类型' : isDay(key, reading) ? '日期' : undefined
  return field && { key: field, keyAt, value: { type: 'scalar', text: key.trim(), quoted: true, at: keyAt } }
}

function isDay(text: string, reading: Reading): boolean {
  const read = reading.dates.read(text)
  return (read?.date !== undefined || read?.yearMissing === true) && read.rest === undefined
}

function isPeriod(key: string): boolean {
  const folded = fold(key).trim()
  return matchPeriod(folded, A_YEAR)?.end === folded.length
}

/** Any will do to see whether 三月 is a period. */
const A_YEAR = 2000

/** `党课: 2026-03-20` */
function recordOfDay(node: SourceNode, given: readonly SourceEntry[], reading: Reading): SourceNode {
  if (node.type !== 'scalar' || given.some(({ key }) => key === '日期') || !isDay(node.text, reading)) return node
  return { type: 'map', entries: [{ key: '日期', keyAt: node.at, value: node }], at: node.at }
}

function withGiven(map: SourceMap, given: readonly SourceEntry[], { settings }: Reading): SourceMap {
  const table = settings.fields.scope('record')
  const own = new Set(map.entries.filter(({ value }) => !isBlank(value)).map(({ key }) => table.fieldOf(key)))
  return { ...map, entries: [...map.entries, ...given.filter(({ key }) => !own.has(table.fieldOf(key)))] }
}
