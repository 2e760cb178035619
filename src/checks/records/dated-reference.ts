import { monthOf, type PlainDate, plainDate, yearOf } from '../../calendar/plain-date.ts'
import { matchesOf } from '../../text/matches.ts'
import { isPlanned } from './planned.ts'

/** An event of a later day that a text tells as past. */
export interface LaterEvent {
  /** `2026年6月`, `6月18日`. */
  readonly said: string
  /** The first day that it can have been. */
  readonly from: PlainDate
  /** As it stands in the text, from the date to what happened. */
  readonly quote: string
  /** The year is not written and the month lies so far ahead that the year before may be meant. */
  readonly isUnsure: boolean
}

const MONTH = /(?<!\d)(1[0-2]|0?[1-9])月份?(?:([0-3]?\d)[日号])?/gu
const YEAR_IN_FRONT = /(?:(\d{4})\s*年|([今本去上前当明次同每历]年))\s*$/u
/** Characters of a year and the blanks around it. */
const YEAR_LENGTH = 8

/** What only follows a date of the past, from the date on and within its sentence. */
const HAPPENED =
  /^[^。；！？\n]{0,24}?(?:考察|视察|调研)(?:时|期间|中|的?(?:重要)?讲话)|^[^。；！？\n]{0,24}?(?:重要讲话|重要指示|重要批示|重要回信|给[^，。；]{1,20}回信|讲话精神|指示精神|批示精神|会议精神|全会精神)|^[^，。；！？\n]{0,6}?(?:召开|举行|印发|发布|公布|出台|闭幕)的/u

/** Characters after a date within which it must be said what happened. */
const REST_LENGTH = 60

/** Before a date only: a deadline or a stretch of time. */
const NOT_A_DAY = /^(?:前|之前|以前|底前|底之前|起|开始|至|到|—|-|~)/u
/** The branch's own doings of that month: the date is theirs and not that of what is studied there. */
const OWN_DOINGS =
  /主题党日|党员大会|支委会|小组会|党课|支部|学习|组织(?:党员|大家|开展|全体|收看|观看)|开展|集中|继续|安排|计划|工作(?:计划|安排|要点|任务|重点)/u

const YEAR_BEFORE = /(\d{4})\s*年|[去上前当那同]年|(?:一九|二[〇○零])[一二三四五六七八九〇○零]{2}年/gu
/** Characters before a bare month in which a year may be named that it belongs to. */
const YEAR_REACH = 80
/** Months ahead from which on a bare month may as well be one of the year before. */
const SURELY_AHEAD = 3
const MAYBE_AHEAD = 5

/** Events in a text that the record's day does not reach. */
export function laterEvents(text: string, date: PlainDate): LaterEvent[] {
  if (!text.includes('月')) return []
  return matchesOf(text, MONTH).flatMap((match) => laterEvent(match, text, date) ?? [])
}

function laterEvent({ 0: whole, 1: month, 2: day, index }: RegExpExecArray, text: string, date: PlainDate) {
  const end = index + whole.length
  const rest = text.slice(end, end + REST_LENGTH)
  const happened = HAPPENED.exec(rest)?.[0]
  if (happened === undefined || NOT_A_DAY.test(rest) || OWN_DOINGS.test(happened)) return undefined
  const [inFront = '', year, relative] = YEAR_IN_FRONT.exec(text.slice(Math.max(0, index - YEAR_LENGTH), index)) ?? []
  const start = index - inFront.length
  const written = { month: Number(month), day: day === undefined ? undefined : Number(day) }
  const before = text.slice(Math.max(0, start - YEAR_REACH), start)
  const meant = yearMeant({ year, relative, before }, written, date)
  const from = meant && plainDate(meant.year, written.month, written.day ?? 1)
  if (meant === undefined || from === undefined || from <= date) return undefined
  if (isPlanned(text, start, end + happened.length)) return undefined
  const said = `${inFront}${whole}`.trim()
  return { said, from, quote: `${said}${happened}`, isUnsure: meant.isUnsure }
}

interface YearWords {
  readonly year: string | undefined
  readonly relative: string | undefined
  readonly before: string
}

interface MonthAndDay {
  readonly month: number
  readonly day: number | undefined
}

/** The year as written, or the record's own for a month that lies ahead of it; none where the past may be meant. */
function yearMeant({ year, relative, before }: YearWords, { month, day }: MonthAndDay, date: PlainDate) {
  if (year !== undefined) return { year: Number(year), isUnsure: false }
  const own = { year: yearOf(date), isUnsure: false }
  if (relative !== undefined) return /[今本]年/u.test(relative) ? own : undefined
  const named = Array.from(before.matchAll(YEAR_BEFORE)).at(-1)
  if (named !== undefined) return named[1] === undefined ? undefined : { year: Number(named[1]), isUnsure: false }
  const ahead = month - monthOf(date)
  if (ahead < 0 || ahead > MAYBE_AHEAD || (ahead === 0 && day === undefined)) return undefined
  return { ...own, isUnsure: ahead > SURELY_AHEAD }
}
