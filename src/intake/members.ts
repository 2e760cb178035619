import type { Member } from '../ledger/schema.ts'
import type { SourceEntry, SourceNode } from '../source/node.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { memberNamed, readMember } from './member.ts'
import { peopleOfText } from './people-fields.ts'
import { type Reading, written } from './reading.ts'
import { readMemberStatus } from './values/flags.ts'
import { readWhole } from './values/numbers.ts'

/** Reads 党员: a list of maps or names, a text of names, or names with what is known of each. */
export function membersOf(entry: SourceEntry | undefined, reading: Reading): Member[] | undefined {
  if (entry === undefined || isBlank(entry.value)) return undefined
  const { key, value } = entry
  if (value.type === 'scalar' && readWhole(value.text) !== undefined) {
    reading.note(
      'unnamed-members',
      `「${key}」只写了人数，没有名册；需要名册的检查无法进行，请列出每名党员`,
      value.at,
      value.text,
    )
    return undefined
  }
  return membersIn(value, key, reading)
}

function membersIn(node: SourceNode, key: string, reading: Reading): Member[] {
  switch (node.type) {
    case 'scalar': {
      if (isBlank(node)) return []
      const { people, others } = peopleOfText(node)
      return [...people.map(({ name }) => memberNamed(name)), ...others.map(memberNamed)]
    }
    case 'list':
      return node.items.flatMap((item) => membersIn(item, key, reading))
    case 'map': {
      if (isMember(node, reading)) {
        const member = readMember(fieldsOf(node, 'member', reading), reading)
        return member === undefined ? [] : [member]
      }
      return node.entries.flatMap((one) => membersUnder(one, reading) ?? memberByName(one, reading))
    }
  }
}

const GROUP = /小组$/u

/** 正式党员: [王建国, 李秀英], 第一党小组: [赵敏]: what stands over a list of members holds for each of them. */
function membersUnder({ key, keyAt, value }: SourceEntry, reading: Reading): Member[] | undefined {
  if (value.type === 'map') return undefined
  const status = readMemberStatus(key)
  const isGroup = GROUP.test(key.trim())
  if (status === undefined && !isGroup) return undefined
  return membersIn(value, key, reading).map((member) => ({
    ...member,
    ...(status !== undefined && { status: member.status ?? { value: status, at: keyAt } }),
    ...(isGroup && { group: member.group ?? { value: key.trim(), at: keyAt } }),
  }))
}

function isMember(node: Extract<SourceNode, { type: 'map' }>, reading: Reading): boolean {
  const table = reading.settings.fields.scope('member')
  return (
    node.entries.some(({ key }) => table.fieldOf(key) === 'name') ||
    node.entries.every(({ key }) => table.fieldOf(key) !== undefined)
  )
}

/** 王建国: {入党: …}, 王建国: 正式党员. */
function memberByName({ key, keyAt, value }: SourceEntry, reading: Reading): Member[] {
  const name: SourceEntry = { key: '姓名', keyAt, value: { type: 'scalar', text: key, quoted: false, at: keyAt } }
  const others = value.type === 'map' ? value.entries : isBlank(value) ? [] : [{ key: '类别', keyAt, value }]
  if (value.type === 'list') {
    reading.warn('wrong-shape', `「${key}」下应写这名党员的情况，这里写了一列，没有读取`, value.at, written(value))
  }
  const entries = value.type === 'list' ? [name] : [name, ...others]
  const member = readMember(fieldsOf({ type: 'map', entries, at: keyAt }, 'member', reading), reading)
  return member === undefined ? [] : [member]
}
