import type { PlainDate } from '../../calendar/plain-date.ts'
import { monthOf, yearOf } from '../../calendar/plain-date.ts'

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const MONTH = `(1[0-2]|0?[1-9]|十[一二]?|[一二三四五六七八九])`
const SPAN = new RegExp(`${MONTH}月?份?[-—–~至到]+${MONTH}月`, 'gu')
const SINGLE = new RegExp(`(?<![\\d一二三四五六七八九十])${MONTH}月`, 'gu')
const YEAR = /(20\d{2})年?/u
const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/(?:第)?[一1]季度/u, 1, 3],
  [/(?:第)?[二2]季度/u, 4, 6],
  [/(?:第)?[三3]季度/u, 7, 9],
  [/(?:第)?[四4]季度/u, 10, 12],
  [/上半年/u, 1, 6],
  [/下半年/u, 7, 12],
  [/全年|年度|一年/u, 1, 12],
]

/** The months (`2026-03`) that an entry is for: those that its wording names, else that of its day. */
export function monthsNamed(wording: string, date: PlainDate): Set<string> {
  const text = wording.normalize('NFKC')
  const year = Number(YEAR.exec(text)?.[1] ?? yearOf(date))
  const spans = [...text.matchAll(SPAN)].map(([, from, to]) => [numberOf(from), numberOf(to)] as const)
  const singles = [...text.replace(SPAN, ' ').matchAll(SINGLE)].map(
    ([, month]) => [numberOf(month), numberOf(month)] as const,
  )
  const parts = PARTS.filter(([pattern]) => pattern.test(text)).map(([, from, to]) => [from, to] as const)
  const named = [...spans, ...singles, ...parts].flatMap(([from, to]) => monthsFrom(year, from, to))
  return new Set(named.length > 0 ? named : [idOf(yearOf(date), monthOf(date))])
}

/** November to February runs into the next year. */
function monthsFrom(year: number, from: number, to: number): string[] {
  const length = (to < from ? to + 12 : to) - from + 1
  return Array.from({ length }, (_, step) => {
    const month = from + step
    return month > 12 ? idOf(year + 1, month - 12) : idOf(year, month)
  })
}

function numberOf(text: string | undefined): number {
  const index = NUMERALS.indexOf(text ?? '')
  return index >= 0 ? index + 1 : Number(text)
}

function idOf(year: number, month: number): string {
  return `${year}-${String(month).padStart(2, '0')}`
}
