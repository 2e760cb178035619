import type { Member } from '../ledger/schema.ts'
import type { Located } from '../source/place.ts'
import type { Fields } from './keys.ts'
import type { NameInRoster } from './member-name.ts'
import { type RemarkReading, readRemark } from './member-remark.ts'
import type { Reading } from './reading.ts'
import { textOf } from './scalars.ts'
import { readMemberStatus } from './values/flags.ts'

const REMARK_COLUMN = /^(?:备注|说明|其他|备考|情况说明)$/u

/** What is said of a member beside the name, under 备注, or under 人员类别 in place of one. */
export function remarksOn(
  { name, remark }: NameInRoster,
  fields: Fields<'member'>,
  reading: Reading,
): Located<string>[] {
  const category = textOf(fields.first('status'), reading)
  return [
    ...(remark === undefined ? [] : [{ value: remark, at: name.at }]),
    ...(category === undefined || readMemberStatus(category.value) !== undefined ? [] : [category]),
    ...fields.rest.flatMap((entry) => (REMARK_COLUMN.test(entry.key.trim()) ? (textOf(entry, reading) ?? []) : [])),
  ]
}

/**
 * The member with what the remarks say that no column of its own does; `undefined` where he left on a day that nobody
 * gives. Both are told.
 */
export function withRemarks(member: Member, remarks: readonly Located<string>[], reading: Reading): Member | undefined {
  return remarks.reduce<Member | undefined>(
    (known, remark) => known && withRemark(known, remark, readRemark(remark, reading), reading),
    member,
  )
}

function withRemark(
  member: Member,
  remark: Located<string>,
  { told, leftSomeTime }: RemarkReading,
  reading: Reading,
): Member | undefined {
  const name = member.name.value
  if (leftSomeTime !== undefined) {
    if (hasLeft(member)) return member
    const message = `「${name}」写有“${remark.value}”，没有写明日期，没有计入名册；请在「${leftSomeTime}」一栏写明日期`
    reading.warn('left-member', message, remark.at, remark.value)
    return undefined
  }
  const added = Object.entries(told).filter(([field]) => isOpen(member[field as keyof typeof told]))
  if (added.length === 0) return member
  const message = `「${name}」写有“${remark.value}”，已按此读取；请写在名册的“转出”“流动”“不作硬性要求”一类的栏目里`
  reading.note('remark-read', message, remark.at, remark.value)
  return { ...member, ...Object.fromEntries(added) }
}

function isOpen(value: unknown): boolean {
  return value === undefined || (Array.isArray(value) && value.length === 0)
}

function hasLeft({ movedOut, died, suspended }: Member): boolean {
  return [movedOut, died, suspended].some((day) => day !== undefined)
}
