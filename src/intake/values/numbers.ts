import { compact } from './fold.ts'
import { memoised } from './memo.ts'

/** Arabic or Chinese digits of a number as a pattern for other readers; decimals are Arabic. */
export const NUMERAL = '(?:\\d+(?:\\.\\d+)?|[〇零一二两三四五六七八九十百千廿卅]+)'

const DIGITS: Readonly<Record<string, number>> = {
  〇: 0,
  零: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
}
const TENS: Readonly<Record<string, number>> = { 廿: 20, 卅: 30 }
const UNITS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 }

/** `三十五`, `两百零三`, `二〇二六`, `35`, `1.5`; `undefined` for anything else. */
export function readNumeral(text: string): number | undefined {
  if (/^\d+(?:\.\d+)?$/.test(text)) return Number(text)
  if (/^[〇零一二三四五六七八九]{2,}$/u.test(text)) {
    return Number([...text].map((digit) => DIGITS[digit] ?? 0).join(''))
  }
  return readChineseNumeral(text)
}

/** Adds up digit by unit: 三十五 is 3 × 10 + 5, and a unit with no digit before it counts once. */
function readChineseNumeral(text: string): number | undefined {
  if (text === '') return undefined
  let sum = 0
  let digit: number | undefined
  for (const char of text) {
    const tens = TENS[char]
    const unit = UNITS[char]
    if (unit !== undefined) {
      sum += (digit ?? 1) * unit
      digit = undefined
    } else if (tens !== undefined) {
      sum += tens
      digit = undefined
    } else {
      digit = DIGITS[char]
      if (digit === undefined) return undefined
    }
  }
  return sum + (digit ?? 0)
}

const ABOUT = '(?:约|大约|近|共|共计|合计|计|总计|总共|应到|实到)?:?'
const OF_PEOPLE = '(?:个|人|名|位|票|次|人次|场|期|岁|年|份|届|项|件|条|户)?(?:党员|同志|正式党员)?'
/** What stands in brackets after a count explains it: `35人（含预备党员2人）`. */
const REMARK = '(?:\\([^()]*\\)|\\[[^[\\]]*\\])?'
const WHOLE = new RegExp(`^${ABOUT}(${NUMERAL}|\\d{1,3}(?:,\\d{3})+)${OF_PEOPLE}${REMARK}$`, 'u')

/** Those in the room and those online: `7+1（线上）`. */
const SUM = new RegExp(`^${ABOUT}(\\d{1,4})${OF_PEOPLE}\\+(\\d{1,4})${OF_PEOPLE}${REMARK}$`, 'u')

/** Two numbers of one cell, for two meetings. */
const SEVERAL_LINES = /\d\D*\n\D*\d/u

/** A count: `35`, `35人`, `约35名`, `三十五`, `１２`, `35.0`, `1,234`, `7+1`. */
export const readWhole = memoised((text: string): number | undefined => {
  if (SEVERAL_LINES.test(text)) return undefined
  const [, here, online] = SUM.exec(compact(text)) ?? []
  if (here !== undefined && online !== undefined) return Number(here) + Number(online)
  const found = WHOLE.exec(compact(text))?.[1]
  const number = found === undefined ? undefined : readNumeral(found.replaceAll(',', ''))
  return number !== undefined && Number.isSafeInteger(number) ? number : undefined
})

const OF_AMOUNT = '(?:个)?(?:学时|课时|小时|分钟|年|元|万元|分|次|人|名|个|h)?'
const AMOUNT = new RegExp(`^${ABOUT}(${NUMERAL})${OF_AMOUNT}${REMARK}$`, 'u')

/** An amount with or without its unit, which is not converted: `1.5`, `8学时`, `三年`. */
export function readNumber(text: string): number | undefined {
  const found = AMOUNT.exec(compact(text))?.[1]
  return found === undefined ? undefined : readNumeral(found)
}
