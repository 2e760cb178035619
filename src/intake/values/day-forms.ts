import { type PlainDate, plainDate } from '../../calendar/plain-date.ts'

/** A day that stands at the beginning of a text. */
export interface DayMatch {
  /** Absent where no such day exists or its year is unknown. */
  readonly date?: PlainDate | undefined
  readonly impossible?: boolean
  readonly yearGuessed?: boolean
  readonly yearMissing?: boolean
  /** Digits in a row with no 年, 月, 日: what follows a dash may be digits of the same day. */
  readonly end: number
}

const YEAR = '(?<y>\\d{4})'
const SHORT_YEAR = "'?(?<y>\\d{2})"
const MONTH = '(?<m>\\d{1,2})'
const DAY = '(?<d>\\d{1,2})(?!\\d)'
/** After a day without its words: an end, a bracket, a range, a time; not another unit (3-5天, 3.5小时). */
const STOP = '(?=\\s*(?:$|[(,;。至到~-]|\\d{1,2}[:时点]|\\d{1,2}\\s*日|上午|中午|下午|晚|星期|周|礼拜))'

interface DayForm {
  readonly pattern: RegExp
  readonly order?: 'month or day first'
}

/** The forms in which days are written, the surest first; texts come folded and in Arabic digits. */
const FORMS: readonly DayForm[] = [
  { pattern: new RegExp(`^${YEAR}\\s*[-/.年]\\s*${MONTH}\\s*[-/.月]\\s*${DAY}(?:\\s*[日号])?`, 'u') },
  { pattern: /^(?<y>(?:19|20)\d{2})(?<m>\d{2})(?<d>\d{2})(?=\D|$|(?:[01]\d|2[0-3])[0-5]\d(?:[0-5]\d)?(?!\d))/u },
  { pattern: new RegExp(`^${SHORT_YEAR}\\s*年\\s*${MONTH}\\s*月\\s*${DAY}(?:\\s*[日号])?`, 'u') },
  { pattern: new RegExp(`^(?:[今本当]年\\s*)?${MONTH}\\s*月\\s*${DAY}(?:\\s*[日号])?`, 'u') },
  { pattern: new RegExp(`^${SHORT_YEAR}([-/.])${MONTH}\\2${DAY}${STOP}`, 'u') },
  { pattern: new RegExp(`^${MONTH}/${DAY}/${YEAR}(?!\\d)`, 'u'), order: 'month or day first' },
  { pattern: new RegExp(`^${MONTH}\\s*[-/.]\\s*${DAY}${STOP}`, 'u') },
]

/** The day that a folded text begins with; `year` stands in where the text names none. */
export function matchDay(folded: string, year: number | undefined): DayMatch | undefined {
  for (const { pattern, order } of FORMS) {
    const match = pattern.exec(folded)
    if (!match) continue
    const { y, m, d } = match.groups ?? {}
    const parts = order === undefined ? { month: Number(m), day: Number(d) } : untangled(Number(m), Number(d))
    return parts && resolved(y, parts, year, match[0].length)
  }
  return undefined
}

interface MonthDay {
  readonly month: number
  readonly day: number
}

/** 3/13/2026 and 13/3/2026 are one day; 3/4/2026 may be two, so it is neither. */
function untangled(first: number, second: number): MonthDay | undefined {
  if (first === second || second > 12) return { month: first, day: second }
  return first > 12 ? { month: second, day: first } : undefined
}

function resolved(
  written: string | undefined,
  { month, day }: MonthDay,
  hint: number | undefined,
  end: number,
): DayMatch {
  if (written !== undefined) {
    const date = plainDate(fullYear(written), month, day)
    const yearGuessed = written.length === 2 ? { yearGuessed: true } : {}
    return date === undefined ? { impossible: true, ...yearGuessed, end } : { date, ...yearGuessed, end }
  }
  if (plainDate(A_LEAP_YEAR, month, day) === undefined) return { impossible: true, end }
  const date = hint === undefined ? undefined : plainDate(hint, month, day)
  return date === undefined ? { yearMissing: true, end } : { date, yearGuessed: true, end }
}

const A_LEAP_YEAR = 2024

/** Two digits mean the century in which parties keep ledgers: 26 is 2026, 68 is 1968. */
function fullYear(written: string): number {
  const year = Number(written)
  if (written.length === 4) return year
  return year < 50 ? 2000 + year : 1900 + year
}
