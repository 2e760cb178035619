import type { Located } from '../../source/place.ts'
import { saysWhose, UNNAMED_BRANCH } from '../file-names.ts'
import type { Reading } from '../reading.ts'
import { branchIn } from './branch-name.ts'
import type { Surrounding } from './surroundings.ts'

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
  const { name, from, called } = lastResort(surroundings)
  const message = `没有写明是哪个支部，暂${called}称作「${name}」；请在标题行或“支部”一列写明支部名称`
  if (!reading.problems.some((problem) => problem.message === message)) {
    reading.warn('unnamed-branch', message, from.at, from.text)
  }
  return { value: name, at: from.at }
}

/** The name of the file, or of the nearest folder, that says something of its own. */
function lastResort(surroundings: readonly Surrounding[]): { name: string; from: Surrounding; called: string } {
  const outer = surroundings.filter(({ called }) => called === '文件名' || called === '文件夹名')
  const own = outer.find(({ text }) => saysWhose(text))
  if (own !== undefined) return { name: own.text, from: own, called: `按${own.called}` }
  const [from] = outer
  if (from === undefined) throw new Error('a table stands in a file')
  return { name: UNNAMED_BRANCH, from, called: '' }
}
