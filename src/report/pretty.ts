import { branchSheets, isInOrder } from './branch-sheet.ts'
import { withCleanText } from './clean-text.ts'
import { CLOSING, TOOL_TITLE } from './display-words.ts'
import type { Format } from './format.ts'
import { hanging, labelled } from './layout.ts'
import { overview } from './overview.ts'
import { branchPage } from './pretty-branch.ts'
import { branchTable, inOrderBlock } from './pretty-branches.ts'
import { crashBlock, intakeBlock } from './pretty-intake.ts'
import { rectificationBlock } from './pretty-rectification.ts'

/** Longer lines are tiring to read, shorter ones hold no table. */
const WIDEST = 100
const NARROWEST = 40

/** The report for a terminal: an overview, a page for each branch, the rectification list. */
export const pretty: Format = (given, { palette, width }) => {
  const report = withCleanText(given)
  const page = { palette, width: Math.min(WIDEST, Math.max(NARROWEST, width)) }
  const sheets = branchSheets(report)
  const wanting = sheets.filter((sheet) => !isInOrder(sheet))
  const blocks = [
    [palette.heading(TOOL_TITLE)],
    overview(report).flatMap(([label, text]) => labelled('', `${label}  `, text, page.width, palette.faint)),
    branchTable(wanting, page),
    inOrderBlock(sheets.filter(isInOrder), page),
    intakeBlock(report.intake, page),
    crashBlock(report, page),
    ...wanting.map((sheet) => branchPage(sheet, page)),
    rectificationBlock(report, page),
    hanging('', CLOSING, page.width, palette.faint),
  ]
  const filled = blocks.filter((lines) => lines.length > 0)
  return `${filled.map((lines) => lines.join('\n')).join('\n\n')}\n`
}
