import type { SourceEntry, SourceMap, SourceNode } from '../source/node.ts'
import type { FieldOf } from './fields.ts'
import { isBlank } from './keys.ts'
import type { Reading } from './reading.ts'
import { withSectionsOfYears } from './sections-of-years.ts'
import { branchNameIn } from './table/branch-name.ts'

/**
 * The ledgers of a document, each in the shape that is expected, whatever shape they are written in: several branches
 * under 支部 or under their names, sections that stand within 支部 or tell their year, and lists of one kind of record at
 * the outermost level.
 */
export function ledgersIn(map: SourceMap, reading: Reading): SourceMap[] {
  return partedByBranch(map, reading).map((one) =>
    withKindsTogether(withSectionsOfYears(withSectionsOutside(one, reading), reading), reading),
  )
}

function partedByBranch(map: SourceMap, reading: Reading): SourceMap[] {
  const listed = branchesListed(map, reading)
  if (listed !== undefined) return listed
  const isNamed = ({ key, value }: SourceEntry) =>
    branchNameIn(key) === key.trim() && value.type === 'map' && holdsSections(value, reading)
  if (map.entries.length === 0 || !map.entries.every(isNamed)) return [map]
  return map.entries.map(({ key, keyAt, value }) => ({
    type: 'map',
    entries: [
      { key: '支部', keyAt, value: { type: 'scalar', text: key, quoted: true, at: keyAt } },
      ...(value.type === 'map' ? value.entries : []),
    ],
    at: keyAt,
  }))
}

/** 支部: [{名称: 甲支部, 组织生活: …}, …]: each of them is a ledger, where nothing stands beside the list. */
function branchesListed({ entries }: SourceMap, reading: Reading): SourceMap[] | undefined {
  const [only, second] = entries
  if (only === undefined || second !== undefined || fieldOf(only, reading) !== 'branch') return undefined
  const { key, keyAt, value } = only
  if (value.type !== 'list' || value.items.length === 0 || !value.items.every(({ type }) => type === 'map'))
    return undefined
  return value.items.flatMap((item) => {
    if (item.type !== 'map') return []
    const { own, inside } = sectionsApart(item, reading)
    return [{ type: 'map', entries: [{ key, keyAt, value: own }, ...inside], at: item.at }]
  })
}

function sectionsApart(branch: SourceMap, reading: Reading): { own: SourceMap; inside: readonly SourceEntry[] } {
  const inside = branch.entries.filter((entry) => isSection(entry, reading))
  return { own: { ...branch, entries: branch.entries.filter((entry) => !inside.includes(entry)) }, inside }
}

const SECTIONS: ReadonlySet<FieldOf<'document'> | undefined> = new Set(['meetings', 'members', 'registers'])

function isSection(entry: SourceEntry, reading: Reading): boolean {
  return entry.value.type !== 'scalar' && (SECTIONS.has(fieldOf(entry, reading)) || isOfOneKind(entry, reading))
}

function holdsSections({ entries }: SourceMap, reading: Reading): boolean {
  return entries.some((entry) => isSection(entry, reading))
}

function fieldOf({ key }: SourceEntry, { settings }: Reading): FieldOf<'document'> | undefined {
  return settings.fields.scope('document').fieldOf(key)
}

/** A slip of the space bar puts 组织生活 within 支部. */
function withSectionsOutside(map: SourceMap, reading: Reading): SourceMap {
  const branch = map.entries.find((entry) => fieldOf(entry, reading) === 'branch')
  if (branch?.value.type !== 'map') return map
  const { own, inside } = sectionsApart(branch.value, reading)
  if (inside.length === 0) return map
  for (const { key, keyAt } of inside) {
    const message = `「${key}」写在「${branch.key}」里面，按与「${branch.key}」并列读取；请减去它和它下面各行前面多出的空格`
    reading.note('nested-section', message, keyAt, key)
  }
  const outside = map.entries.map((entry) => (entry === branch ? { ...branch, value: own } : entry))
  return { ...map, entries: [...outside, ...inside] }
}

/** Lists of one kind each, at the outermost level, as sections of 组织生活 and 专项台账. */
function withKindsTogether(map: SourceMap, reading: Reading): SourceMap {
  const ofKinds = map.entries.filter((entry) => isOfOneKind(entry, reading))
  if (ofKinds.length === 0) return map
  const { kinds } = reading.settings
  const isRegister = ({ key }: SourceEntry) => kinds.isRegister(kinds.named(key) ?? '')
  return {
    ...map,
    entries: [
      ...map.entries.filter((entry) => !ofKinds.includes(entry)),
      ...together(
        '会议台账',
        ofKinds.filter((entry) => !isRegister(entry)),
      ),
      ...together('登记台账', ofKinds.filter(isRegister)),
    ],
  }
}

function together(key: string, entries: readonly SourceEntry[]): SourceEntry[] {
  const [first] = entries
  return first === undefined ? [] : [{ key, keyAt: first.keyAt, value: { type: 'map', entries, at: first.keyAt } }]
}

/** 党员大会: [{日期: …}]; 支委会: [王建国, 李秀英] tells who is on the committee. */
function isOfOneKind(entry: SourceEntry, reading: Reading): boolean {
  if (fieldOf(entry, reading) !== undefined || reading.settings.kinds.named(entry.key) === undefined) return false
  return holdsRecords(entry.value, reading)
}

/** Whether the node is a record with a day, or holds such. */
export function holdsRecords(node: SourceNode, reading: Reading): boolean {
  const table = reading.settings.fields.scope('record')
  if (node.type === 'list') return node.items.some((item) => holdsRecords(item, reading))
  if (node.type === 'scalar') return false
  return node.entries.some(
    ({ key, value }) => (table.fieldOf(key) === 'date' && !isBlank(value)) || holdsRecords(value, reading),
  )
}
