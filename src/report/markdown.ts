import { branchFigures } from './branch-figures.ts'
import { type BranchSheet, branchLabel, branchSheets } from './branch-sheet.ts'
import { withCleanText } from './clean-text.ts'
import { CLOSING, CRASH_TITLE, INTAKE_TITLE, PROBLEM_WORDS, RECTIFICATION_TITLE, TOOL_TITLE } from './display-words.ts'
import type { Format } from './format.ts'
import { intakeDigest } from './intake-digest.ts'
import { markdownBranch } from './markdown-branch.ts'
import { escaped, markdownTable } from './markdown-text.ts'
import { overview } from './overview.ts'
import { placeLabel } from './place-label.ts'
import { rectificationRows } from './rectification-rows.ts'
import type { Report } from './schema.ts'

/** The report as a page for wikis, merge requests and word processors. */
export const markdown: Format = (given) => {
  const report = withCleanText(given)
  const sheets = branchSheets(report)
  const blocks = [
    [`# ${TOOL_TITLE}`],
    overview(report).map(([label, text]) => `- **${label}** ${escaped(text)}`),
    ...branchesBlocks(sheets),
    ...intakeBlocks(report),
    ...crashBlocks(report),
    ...sheets.flatMap(markdownBranch),
    ...rectificationBlocks(report),
    ['---'],
    [escaped(CLOSING)],
  ]
  return `${blocks.map((lines) => lines.join('\n')).join('\n\n')}\n`
}

function branchesBlocks(sheets: readonly BranchSheet[]): string[][] {
  if (sheets.length < 2) return []
  const figures = branchFigures(sheets)
  const heads = ['支部', ...figures.map(({ head }) => head)]
  const rows = sheets.map((sheet) => [branchLabel(sheet.branch), ...figures.map(({ of }) => of(sheet))])
  return [[`## 支部情况（${sheets.length} 个）`], markdownTable(heads, rows)]
}

function intakeBlocks({ intake }: Report): string[][] {
  if (intake.length === 0) return []
  const lines = intakeDigest(intake).flatMap(({ shown, more }) => [
    ...shown.map(({ severity, message, evidence: [first] }) => {
      const place = first === undefined ? '' : `${placeLabel(first)} `
      const quote = first === undefined || first.excerpt === '' ? '' : `「${first.excerpt}」`
      return `- **${PROBLEM_WORDS[severity]}** ${escaped(`${place}${message}${quote}`)}`
    }),
    ...(more === 0 ? [] : [`- 同一文件中同类情况另有 ${more} 处`]),
  ])
  return [[`## ${INTAKE_TITLE}（${intake.length} 条）`], lines]
}

function crashBlocks({ crashes, rules }: Report): string[][] {
  if (crashes.length === 0) return []
  const titles = new Map(rules.map(({ id, title }) => [id, title]))
  const lines = crashes.map(
    ({ rule, branch, message }) => `- ${escaped(`${branch}：${titles.get(rule) ?? rule}（${rule}）：${message}`)}`,
  )
  return [[`## ${CRASH_TITLE}`], lines]
}

function rectificationBlocks(report: Report): string[][] {
  const rows = rectificationRows(report)
  if (rows.length === 0) return []
  const heads = ['序号', '支部', '问题', '整改措施', '时限', '状态']
  const cells = rows.map(({ numbers, branch, problem, measure, dueDate, state }) => [
    numbers,
    branch,
    problem,
    measure,
    dueDate,
    state,
  ])
  return [[`## ${RECTIFICATION_TITLE}（${report.rectification.length} 项）`], markdownTable(heads, cells)]
}
