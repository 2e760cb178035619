import type { Located } from '../../source/place.ts'
import type { Reading } from '../reading.ts'
import { branchIn } from './branch-name.ts'
import type { Surrounding } from './surroundings.ts'

/** Words of file and folder names that name no branch. */
const NO_BRANCH =
  /(?:19|20)\d{2}年?度?|第?[一二三四1-4]季度|[上下]半年|\d{1,2}月份?|三会一课|组织生活|党建|工作|党支部|支部|党员|会议|活动|台账|记录|登记|统计|汇总|明细|名册|花名册|情况|信息|导出|表|簿|本|最新|终稿|副本|[\d\s._()（）-]+/gu
const MIN_NAME = 2

/**
 * The branch of a table that has no column for it. A name in a title row is as good as a column; one in the name of the
 * sheet, the file or a folder is told, and so is the name of last resort, without which no row could be kept.
 */
export function branchOfTable(surroundings: readonly Surrounding[], reading: Reading): Located<string> {
  const found = branchIn(surroundings)
  if (found !== undefined) {
    const { value, from } = found
    if (from.called !== '标题行') {
      const message = `表里没有写明支部，按${from.called}「${from.text}」读作「${value}」；如不对，请在标题行或“支部”一列写明`
      reading.noteOnce('guessed-branch', message, from.at, from.text)
    }
    return { value, at: from.at }
  }
  const { name, from } = lastResort(surroundings)
  const message = `没有写明是哪个支部，暂按${from.called}称作「${name}」；请在标题行或“支部”一列写明支部名称`
  if (!reading.problems.some((problem) => problem.message === message)) {
    reading.warn('unnamed-branch', message, from.at, from.text)
  }
  return { value: name, at: from.at }
}

/** The name of the file, or of the nearest folder, that says something of its own. */
function lastResort(surroundings: readonly Surrounding[]): { name: string; from: Surrounding } {
  const outer = surroundings.filter(({ called }) => called === '文件名' || called === '文件夹名')
  const from = outer.find(({ text }) => text.replace(NO_BRANCH, '').length >= MIN_NAME) ?? outer[0]
  if (from === undefined) throw new Error('a table stands in a file')
  return { name: from.text, from }
}
