import type { Group } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { type Reading, written } from './reading.ts'
import { nameOf, saysNone, textsOf } from './scalars.ts'
import { fold } from './values/fold.ts'
import { readWhole } from './values/numbers.ts'

/** The 党小组 of a branch; `undefined` where only their number is told, which names none. */
export function groupsOf(entry: SourceEntry, reading: Reading): Group[] | undefined {
  const { key, value } = entry
  if (value.type === 'scalar' && !saysNone(value.text)) {
    const number = readWhole(value.text)
    if (number === 0) return []
    if (number !== undefined) {
      reading.note(
        'unnamed-groups',
        `「${key}」只写了个数，没有写名称，各党小组分不清；请写明每个党小组的名称`,
        value.at,
        value.text,
      )
      return undefined
    }
  }
  return groupsIn(value, key, reading)
}

function groupsIn(node: SourceNode, key: string, reading: Reading): Group[] {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) ? [] : ofText(node, key, reading)
    case 'list':
      return node.items.flatMap((item) => groupsIn(item, key, reading))
    case 'map':
      return ofMap(node, key, reading)
  }
}

const LEADER = /^(.+?)[([](?:组长)?:?(.+)[)\]]$/u

/** 第一党小组（组长孙立）、第二党小组. */
function ofText(node: SourceScalar, key: string, reading: Reading): Group[] {
  return textsOf({ key, keyAt: node.at, value: node }, reading).map((name) => {
    const [, group, leader] = LEADER.exec(fold(name.value)) ?? []
    if (group === undefined || leader === undefined) return { name }
    return { name: { ...name, value: group }, leader: { value: leader, at: name.at } }
  })
}

/** Either one group with 名称 and 组长, or groups with their leaders. */
function ofMap(node: SourceMap, key: string, reading: Reading): Group[] {
  const table = reading.settings.fields.scope('group')
  if (!node.entries.some((entry) => table.fieldOf(entry.key) === 'name')) {
    return node.entries.map((entry) => ({ name: nameOfKey(entry), leader: leaderOf(entry, reading) }))
  }
  const fields = fieldsOf(node, 'group', reading)
  const name = nameOf(fields.first('name'), reading)
  if (name !== undefined) return [{ name, leader: nameOf(fields.first('leader'), reading) }]
  reading.warn('missing-name', `「${key}」里有一项没有写名称，没有读取；请补上党小组的名称`, node.at, written(node))
  return []
}

function nameOfKey({ key, keyAt }: SourceEntry): Located<string> {
  return { value: key.trim(), at: keyAt }
}

function leaderOf(entry: SourceEntry, reading: Reading): Located<string> | undefined {
  if (entry.value.type !== 'map') return nameOf(entry, reading)
  return nameOf(fieldsOf(entry.value, 'group', reading).first('leader'), reading)
}
