import type { LedgerRecord } from '../ledger/schema.ts'
import type { SourceEntry, SourceNode } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { type Fields, fieldsOf, isBlank } from './keys.ts'
import { mistypedEntry } from './mistyped-entry.ts'
import { type Reading, written } from './reading.ts'
import { readRecord } from './record.ts'
import { saysNone } from './scalars.ts'
import { withoutSections } from './sections.ts'

/** The registers that a ledger keeps, and their entries. */
export interface Registers {
  readonly names: readonly string[]
  readonly records: readonly LedgerRecord[]
}

/** Reads 专项台账: registers by kind, each a list of entries; or one list whose entries say their kind themselves. */
export function registersOf(entries: readonly SourceEntry[], reading: Reading): Registers {
  return together(entries.map((entry) => registersIn(entry, reading)))
}

function registersIn({ key, value }: SourceEntry, reading: Reading): Registers {
  if (isBlank(value)) return { names: [], records: [] }
  if (value.type === 'map') return together(value.entries.map((one) => registerOf(one, reading)))
  const records = entriesOf(value, key, undefined, reading)
  return { names: [...new Set(records.flatMap(({ register }) => register ?? []))], records }
}

function registerOf({ key, keyAt, value }: SourceEntry, reading: Reading): Registers {
  const { kinds } = reading.settings
  const kind = kinds.named(key) ?? kinds.named(key.trim().replace(FORM, ''))
  if (kind === undefined) {
    reading.noteOnce(
      'unknown-register',
      `「${key}」不是认识的专项台账，照原样保留；如是已有名目的另一种叫法，请在 taizhang.yaml 的 kinds 里写明`,
      keyAt,
      key,
    )
  }
  const register: Located<string> = { value: kind ?? key.trim(), at: keyAt }
  return { names: [register.value], records: entriesOf(value, key, register, reading) }
}

/** What the name of a register may have behind the kind. */
const FORM = /(?:情况)?(?:登记|记录|台账)?(?:表|簿|本)?$/u

function together(parts: readonly Registers[]): Registers {
  return {
    names: [...new Set(parts.flatMap(({ names }) => names))],
    records: parts.flatMap(({ records }) => records),
  }
}

export function entriesOf(
  node: SourceNode,
  key: string,
  register: Located<string> | undefined,
  reading: Reading,
): LedgerRecord[] {
  return itemsIn(node, key, reading).flatMap(
    (fields) => readRecord(fields, reading, { register, keepsBranch: true }) ?? [],
  )
}

/** The entries of a list of records by their fields; each is counted as a row, and so is what stands in place of one. */
export function itemsIn(node: SourceNode, key: string, reading: Reading): Fields<'record'>[] {
  if (isBlank(node) || (node.type === 'scalar' && saysNone(node.text))) return []
  return withoutSections(node, reading).flatMap((item) => fieldsOfItem(item, key, reading) ?? [])
}

function fieldsOfItem(item: SourceNode, key: string, reading: Reading): Fields<'record'> | undefined {
  reading.rows += 1
  if (isBlank(item)) {
    reading.passedOver += 1
    reading.note('blank-entry', `「${key}」里有一条是空的，没有读取`, item.at, '')
    return undefined
  }
  if (item.type === 'map') return fieldsOf(item, 'record', reading)
  reading.rejected += 1
  const mistyped = mistypedEntry(item)
  if (mistyped !== undefined) {
    reading.problems.push(mistyped)
    return undefined
  }
  reading.error(
    'no-record',
    `「${key}」里的这一条没有写成“字段: 内容”的样子，没有读取；请分行写明类型、日期等字段`,
    item.at,
    written(item),
  )
  return undefined
}
