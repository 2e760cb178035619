import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import type { FieldOf } from './fields.ts'
import { type Fields, isBlank, surplusOf } from './keys.ts'
import { type Reading, written } from './reading.ts'

/** Fields that several columns may give a part of each. */
const SHARED: ReadonlySet<FieldOf<'record'>> = new Set(['agenda', 'decisions', 'attachments', 'speeches'])

/** What the model has no field for: unknown keys, second values of one field, and what is handed in as `more`. */
export function othersOf(
  fields: Fields<'record'>,
  more: readonly (SourceEntry | undefined)[],
  reading: Reading,
): Record<string, Located<string>> {
  const surplus = fields.doubled.flatMap((field) => (SHARED.has(field) ? [] : surplusOf(fields, field, reading)))
  const others: Record<string, Located<string>> = {}
  for (const entry of [...fields.rest, ...surplus, ...more]) {
    if (entry === undefined || isBlank(entry.value)) continue
    const text = entry.value.type === 'scalar' ? entry.value.text : written(entry.value)
    others[nameIn(others, entry.key.trim())] = { value: text.trim(), at: entry.value.at }
  }
  return others
}

function nameIn(others: Readonly<Record<string, unknown>>, key: string): string {
  const name = key === '' ? '（空白）' : key
  if (!Object.hasOwn(others, name)) return name
  let number = 2
  while (Object.hasOwn(others, `${name}（${number}）`)) number += 1
  return `${name}（${number}）`
}
