import { foldText } from '../../text/reuse/index.ts'
import type { LectureFact } from './reuse-facts.ts'

/**
 * Labels that lectures given together have in common, for each lecture in the order given: one lecturer on one day; a
 * branch that another names as its partner that day; the tour of a lecturer some of whose lectures are marked 送课,
 * 巡讲 or 联合; marked lectures of one day and title whose lecturer is not told.
 */
export function kinshipLabels(lectures: readonly LectureFact[]): string[][] {
  const touring = new Set(lectures.flatMap(({ sharedMark, lecturers }) => (sharedMark === undefined ? [] : lecturers)))
  return lectures.map((lecture) => [
    ...lecture.lecturers.filter((lecturer) => touring.has(lecturer)).map((lecturer) => `tour\n${lecturer}`),
    ...labelsOfDay(lecture).map((label) => `${lecture.date}\n${label}`),
  ])
}

const NUMERALS = '〇一二三四五六七八九'

/** A branch's name however it is written, 第1支部 as 第一支部: folding alone would take away what tells them apart. */
export function branchKey(name: string): string {
  const spelt = name.normalize('NFKC').replace(/(?<!\d)\d(?!\d)/gu, (digit) => NUMERALS.charAt(Number(digit)))
  return foldText(spelt)
}

function labelsOfDay({ date, lecturers, heldWith, branchName, sharedMark, title }: LectureFact): string[] {
  if (date === undefined) return []
  const together = [branchName, ...heldWith].map((branch) => `branch\n${branchKey(branch)}`)
  const isUnnamed = sharedMark !== undefined && lecturers.length === 0 && title !== undefined
  return [
    ...lecturers.map((lecturer) => `lecturer\n${lecturer}`),
    ...together,
    ...(isUnnamed ? [`title\n${foldText(title)}`] : []),
  ]
}
