import type { SourceEntry, SourceMap, SourceNode } from '../source/node.ts'
import type { FieldOf } from './fields.ts'
import type { Reading } from './reading.ts'

/** 2026年组织生活, 2026年度三会一课台账. */
const YEAR_IN_FRONT = /^\s*(20\d{2})\s*年度?\s*(.+)$/u
/** 组织生活（2026年）, 专项台账2026年度. */
const YEAR_BEHIND = /^(.+?)\s*[（(]?(20\d{2})\s*年度?[）)]?\s*$/u

const SECTIONS: ReadonlySet<FieldOf<'document'> | undefined> = new Set(['meetings', 'registers'])

interface Section {
  readonly name: string
  readonly year: string
}

/**
 * The map with its sections under their own names, where these tell the year as well. A year that all of them tell is
 * that of the ledger. Where they are of several years, those stay as they are that have dates without one: nobody would
 * know which it is.
 */
export function withSectionsOfYears(map: SourceMap, reading: Reading): SourceMap {
  const table = reading.settings.fields.scope('document')
  const sections = new Map(map.entries.flatMap((entry) => toldBy(entry, reading) ?? []))
  const years = new Set(Array.from(sections.values(), ({ year }) => year))
  const [year] = years
  if (year === undefined) return map
  const isOfOne = years.size === 1 && !map.entries.some(({ key }) => table.fieldOf(key) === 'year')
  const entries = map.entries.map((entry) => {
    const section = sections.get(entry)
    return section === undefined || !(isOfOne || tellsYears(entry.value, reading))
      ? entry
      : { ...entry, key: section.name }
  })
  const [first] = sections.keys()
  return { ...map, entries: isOfOne && first !== undefined ? [yearEntry(year, first), ...entries] : entries }
}

function toldBy(entry: SourceEntry, { settings }: Reading): [SourceEntry, Section][] | undefined {
  const table = settings.fields.scope('document')
  const [, year, name] = YEAR_IN_FRONT.exec(entry.key) ?? reordered(YEAR_BEHIND.exec(entry.key))
  if (year === undefined || name === undefined || table.fieldOf(entry.key) !== undefined) return undefined
  return entry.value.type !== 'scalar' && SECTIONS.has(table.fieldOf(name)) ? [[entry, { name, year }]] : undefined
}

function reordered(match: RegExpExecArray | null): readonly (string | undefined)[] {
  return match === null ? [] : [match[0], match[2], match[1]]
}

function yearEntry(year: string, { keyAt }: SourceEntry): SourceEntry {
  return { key: '年度', keyAt, value: { type: 'scalar', text: year, quoted: true, at: keyAt } }
}

/** Whether each day in it is written with its year. */
function tellsYears(node: SourceNode, reading: Reading): boolean {
  const table = reading.settings.fields.scope('record')
  if (node.type === 'list') return node.items.every((item) => tellsYears(item, reading))
  if (node.type === 'scalar') return true
  return node.entries.every(({ key, value }) =>
    table.fieldOf(key) === 'date' && value.type === 'scalar'
      ? /(?:19|20)\d{2}/u.test(value.text)
      : tellsYears(value, reading),
  )
}
