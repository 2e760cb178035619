import { branchNameIn } from './branch-name.ts'
import type { Surrounding } from './surroundings.ts'

/** Lists of some members only, or of people who are none: no roster to hold a branch against. */
const PARTIAL =
  /流动党员|困难党员|老党员|离退休党员|退休党员|失联党员|预备党员|新(?:发展)?党员|积极分子|发展对象|申请人|志愿|优秀|先进|表彰|获奖|报名|签到|示范岗|先锋|致富|带头人|培训|参训|慰问|帮扶|值班/u

/** The words of the nearest titles that say of a list of members that it is not the whole roster. */
export function partialRoster(
  surroundings: readonly Surrounding[],
): { readonly words: string; readonly from: Surrounding } | undefined {
  for (const from of surroundings) {
    if (from.called === '文件夹名') continue
    const words = PARTIAL.exec(from.text.replace(branchNameIn(from.text) ?? '', ''))?.[0]
    // Sheets of 正式党员 and 预备党员 make up one roster.
    if (words !== undefined && !(words === '预备党员' && from.called === '工作表名')) return { words, from }
    if (/名册|花名册|党员(?:名单|信息|情况)/u.test(from.text)) return undefined
  }
  return undefined
}
