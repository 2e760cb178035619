import * as z from 'zod'
import { type Period, periodLabel, periodOf } from '../../calendar/period.ts'
import { daysBetween, monthOf, type PlainDate, plainDate, yearOf } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import { evidence } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { isDayExplained } from '../explained-day.ts'
import { meetingsIn } from '../meetings.ts'
import { fullDayName, recordName } from '../record-name.ts'

/** A month or quarter that a title gives its meeting. */
interface Label {
  readonly unit: 'month' | 'quarter'
  readonly number: number
  readonly year: number | undefined
  readonly quote: string
}

/** The measure is how many days the meeting lies outside the month or quarter that its title names. */
export const monthMismatch = defineCheck({
  name: 'month-mismatch',
  summary: '核对会议标题写的月份、季度与开会日期是否一致。',
  params: z.strictObject({}),
  *judge(ledger, _params, context) {
    for (const record of meetingsIn(ledger, context)) yield outcomeOf(record)
  },
})

function outcomeOf(record: DatedRecord): Outcome {
  const { key, title, date } = record
  const label = title && labelOf(title.value)
  if (title === undefined || label === undefined || isDayExplained(record)) return pass(key)
  if (isPeriodOf(label, date.value)) return pass(key)
  const period = periodMeant(label, date.value)
  if (period === undefined) return pass(key)
  return {
    outcome: 'fail',
    subject: key,
    measure: daysOutside(period, date.value),
    message: `疑似套用旧稿或日期有误：${recordName(record)}的标题写的是${periodLabel(period)}，日期却是${fullDayName(date.value)}，请核对原始记录`,
    evidence: [evidence(title), evidence(date)],
    data: { period: period.id, date: date.value },
  }
}

const NUMERAL = '[一二三四五六七八九十]{1,2}|\\d{1,2}'
const PERIOD = `(?:(?<year>20\\d{2})\\s*年\\s*)?(?:(?<![\\d.])(?<month>${NUMERAL})月份?|第?(?<quarter>[一二三四1-4])季度)`
const MEETING =
  '主题党日|固定党日|党员活动日|党日|党员大会|支部大会|支委会|支部委员会|党小组会|小组会|学习会|集中学习|集体学习|党课|组织生活|例会'
/** What may stand between the month and the meeting without making the month that of something else. */
const BETWEEN =
  '(?:[的度\\s·—-]|党?支部|党员|全体|固定|例行|常规|定期|专题|第(?:[一二三四五六七八九十]|\\d)+次|第(?:[一二三四五六七八九十]|\\d)+党小组)*'
const LEADING = new RegExp(`${PERIOD}${BETWEEN}(?:${MEETING})`, 'u')
const IN_BRACKETS = new RegExp(`(?<!讲话|精神|会议|总结|通报)[（(]\\s*${PERIOD}\\s*[）)]\\s*$`, 'u')
/** Before the month: it is that of what is studied, summed up or told, and not the meeting's. */
const GOVERNED = /学习|贯彻|传达|落实|总结|通报|关于|回顾|筹备|部署|安排|农历|阴历|讲话|会议精神/u
/** Anywhere: the meeting itself says that it was held at another time. */
const MOVED = /补|延期|延后|推迟|顺延|提前|原定|合并/u

/** The period by which a title calls its own meeting: `3月主题党日`, `2026年第一季度党员大会`, `学思践悟（1月）`. */
function labelOf(title: string): Label | undefined {
  const match = LEADING.exec(title) ?? IN_BRACKETS.exec(title)
  if (!match || MOVED.test(title) || GOVERNED.test(title.slice(0, match.index))) return undefined
  const { year, month, quarter } = match.groups ?? {}
  const number = readNumeral(month ?? quarter ?? '')
  const unit = month === undefined ? 'quarter' : 'month'
  if (number < 1 || number > (unit === 'month' ? 12 : 4)) return undefined
  return { unit, number, year: year === undefined ? undefined : Number(year), quote: match[0] }
}

/** 十一 is 11; `十` alone or in front counts ten. */
function readNumeral(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  const digits = '一二三四五六七八九'
  const units = digits.indexOf(text.at(-1) ?? '') + 1
  return text.startsWith('十') ? 10 + units : units
}

function isPeriodOf({ unit, number, year }: Label, date: PlainDate): boolean {
  const month = monthOf(date)
  const own = unit === 'month' ? month : Math.ceil(month / 3)
  return number === own && (year === undefined || year === yearOf(date))
}

/** The period of the year that the title names, else the one that lies nearest to the day. */
function periodMeant({ unit, number, year }: Label, date: PlainDate): Period | undefined {
  const years = year === undefined ? [-1, 0, 1].map((shift) => yearOf(date) + shift) : [year]
  const periods = years.flatMap((one) => {
    const first = plainDate(one, unit === 'month' ? number : number * 3, 1)
    return first === undefined ? [] : [periodOf(first, unit)]
  })
  return periods.sort((a, b) => daysOutside(a, date) - daysOutside(b, date))[0]
}

function daysOutside(period: Period, date: PlainDate): number {
  if (contains(period, date)) return 0
  return date < period.from ? daysBetween(date, period.from) : daysBetween(period.to, date)
}
