import type { PlainDate } from '../../calendar/plain-date.ts'
import { monthOf, yearOf } from '../../calendar/plain-date.ts'

const NUMERALS = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']
const YEAR = '(20\\d{2})年'
const TO = '(?:月份?|季度?)?[-—–~至到]+'
const AND = /[、,和及与]/u

/** What months are told in: its number, its word, and how many months it has. */
interface Unit {
  readonly number: string
  readonly word: string
  readonly months: number
}

const UNITS: readonly Unit[] = [
  { number: '(1[0-2]|0?[1-9](?!\\d)|十[一二]?|[一二三四五六七八九])', word: '月份?(?!\\d+[日号])', months: 1 },
  { number: '第?([一二三四1-4])', word: '季度?', months: 3 },
]
const LISTS = UNITS.map((unit) => ({ unit, list: listOf(unit), item: new RegExp(`^${itemOf(unit)}`, 'u') }))

const PARTS: readonly (readonly [RegExp, number, number])[] = [
  [/上半年/u, 1, 6],
  [/下半年/u, 7, 12],
  [/全年|年度|一年/u, 1, 12],
]
/** 2026.01, 202601 and 2026-1, but no day: 2026-01-05. */
const IN_DIGITS = /(20\d{2})(?:[./-](?=\d)|(?=\d{2}(?!\d)))(1[0-2]|0?[1-9])(?!\d|[./-]\d{1,2}(?!\d))/gu
/** So many months, whether those before or those to come. */
const SO_MANY = /(\d{1,2}|[一二两三四五六七八九十])个月|(?<![上下])半年/u
const HALF_YEAR = 6

/** The months (`2026-03`) that an entry is for: those that its wording names, else that of its day. */
export function monthsNamed(wording: string, date: PlainDate): Set<string> {
  const text = wording.normalize('NFKC').replace(IN_DIGITS, '$1年$2月')
  const year = Number(new RegExp(YEAR, 'u').exec(text)?.[1] ?? yearOf(date))
  const listed = LISTS.flatMap(({ unit, list, item }) =>
    [...text.matchAll(list)].flatMap(([run]) => monthsOfRun(run, item, unit, year)),
  )
  const parts = PARTS.filter(([pattern]) => pattern.test(text)).flatMap(([, from, to]) => span(year, from, year, to))
  const named = [...listed, ...parts]
  return new Set((named.length > 0 ? named : monthsAround(text, date)).map(idOf))
}

/** 1月, 1-3月, 1、2、3月, 2025年11月至2026年2月: numbers with one word behind the last of them at least. */
function listOf(unit: Unit): RegExp {
  const item = itemOf(unit)
  return new RegExp(`(?<![\\d一二三四五六七八九十])(?:${item}(?:${unit.word})?${AND.source})*${item}${unit.word}`, 'gu')
}

function itemOf({ number }: Unit): string {
  return `(?:${YEAR})?${number}(?:${TO}(?:${YEAR})?${number})?`
}

/** A year stands for what follows it, too. */
function monthsOfRun(run: string, item: RegExp, { months }: Unit, firstYear: number): number[] {
  let year = firstYear
  return run.split(AND).flatMap((part) => {
    const [, fromYear, from, toYear, to] = item.exec(part) ?? []
    if (from === undefined) return []
    const begins = Number(fromYear ?? year)
    year = Number(toYear ?? begins)
    return span(begins, (numberOf(from) - 1) * months + 1, year, numberOf(to ?? from) * months)
  })
}

/** Months counted from the year 0. November to February runs into the next year. */
function span(fromYear: number, from: number, toYear: number, to: number): number[] {
  const first = fromYear * 12 + from - 1
  const last = toYear * 12 + to - 1
  return Array.from({ length: (last < first ? last + 12 : last) - first + 1 }, (_, step) => first + step)
}

function monthsAround(text: string, date: PlainDate): number[] {
  const [many, number] = SO_MANY.exec(text) ?? []
  const more = many === undefined ? 0 : (number === undefined ? HALF_YEAR : numberOf(number)) - 1
  const own = yearOf(date) * 12 + monthOf(date) - 1
  return Array.from({ length: 2 * more + 1 }, (_, step) => own - more + step)
}

function numberOf(text: string): number {
  const index = NUMERALS.indexOf(text === '两' ? '二' : text)
  return index >= 0 ? index + 1 : Number(text)
}

function idOf(index: number): string {
  return `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`
}
