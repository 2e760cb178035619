import type { TimeSpan } from '../../ledger/schema.ts'
import { compact, fold } from './fold.ts'
import { NUMERAL, readNumeral } from './numbers.ts'

const MINUTES_PER_DAY = 1440
const NOON = 720
/** The usual length of a teaching hour (课时, 学时). */
const MINUTES_PER_CLASS = 45

const PERIOD =
  '凌晨|清晨|早晨|早上|早|上午|中午|正午|下午|午后|傍晚|晚上|晚间|当晚|晚|夜间|夜里|[Aa]\\.?[Mm]\\.?|[Pp]\\.?[Mm]\\.?'
const HOUR = '\\d{1,2}|[一二两三四五六七八九十]{1,3}'
const MINUTE = '[0-5]?\\d|[〇零一二三四五六七八九十]{1,3}'
const CLOCK = `(次日|第二天|翌日)?\\s*(${PERIOD})?\\s*(?<![\\d.]|\\d:)(${HOUR})\\s*(?::\\s*([0-5]\\d)(?::\\s*[0-5]\\d(?:\\.\\d+)?)?(?![\\d:])|[时点](?!候|间|长)(?:钟|整)?(?:\\s*(半|一刻|三刻|(?:${MINUTE})(?=分|[^\\d]|$)))?分?)\\s*([AaPp]\\.?[Mm]\\.?)?`
const TO = '\\s*(?:开始|起|开会)?\\s*(?:-+>?|~+|至|到|→|(?<=始|起|会)[,;]?)\\s*'
const SPAN = new RegExp(`${CLOCK}(?:${TO}${CLOCK})?`, 'u')
/** `14.30-16.00`: with points only as a pair, for alone it reads as well as a date or an amount. */
const POINTED = /^(\d{1,2})\.([0-5]\d)(\s*(?:-+|~+|至|到)\s*)(\d{1,2})\.([0-5]\d)$/

/** A span of time and where in the folded text it stands. */
export interface TimeMatch {
  readonly time: TimeSpan
  readonly start: number
  readonly end: number
}

/**
 * Minutes since midnight of `14:30-16:00`, `下午2:30—4:00`, `14时30分至16时`, `晚上7点`; `end` passes 1440 over midnight and
 * stays below `start` where the text itself says so. `undefined` for `上午` alone and whatever names no hour.
 */
export function readTimeSpan(text: string): TimeSpan | undefined {
  const plain = fold(text).trim()
  return findTimeSpan(plain.replace(POINTED, '$1:$2$3$4:$5'))?.time
}

/** The first span of time in a folded text. */
export function findTimeSpan(folded: string): TimeMatch | undefined {
  const match = SPAN.exec(folded)
  if (!match) return undefined
  const start = clockOf(match, 1)
  if (start === undefined) return undefined
  const end = match[9] === undefined ? undefined : clockOf(match, 7)
  const time = end === undefined ? { start: start.minutes } : { start: start.minutes, end: endOf(start, end) }
  return { time, start: match.index, end: match.index + match[0].length }
}

interface Clock {
  readonly minutes: number
  readonly hour: number
  readonly nextDay: boolean
  /** A word such as 下午 says which half of the day is meant. */
  readonly halfSaid: boolean
  readonly afternoon: boolean
  /** `09:00` is written by the 24-hour clock. */
  readonly padded: boolean
}

function clockOf(match: RegExpExecArray, at: number): Clock | undefined {
  const [nextDay, before, hourText, colonMinutes, wordMinutes, after] = match.slice(at, at + 6)
  const period = before ?? after
  const hour = readNumeral(hourText ?? '')
  const minute = minuteOf(colonMinutes ?? wordMinutes)
  if (hour === undefined || minute === undefined || hour > 24 || minute > 59 || (hour === 24 && minute > 0)) {
    return undefined
  }
  return {
    minutes: hourOfDay(hour, period) * 60 + minute,
    hour,
    nextDay: nextDay !== undefined,
    halfSaid: period !== undefined,
    afternoon: period !== undefined && AFTERNOON.test(period),
    padded: hourText?.startsWith('0') ?? false,
  }
}

const MINUTE_WORDS: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45 }

function minuteOf(text: string | undefined): number | undefined {
  if (text === undefined) return 0
  return MINUTE_WORDS[text] ?? readNumeral(text)
}

