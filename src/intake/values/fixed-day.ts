import type { FixedDay } from '../../ledger/schema.ts'
import { compact } from './fold.ts'
import { readNumeral } from './numbers.ts'

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十廿]{1,3})'
const PREFIX = '(?:支部)?(?:主题党日|党员活动日)?(?:固定)?(?:为|在|是|定于|于|:)?(?:每个?月)?的?'
const SUFFIX = '(?:为?(?:主题党日|党员活动日|固定党日))?'
const LAST_DAY = new RegExp(`^${PREFIX}(?:月?[末底]|(?:最后|末)[一1]?[天日])${SUFFIX}$`, 'u')
const DAY_OF_MONTH = new RegExp(`^${PREFIX}${NUMBER}[日号]?${SUFFIX}$`, 'u')
const WEEKDAY = new RegExp(
  `^${PREFIX}(?:第${NUMBER}|(最后|末尾|最末|末)[一1]?)个?(?:周|星期|礼拜)的?(?:周|星期|礼拜)?([一二三四五六日天1-7])${SUFFIX}$`,
  'u',
)
const WEEKDAYS = '一二三四五六日'

/** The day of each month kept for the 主题党日: `每月28日`, `每月第一周周五`, `每月最后一个星期五`, `每月末`. */
export function readFixedDay(text: string): FixedDay | undefined {
  const plain = compact(text).replace(/[。.;,]$/u, '')
  if (LAST_DAY.test(plain)) return { type: 'last-day' }
  const day = numeralIn(DAY_OF_MONTH.exec(plain)?.[1])
  if (day !== undefined) return day >= 1 && day <= 31 ? { type: 'day-of-month', day } : undefined
  const [, nthText, last, weekdayText] = WEEKDAY.exec(plain) ?? []
  const nth = last === undefined ? numeralIn(nthText) : -1
  if (nth === undefined || weekdayText === undefined || nth === 0 || nth > 5) return undefined
  return { type: 'weekday', nth, weekday: weekdayNumber(weekdayText) }
}

function numeralIn(text: string | undefined): number | undefined {
  return text === undefined ? undefined : readNumeral(text)
}

function weekdayNumber(text: string): number {
  return text === '天' ? 7 : Number(text) || WEEKDAYS.indexOf(text) + 1
}
