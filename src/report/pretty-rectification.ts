import { RECTIFICATION_TITLE } from './display-words.ts'
import type { Page } from './format.ts'
import { hanging } from './layout.ts'
import { type RectificationRow, rectificationRows } from './rectification-rows.ts'
import type { Report } from './schema.ts'
import { type Column, roomForText, ruledTable } from './table.ts'
import { wrap } from './wrap.ts'

interface Field extends Column {
  readonly of: (row: RectificationRow) => string
}

const NUMBER: Field = { head: '序号', width: 6, of: ({ numbers }) => numbers }
const ENDING: readonly Field[] = [
  { head: '时限', width: 10, of: ({ dueDate }) => dueDate },
  { head: '状态', width: 6, of: ({ state }) => state },
]

/** A narrower page holds no table of five columns. */
const NARROWEST_TABLE = 60
/** The share of what is left that the branch's name gets beside the problem. */
const BRANCH_SHARE = 0.35

/** Of one problem. */
const MOST_LINES = 3

/** The rectification list as a table. Measures stand on the branches' pages, for a terminal is too narrow for both. */
export function rectificationBlock(report: Report, page: Page): string[] {
  const rows = rectificationRows(report)
  if (rows.length === 0) return []
  const title = page.palette.heading(`${RECTIFICATION_TITLE}（${report.rectification.length} 项）`)
  if (page.width < NARROWEST_TABLE) return [title, ...rows.flatMap((row) => listLines(row, page.width))]
  const columns = fieldsFor(page.width)
  return [
    title,
    ...ruledTable(
      columns,
      rows.map((row) => columns.map(({ of }) => of(row))),
    ),
  ]
}

function fieldsFor(width: number): Field[] {
  const taken = [NUMBER, ...ENDING].reduce((sum, field) => sum + field.width, 0)
  const left = roomForText(width, 2 + 1 + ENDING.length) - taken
  const branch = Math.round(left * BRANCH_SHARE)
  return [
    NUMBER,
    { head: '支部', width: branch, of: (row) => row.branch },
    { head: '问题', width: left - branch, of: ({ problem }) => clipped(problem, left - branch) },
    ...ENDING,
  ]
}

/** The beginning of a long problem: a list is to be looked over, and the branch's page has the whole of it. */
function clipped(text: string, width: number): string {
  const lines = wrap(text, width)
  if (lines.length <= MOST_LINES) return text
  return `${lines.slice(0, MOST_LINES).join('').slice(0, -1)}…`
}

function listLines({ numbers, branch, problem, dueDate, state }: RectificationRow, width: number): string[] {
  return hanging(`${numbers}. `, `${branch}：${problem}（${state}，${dueDate}）`, width)
}
