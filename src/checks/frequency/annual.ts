import * as z from 'zod'
import type { SomeDay } from '../../calendar/judging-day.ts'
import { parsePeriod } from '../../calendar/period.ts'
import { yearOf } from '../../calendar/plain-date.ts'
import { MONTH_DAY, windowYearOf, type YearlyWindow } from '../../calendar/yearly-window.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { type Told, toldInProse } from './told-in-prose.ts'

const MonthDay = z.string().regex(MONTH_DAY, { error: '应写成月-日，如 10-01' })

/** 通常在什么时间开；止日早于起日的，止于次年。 */
export const Window = z.strictObject({ from: MonthDay, to: MonthDay }).default({ from: '10-01', to: '03-31' })

/** Meetings that a yearly meeting may be entered as: told by the title, or, where all members meet, by an item. */
const BY_TITLE = ['党员大会', '支委会', '党小组会', '主题党日', '组织生活会', '民主评议']
const BY_ITEM = ['党员大会', '主题党日', '组织生活会', '民主评议']
/** Speaks of the meeting before or after it, or of another's. */
const ONLY_ABOUT_IT =
  /会前|筹备|准备|方案|部署|安排|布置|动员|通知|学习|传达|整改|回头看|通报|征求|研究|审议|总结|听取|要求|酝酿|谈心|确定|材料|情况|清单/u

/** Whether the record is of the kind: by its 类型, or by a title, an item or minutes that say so (组织生活会暨民主评议). */
export function isOfKind(record: LedgerRecord, kind: string): boolean {
  if (bears(record, kind)) return true
  if (record.register !== undefined) return false
  return (
    (tellsOf(record.title?.value ?? '', kind) && isCalledOneOf(record, BY_TITLE)) ||
    (record.agenda.some(({ content }) => tellsOf(content.value, kind)) && isCalledOneOf(record, BY_ITEM)) ||
    tellsInProse(record, kind) === 'surely'
  )
}

/** Whether the record says that one was held, and nothing of it that would tell whether it was this meeting. */
export function mayBeOfKind(record: LedgerRecord, kind: string): boolean {
  return !isOfKind(record, kind) && tellsInProse(record, kind) === 'perhaps'
}

function tellsInProse(record: LedgerRecord, kind: string): Told {
  if (record.register !== undefined || !isCalledOneOf(record, BY_ITEM)) return 'not'
  return toldInProse(record, kind, ONLY_ABOUT_IT)
}

/** 所属年度: as the record says it (`所属年度`, `补开`, `2025年度` in title or text), else by its day and the usual window. */
export function yearOfRecord(record: LedgerRecord, kind: string, window: YearlyWindow): number | undefined {
  const madeUp = record.makeUpFor && parsePeriod(record.makeUpFor.value)
  const said = record.year?.value ?? (madeUp && yearOf(madeUp.from)) ?? yearInText(record, kind)
  return said ?? (record.date && windowYearOf(record.date.value, window))
}

/** The records of a kind that took place for that year, by date. */
export function heldForYear(
  ledger: Ledger,
  { kind, window }: { readonly kind: string; readonly window: YearlyWindow },
  year: number,
  asOf: SomeDay,
): DatedRecord[] {
  return heldOfKind(ledger, kind, asOf).filter((record) => yearOfRecord(record, kind, window) === year)
}

/** The records of a kind that took place, by date. */
export function heldOfKind({ records }: Ledger, kind: string, asOf: SomeDay): DatedRecord[] {
  return records.filter((record): record is DatedRecord => isHeld(record, asOf) && isOfKind(record, kind))
}

function isCalledOneOf(record: LedgerRecord, kinds: readonly string[]): boolean {
  return kinds.some((kind) => bears(record, kind))
}

function tellsOf(text: string, kind: string): boolean {
  return text.includes(kind) && !ONLY_ABOUT_IT.test(text)
}

function yearInText({ title, agenda, minutes, content }: LedgerRecord, kind: string): number | undefined {
  const inTitle = /(20\d{2})\s*年度/u.exec(title?.value ?? '')
  if (inTitle) return Number(inTitle[1])
  const nearKind = new RegExp(`(20\\d{2})\\s*年度[^，。；,;\\n]{0,12}${kind}`, 'u')
  for (const text of [...agenda.map((item) => item.content), minutes, content]) {
    const match = nearKind.exec(text?.value ?? '')
    if (match) return Number(match[1])
  }
  return undefined
}
