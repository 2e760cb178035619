import { dayOfMonth, monthOf, type PlainDate, yearOf } from '../calendar/plain-date.ts'
import type { LedgerRecord } from '../ledger/schema.ts'

/** What messages call a record: `3月12日党员大会`, `3月9日党小组会（第一党小组）`. */
export function recordName({ date, impossibleDate, unreadDate, kinds, register, groups }: LedgerRecord): string {
  const said = kinds.filter(({ implied }) => implied !== true).map(({ value }) => value)
  const kind = said.length > 0 ? said.join('、') : (register ?? '记录')
  const group = groups.length > 0 ? `（${groups.map(({ value }) => value).join('、')}）` : ''
  const day = date === undefined ? ((impossibleDate ?? unreadDate)?.value ?? '未注明日期的') : dayName(date.value)
  return `${day}${kind}${group}`
}

/** `3月12日`. */
export function dayName(date: PlainDate): string {
  return `${monthOf(date)}月${dayOfMonth(date)}日`
}

/** `2026年3月12日`. */
export function fullDayName(date: PlainDate): string {
  return `${yearOf(date)}年${dayName(date)}`
}
