import type { Member } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { dayOf } from './days.ts'
import { exemptionsOf } from './exemptions.ts'
import type { Fields } from './keys.ts'
import { rosterName } from './member-name.ts'
import { readRemark } from './member-remark.ts'
import { remarksOn, withRemarks } from './member-remarks.ts'
import type { Reading } from './reading.ts'
import { locatedAs, nameOf, readAs, saysNone, textOf } from './scalars.ts'
import { readMemberStatus, readYesNo } from './values/flags.ts'

/** People whom rosters list beside the members. */
const NO_MEMBER = /积极分子|发展对象|申请人|群众|团员|非党员|民主党派/u

/** The member whom a row or a map of a roster describes; `undefined` where it names none, which is told. */
export function readMember(fields: Fields<'member'>, reading: Reading): Member | undefined {
  const found = rosterName(fields.first('name'), reading)
  if (found === undefined) {
    reading.error('missing-name', '党员名册里有一项没有写姓名，没有读取；请补上姓名', fields.at, '')
    return undefined
  }
  const { name } = found
  const category = categoryOf(fields, reading)
  if (category !== undefined && NO_MEMBER.test(category.value)) {
    reading.note(
      'no-member',
      `「${name.value}」写作「${category.value}」，不是党员，没有计入名册`,
      category.at,
      category.value,
    )
    return undefined
  }
  const member: Member = {
    name,
    code: nameOf(fields.first('code'), reading),
    gender: nameOf(fields.first('gender'), reading),
    birth: dayOf(fields.first('birth'), reading),
    joined: dayOf(fields.first('joined'), reading),
    status: statusOf(fields, reading),
    probationStart: dayOf(fields.first('probationStart'), reading),
    group: nameOf(fields.first('group'), reading),
    post: postOf(fields, reading),
    office: nameOf(fields.first('office'), reading),
    rank: nameOf(fields.first('rank'), reading),
    mobile: mobileOf(fields.first('mobile'), reading),
    exemptions: exemptionsOf(fields.first('exemptions'), reading),
    movedIn: dayOf(fields.first('movedIn'), reading),
    movedOut: dayOf(fields.first('movedOut'), reading),
    died: dayOf(fields.first('died'), reading),
    suspended: dayOf(fields.first('suspended'), reading),
    at: fields.at,
  }
  return withRemarks(member, remarksOn(found, fields, reading), reading)
}

/** Where somebody is, in place of whether: 在外地务工. */
function mobileOf(entry: SourceEntry | undefined, reading: Reading): Member['mobile'] {
  const text = nameOf(entry, reading)
  if (entry === undefined || text === undefined) return undefined
  const said = readYesNo(text.value)
  if (said !== undefined) return locatedAs(said, text.at, text.value)
  const message = `「${entry.key}」写作「${text.value}」，按“是”读取；如不对，请写“是”或“否”`
  reading.note('guessed-flag', message, text.at, text.value)
  return { value: true, at: text.at, raw: text.value }
}

/** A member of whom a list gives the name alone. */
export function memberNamed(name: Located<string>): Member {
  return { name, exemptions: [], at: name.at }
}

function categoryOf(fields: Fields<'member'>, reading: Reading): Located<string> | undefined {
  return textOf(fields.first('status') ?? fields.first('statusOrPost'), reading)
}

/** 类别 and 身份 are the 人员类别 where they say one. */
function statusOf(fields: Fields<'member'>, reading: Reading): Member['status'] {
  const status = fields.first('status')
  if (status !== undefined) return statusIn(status, reading)
  const either = fields.first('statusOrPost')
  return either && readsAsStatus(either, reading)
    ? readAs(either, reading, readMemberStatus, '', 'bad-status')
    : undefined
}

const BRACKETS = /[（(][^（）()]*[）)]/gu

/** 正式党员（流动）; who has left is told as such. */
function statusIn(entry: SourceEntry, reading: Reading): Member['status'] {
  const text = textOf(entry, reading)
  const plain = text && readMemberStatus(text.value.replace(BRACKETS, ''))
  if (text !== undefined && plain !== undefined) return locatedAs(plain, text.at, text.value)
  if (text !== undefined && readRemark(text, reading).leftSomeTime !== undefined) return undefined
  return readAs(entry, reading, readMemberStatus, '“正式党员”或“预备党员”', 'bad-status')
}

function postOf(fields: Fields<'member'>, reading: Reading): Located<string> | undefined {
  const post = nameOf(fields.first('post'), reading)
  const either = fields.first('statusOrPost')
  if (post !== undefined || either === undefined || readsAsStatus(either, reading)) return post
  return nameOf(either, reading)
}

function readsAsStatus(entry: SourceEntry, reading: Reading): boolean {
  const text = textOf(entry, reading)
  return text !== undefined && !saysNone(text.value) && readMemberStatus(text.value) !== undefined
}
