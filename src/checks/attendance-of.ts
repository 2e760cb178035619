import { contains } from '../calendar/range.ts'
import { committeeOn } from '../ledger/branch-life.ts'
import { bears, type DatedRecord } from '../ledger/held.ts'
import { isExcusedOn, memberTime } from '../ledger/membership.ts'
import type { Absence, Ledger, Member } from '../ledger/schema.ts'
import { namesIn } from './headcount.ts'

/** What a meeting says of a member: it does not say unless it names the member. */
export type Presence = 'present' | 'absent' | 'unknown'

export interface MemberAttendance {
  readonly presence: Presence
  /** The entry that says so, of an absentee. */
  readonly absence?: Absence
}

/** Who chairs, records, lectures or speaks was there, though the lists may not name them. */
export function attendanceOf(member: Member, record: DatedRecord): MemberAttendance {
  const name = member.name.value
  const { present, leave, absent } = record.attendance
  if (namesIn(present)?.some(({ value }) => value === name) || takesPart(name, record)) return { presence: 'present' }
  const absence = [...(leave?.list ?? []), ...(absent?.list ?? [])].find((one) => one.name.value === name)
  return absence === undefined ? { presence: 'unknown' } : { presence: 'absent', absence }
}

function takesPart(name: string, { chair, recorder, lecturer, agenda }: DatedRecord): boolean {
  const spoken = agenda.flatMap(({ speaker, speeches }) => [speaker, ...speeches.map((speech) => speech.name)])
  return [chair, recorder, lecturer, ...spoken].some((person) => person?.value === name)
}

const FOR_ALL_MEMBERS = ['党员大会', '主题党日', '党课', '组织生活会', '民主评议', '集中学习']

/** Whether the member had to be there: by membership and exemption of the day, the list of those due, group and office. */
export function isDueAt(member: Member, record: DatedRecord, { branch }: Ledger): boolean {
  const date = record.date.value
  if (!contains(memberTime(member), date) || isExcusedOn(member, date)) return false
  const due = namesIn(record.attendance.due)
  if (due !== undefined) return due.some(({ value }) => value === member.name.value)
  if (record.groups.length > 0) return record.groups.some(({ value }) => value === member.group?.value)
  if (FOR_ALL_MEMBERS.some((kind) => bears(record, kind))) return true
  return bears(record, '支委会') && committeeOn(branch, date).includes(member.name.value)
}