const AFTERNOON = /^(?:下午|午后|傍晚|晚上|晚间|当晚|晚|夜间|夜里|p\.?m\.?)$/iu
const NIGHT_START = /^(?:凌晨|a\.?m\.?)$/iu

/** The hour by the 24-hour clock: 下午2 is 14, 中午1 is 13, 凌晨12 is 0; 下午14 is 14. */
function hourOfDay(hour: number, period: string | undefined): number {
  if (period === undefined) return hour
  if (NIGHT_START.test(period)) return hour === 12 ? 0 : hour
  if (period === '中午' || period === '正午') return hour < 3 ? hour + 12 : hour
  if (/^(?:晚|夜|当晚)/u.test(period) && hour === 12) return 24
  return AFTERNOON.test(period) && hour < 12 ? hour + 12 : hour
}

/** 下午 before the start holds for the end as well; past 18:00 an end in the small hours is of the next day. */
function endOf(start: Clock, end: Clock): number {
  if (end.nextDay) return end.minutes + MINUTES_PER_DAY
  if (end.halfSaid) return overMidnight(start.minutes, end.minutes)
  const later = end.minutes + NOON
  if (start.afternoon && end.hour < 12) return later
  if (end.minutes >= start.minutes) return end.minutes
  const byTwelve = start.halfSaid || (start.hour <= 12 && end.hour <= 12 && !start.padded && !end.padded)
  return byTwelve && end.hour < 12 && later > start.minutes ? later : overMidnight(start.minutes, end.minutes)
}

function overMidnight(start: number, end: number): number {
  return start >= 18 * 60 && end <= 6 * 60 ? end + MINUTES_PER_DAY : end
}

/** A part of the day that stands in place of an hour. */
export const HALF_DAY = '全天|半天|上午|下午|晚上|晚间|傍晚|中午|早上'
const HALF_DAY_ALONE = new RegExp(`^(?:${HALF_DAY})$`, 'u')

/** `上午` alone: a time of day without an hour. */
export function isHalfDay(text: string): boolean {
  return HALF_DAY_ALONE.test(compact(text))
}

const HOURS = new RegExp(
  `^(?:约|大约|近|共)?(?:(${NUMERAL})个?(半)?(?:小时|钟头|[Hh](?:ours?)?)|(半)个?(?:小时|钟头))(?:零|又)?(?:(${NUMERAL})(?:分钟?|min)?)?(?:左右|多)?$`,
  'u',
)
const MINUTES = new RegExp(`^(?:约|大约|近|共)?(${NUMERAL})(?:分钟?|[Mm]in(?:utes?)?|′)?(?:左右)?$`, 'u')
const CLASSES = new RegExp(`^(?:约|共)?(${NUMERAL})个?(?:课时|学时)$`, 'u')
const QUARTERS: Readonly<Record<string, number>> = { 一刻钟: 15, 三刻钟: 45 }
const CLOCKED = /^(\d{1,2}):([0-5]\d)(?::[0-5]\d)?$/

/** Minutes of `90分钟`, `1小时30分钟`, `一个半小时`, `1.5小时`, `2课时` (45 each), `1:30`, a span `14:30-16:00`, a plain number. */
export function readDuration(text: string): number | undefined {
  const plain = compact(text)
  const clocked = CLOCKED.exec(plain)
  if (clocked) return Number(clocked[1]) * 60 + Number(clocked[2])
  const hours = HOURS.exec(plain)
  if (hours) return hoursToMinutes(hours)
  const classes = CLASSES.exec(plain)?.[1]
  if (classes !== undefined) return times(readNumeral(classes), MINUTES_PER_CLASS)
  const minutes = MINUTES.exec(plain)?.[1]
  if (minutes !== undefined) return readNumeral(minutes)
  return QUARTERS[plain] ?? lengthOf(readTimeSpan(text))
}

function hoursToMinutes([, number, andHalf, half, minutes]: RegExpExecArray): number | undefined {
  const whole = half === undefined ? times(readNumeral(number ?? ''), 60) : 30
  const rest = minutes === undefined ? 0 : readNumeral(minutes)
  if (whole === undefined || rest === undefined) return undefined
  return Math.round(whole + (andHalf === undefined ? 0 : 30) + rest)
}

function times(number: number | undefined, factor: number): number | undefined {
  return number === undefined ? undefined : Math.round(number * factor)
}

function lengthOf(span: TimeSpan | undefined): number | undefined {
  return span?.end === undefined || span.end < span.start ? undefined : span.end - span.start
}
