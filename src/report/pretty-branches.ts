import { monthsLabel } from '../calendar/period-list.ts'
import { branchFigures } from './branch-figures.ts'
import { type BranchSheet, branchLabel, outcomeCounts } from './branch-sheet.ts'
import type { Page } from './format.ts'
import { labelled } from './layout.ts'
import { COUNTED, unjudgedLines } from './pretty-branch.ts'
import { type Column, openTable, widthOfOpenTable } from './table.ts'

const NARROWEST_NAME = 10

/** The branches that have a page of their own, with what was found in each; one branch alone needs no table. */
export function branchTable(sheets: readonly BranchSheet[], { palette, width }: Page): string[] {
  if (sheets.length < 2) return []
  const figures = branchFigures(sheets)
  const columns = figures.map(({ head, width }): Column => ({ head, width, align: 'right' }))
  const name: Column = { head: '支部', width: Math.max(NARROWEST_NAME, width - widthOfOpenTable(columns)) }
  const rows = sheets.map((sheet) => [branchLabel(sheet.branch), ...figures.map(({ of }) => of(sheet))])
  return [palette.heading(`有待整改、核实的支部（${sheets.length} 个）`), ...openTable([name, ...columns], rows)]
}

/** Branches in order are told in a line each; what could not be judged is told once for those that share it. */
export function inOrderBlock(sheets: readonly BranchSheet[], page: Page): string[] {
  if (sheets.length === 0) return []
  const alike = new Map<string, BranchSheet[]>()
  for (const sheet of sheets) {
    const key = JSON.stringify(sheet.unjudged.filter(({ outcome }) => outcome === 'not-evaluated'))
    const group = alike.get(key) ?? []
    group.push(sheet)
    alike.set(key, group)
  }
  return [
    page.palette.heading(`没有发现问题的支部（${sheets.length} 个）`),
    ...[...alike.values()].flatMap((group) => [
      ...group.flatMap((sheet) => labelled('', '✓ ', inOrderLine(sheet), page.width, page.palette.good)),
      ...group.slice(0, 1).flatMap((sheet) => unjudgedLines(sheet, ['not-evaluated'], '  ', page)),
    ]),
  ]
}

function inOrderLine(sheet: BranchSheet): string {
  const { branch } = sheet
  const { records, monthsWithout } = branch.handedIn
  const gaps = monthsWithout.length === 0 ? '' : `；没有记录的月份：${monthsLabel(monthsWithout)}`
  const grade = branch.score === null ? '' : `；得分 ${branch.score}，${branch.grade}`
  return `${branchLabel(branch)}：记录 ${records} 条；${outcomeCounts(sheet, COUNTED)}${grade}${gaps}`
}
