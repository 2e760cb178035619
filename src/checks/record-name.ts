import { dayOfMonth, monthOf, type PlainDate, yearOf } from '../calendar/plain-date.ts'
import type { LedgerRecord } from '../ledger/schema.ts'

/** What messages call a record: `3月12日党员大会`, `3月9日党小组会（第一党小组）`, `日期写作“2月30日”的党课`. */
export function recordName(record: LedgerRecord): string {
  return `${dayOf(record)}${meetingName(record)}`
}

function dayOf({ date, impossibleDate, unreadDate }: LedgerRecord): string {
  if (date !== undefined) return dayName(date.value)
  const written = impossibleDate ?? unreadDate
  return written === undefined ? '未注明日期的' : `日期写作“${written.value}”的`
}

/** The same without its day: `党员大会`. */
export function meetingName({ kinds, register, groups }: LedgerRecord): string {
  const said = kinds.filter(({ implied }) => implied !== true).map(({ value }) => value)
  const kind = said.length > 0 ? said.join('、') : (register ?? '记录')
  const group = groups.length > 0 ? `（${groups.map(({ value }) => value).join('、')}）` : ''
  return `${kind}${group}`
}

/** `3月12日`. */
export function dayName(date: PlainDate): string {
  return `${monthOf(date)}月${dayOfMonth(date)}日`
}

/** `2026年3月12日`. */
export function fullDayName(date: PlainDate): string {
  return `${yearOf(date)}年${dayName(date)}`
}
