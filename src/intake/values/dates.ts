import { addDays, monthOf, type PlainDate, parsePlainDate, plainDate, yearOf } from '../../calendar/plain-date.ts'
import type { TimeSpan } from '../../ledger/schema.ts'
import { type DayMatch, matchDay } from './day-forms.ts'
import { dateOfSerial } from './excel-serial.ts'
import { fold } from './fold.ts'
import { readNumeral } from './numbers.ts'
import { matchPeriod } from './periods.ts'
import { findTimeSpan, HALF_DAY } from './times.ts'

export interface DateHints {
  /** The year of a date that names none, where the surroundings tell it. */
  readonly year?: number | undefined
  /** Whether a bare number such as 46093 may be a day as Excel counts them: in cells of tables only. */
  readonly serial?: boolean | undefined
}

/** What a text says of a day. One of `date`, `impossible`, `yearMissing` and `period` is always there. */
export interface DateReading {
  readonly date?: PlainDate
  /** Last day, where the text names two. */
  readonly endDate?: PlainDate
  /** The day as written, where it does not exist: `2026年2月30日`. */
  readonly impossible?: string
  /** 1 (Monday) to 7 (Sunday), as stated beside the day. */
  readonly weekday?: number
  readonly time?: TimeSpan
  /** 上午 and the like, where no hour stands beside the day. */
  readonly halfDay?: string
  /** The year was written with two digits, or not at all. */
  readonly yearGuessed?: boolean
  /** Month and day stand there, but neither text nor hints tell the year. */
  readonly yearMissing?: boolean
  /** The id (`2026-03`, `2026Q1`, `2026`) of a month, quarter, half or year that stands in place of a day. */
  readonly period?: string
  /** What stands behind all this and was not read. */
  readonly rest?: string
}

/** Reads the day, the days or the period that a text begins with, and the weekday and time beside it. */
export function readDate(text: string, hints: DateHints = {}): DateReading | undefined {
  // Most stand there as they are kept.
  const plain = parsePlainDate(text)
  return plain === undefined ? readWritten(text, hints) : { date: plain }
}

function readWritten(text: string, hints: DateHints): DateReading | undefined {
  const folded = inArabicDigits(fold(text)).trim()
  const whole = (hints.serial ? dateOfSerial(folded) : undefined) ?? instant(folded)
  if (whole) return whole
  const lead = LEAD.exec(folded)
  const body = folded.slice(lead?.[0].length ?? 0)
  const first = matchDay(body, hints.year)
  if (first === undefined) return periodReading(body, hints.year)
  return dayReading(body, first, weekdayNumber(lead?.[1]))
}

const CHINESE_NUMERAL =
  /[〇零一二三四五六七八九]{2,4}(?=\s*年)|(?<![第上下])[〇零一二三四五六七八九十廿卅]{1,3}(?=\s*[月日号])/gu

/** 二〇二六年三月十二日 in Arabic digits, so that one set of forms serves both. */
function inArabicDigits(folded: string): string {
  return folded.replace(CHINESE_NUMERAL, (written) => String(readNumeral(written) ?? written))
}

const WEEKDAY = '(?:星期|周|礼拜)\\s*([一二三四五六日天1-7])'
/** Words before the day that say nothing of it, but for a weekday. */
const LEAD = new RegExp(
  `^(?:[^\\d\\s:]{0,8}(?:时间|日期)\\s*:?\\s*|[于自从(]\\s*|截[至止]?\\s*)*(?:${WEEKDAY}\\s*[,)]?\\s*)?`,
  'u',
)
const WEEKDAY_BESIDE = new RegExp(`^\\s*[(,]?\\s*(?:${WEEKDAY}|([一二三四五六日](?=\\))))\\s*\\)?`, 'u')
const WEEKDAYS = '一二三四五六日'

