import type { PlainDate } from '../calendar/plain-date.ts'
import type { Tenure } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceNode } from '../source/node.ts'
import { dayOf } from './days.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { peopleOfText } from './people-fields.ts'
import { type Reading, written } from './reading.ts'
import { nameOf } from './scalars.ts'
import { saysVacant } from './vacancy.ts'
import { isOffice } from './values/person-words.ts'

/** Who holds an office: a name, names in a list or a text, maps with 自 and 至, or a map of offices to names. */
export function tenuresOf(entry: SourceEntry | undefined, reading: Reading): Tenure[] {
  return entry === undefined ? [] : tenuresIn(entry.value, entry.key, reading)
}

function tenuresIn(node: SourceNode, key: string, reading: Reading): Tenure[] {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) || saysVacant(node.text) ? [] : namesIn(node, reading)
    case 'list':
      return node.items.flatMap((item) => tenuresIn(item, key, reading))
    case 'map':
      return ofMap(node, key, reading)
  }
}

function namesIn(node: Extract<SourceNode, { type: 'scalar' }>, reading: Reading): Tenure[] {
  const { people, others } = peopleOfText(node)
  const named = people.map(({ name, marks }) => ({ name, ...spanIn(marks, reading) }))
  return [...named, ...others.map((name) => ({ name }))]
}

const SINCE = /(?:自|从)|起$|(?:任职?|上任|当选)$/u
const UNTIL = /(?:至|到|止)$|^(?:至|到)|(?:离任|免职?|卸任)$/u

/** 王建国（2024-03-10起）, 王建国（2024-03-10至2026-05-20）. */
function spanIn(marks: readonly string[], reading: Reading): { from?: PlainDate; to?: PlainDate } {
  for (const mark of marks) {
    const read = /\d/u.test(mark) ? reading.dates.read(mark.replace(/^(?:至|到)/u, '')) : undefined
    if (read?.date === undefined) continue
    if (read.endDate !== undefined) return { from: read.date, to: read.endDate }
    if (UNTIL.test(mark)) return { to: read.date }
    if (SINCE.test(mark)) return { from: read.date }
  }
  return {}
}

function ofMap(node: SourceMap, key: string, reading: Reading): Tenure[] {
  if (!isTenure(node, reading)) return node.entries.flatMap((one) => ofOffice(one, key, reading))
  const fields = fieldsOf(node, 'tenure', reading)
  const name = nameOf(fields.first('name'), reading)
  if (name === undefined || saysVacant(name.value)) return []
  const from = dayOf(fields.first('from'), reading)?.value
  const to = dayOf(fields.first('to'), reading, 'last')?.value
  return [{ name, from, to }]
}

function isTenure({ entries }: SourceMap, reading: Reading): boolean {
  const table = reading.settings.fields.scope('tenure')
  return entries.some(({ key }) => table.fieldOf(key) === 'name')
}

/** 组织委员: 李秀英, or the other way round. */
function ofOffice({ key, keyAt, value }: SourceEntry, outer: string, reading: Reading): Tenure[] {
  if (!isOffice(key) && value.type === 'scalar' && (isBlank(value) || isOffice(value.text.trim()))) {
    return [{ name: { value: key.trim(), at: keyAt } }]
  }
  if (value.type === 'map' && !isTenure(value, reading)) {
    reading.warn(
      'wrong-shape',
      `「${outer}」里的「${key}」应写姓名，这里写了一组字段，没有读取`,
      value.at,
      written(value),
    )
    return []
  }
  return tenuresIn(value, key, reading)
}
