import { monthsLabel } from '../calendar/period-list.ts'
import { type BranchSheet, isHandedIn } from './branch-sheet.ts'

/** What a branch handed in and which months it does not cover, each with its label; then its score, where there is one. */
export function handedInLines({ branch, deductions }: BranchSheet): [label: string, text: string][] {
  const { files, records, kinds, monthsWithout } = branch.handedIn
  const score = scoreLines(branch.score, branch.grade, deductions)
  if (!isHandedIn(branch)) return [['交来台账', '没有交来台账'], ...score]
  const byKind = kinds.map(({ kind, records }) => `${kind} ${records}`).join('，')
  return [
    ['交来台账', files.join('、')],
    ['检查期内', `记录 ${records} 条${byKind === '' ? '' : `：${byKind}`}`],
    ['未见记录', monthsWithout.length === 0 ? '检查期内各月都有记录' : `${monthsLabel(monthsWithout)}没有任何记录`],
    ...score,
  ]
}

function scoreLines(
  score: number | null,
  grade: string | null,
  deductions: BranchSheet['deductions'],
): [label: string, text: string][] {
  if (score === null) return []
  const taken = deductions.map(({ title, findings, points }) => `${title}：${findings} 处，扣 ${points} 分`)
  return [
    ['得　　分', `${score} 分${grade === null ? '' : `，${grade}`}`],
    ...taken.map((text, index): [string, string] => [index === 0 ? '扣　　分' : '　　　　', text]),
  ]
}