function weekdayNumber(written: string | undefined): number | undefined {
  if (written === undefined) return undefined
  if (written === '天') return 7
  return Number(written) || WEEKDAYS.indexOf(written) + 1
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(Z|[+-]\d{2}:?\d{2})?$/iu
/** A program that writes UTC means a moment; China has one zone, eight hours ahead. */
const UTC = /^(?:Z|[+-]00:?00)$/iu
const CHINA_OFFSET = 480
const MINUTES_PER_DAY = 1440

/** `2026-03-12T14:30:00+08:00`: day and hour as written, unless they are written in UTC. */
function instant(folded: string): DateReading | undefined {
  const match = INSTANT.exec(folded)
  if (!match) return undefined
  const written = parsePlainDate(match[1] ?? '')
  if (written === undefined) return { impossible: match[1] ?? '' }
  const minutes = Number(match[2]) * 60 + Number(match[3]) + (UTC.test(match[4] ?? '') ? CHINA_OFFSET : 0)
  const date = minutes >= MINUTES_PER_DAY ? addDays(written, 1) : written
  const start = minutes % MINUTES_PER_DAY
  return start === 0 ? { date } : { date, time: { start } }
}

function periodReading(body: string, year: number | undefined): DateReading | undefined {
  const match = matchPeriod(body, year)
  if (match === undefined) return undefined
  return { period: match.id, ...(match.yearGuessed && { yearGuessed: true }), ...restOf(body.slice(match.end)) }
}

function dayReading(body: string, first: DayMatch, leadingWeekday: number | undefined): DateReading {
  const beside = besideOf(body.slice(first.end))
  const last = lastDay(beside.after, first.date)
  const after = last === undefined ? undefined : besideOf(beside.after.slice(last.end))
  const weekday = leadingWeekday ?? beside.weekday
  return {
    ...whatDay(body, first),
    ...(last && whatLastDay(body, first.date, last, body.length - beside.after.length)),
    ...(weekday !== undefined && { weekday }),
    ...(beside.halfDay !== undefined && { halfDay: beside.halfDay }),
    ...timeOf(beside.time, after?.time, first.date, last?.date),
    ...restOf((after ?? beside).after),
  }
}

function whatDay(body: string, match: DayMatch): DateReading {
  return {
    ...(match.date !== undefined && { date: match.date }),
    ...(match.impossible && { impossible: body.slice(0, match.end).trim() }),
    ...(match.yearGuessed && { yearGuessed: true }),
    ...(match.yearMissing && { yearMissing: true }),
  }
}

function whatLastDay(body: string, first: PlainDate | undefined, last: DayMatch, offset: number): DateReading {
  if (last.impossible) return { impossible: body.slice(0, offset + last.end).trim() }
  return last.date === undefined || last.date === first ? {} : { endDate: last.date }
}

interface Beside {
  readonly weekday?: number | undefined
  readonly time?: TimeSpan | undefined
  readonly halfDay?: string | undefined
  /** The text behind weekday and time. */
  readonly after: string
}

const HALF_DAY_BESIDE = new RegExp(`^\\s*(${HALF_DAY})(?=$|\\s*[-~至到(])`, 'u')

/** The weekday and the time that follow a day. */
function besideOf(text: string): Beside {
  const match = WEEKDAY_BESIDE.exec(text)
  const weekday = weekdayNumber(match?.[1] ?? match?.[2])
  const behind = text.slice(match?.[0].length ?? 0).replace(/^[\s,T]+/u, '')
  const found = findTimeSpan(spaced(behind))
  if (found === undefined || found.start > 0) {
    const halfDay = HALF_DAY_BESIDE.exec(behind)?.[1]
    return { weekday, halfDay, after: behind.replace(HALF_DAY_BESIDE, '') }
  }
  return { weekday, time: found.time, after: spaced(behind).slice(found.end) }
}

/** The hour of `202603121430`. */
function spaced(text: string): string {
  return text.replace(/^([012]\d)([0-5]\d)(?:[0-5]\d)?$/u, '$1:$2')
}

const UNTIL = /^\s*(?:-+|~+|至|到)\s*/u
const DAY_ALONE = /^(\d{1,2})(?!\d|\s*[:.时点月])\s*[日号]?/u

/** The second day of `3月12日至14日`, in the year and month of the first where it names none. */
function lastDay(text: string, first: PlainDate | undefined): DayMatch | undefined {
  const start = UNTIL.exec(text)?.[0].length
  if (start === undefined) return undefined
  const behind = text.slice(start)
  const match = matchDay(behind, first && yearOf(first)) ?? dayAlone(behind, first)
  return match && { ...match, date: inNextYear(match, first), end: start + match.end }
}

function dayAlone(text: string, first: PlainDate | undefined): DayMatch | undefined {
  const match = DAY_ALONE.exec(text)
  if (!match || first === undefined) return undefined
  const date = plainDate(yearOf(first), monthOf(first), Number(match[1]))
  return date === undefined ? { impossible: true, end: match[0].length } : { date, end: match[0].length }
}

/** 12月30日至1月2日 ends in the year after. */
function inNextYear({ date, yearGuessed }: DayMatch, first: PlainDate | undefined): PlainDate | undefined {
  if (date === undefined || first === undefined || !yearGuessed || date >= first) return date
  return plainDate(yearOf(date) + 1, monthOf(date), Number(date.slice(8))) ?? date
}

function timeOf(
  first: TimeSpan | undefined,
  last: TimeSpan | undefined,
  date: PlainDate | undefined,
  endDate: PlainDate | undefined,
): { time?: TimeSpan } {
  if (first === undefined) return {}
  if (last !== undefined && first.end === undefined && date !== undefined) {
    if (date === endDate) return { time: { start: first.start, end: last.start } }
    if (addDays(date, 1) === endDate) return { time: { start: first.start, end: last.start + MINUTES_PER_DAY } }
  }
  // A day exported with its hour at 00:00 has none.
  return first.start === 0 && first.end === undefined ? {} : { time: first }
}

function restOf(text: string): { rest?: string } {
  const rest = text.replace(/^[\s),;。、]+|[\s(,;。、]+$/gu, '')
  return rest === '' ? {} : { rest }
}
