import type { Finding } from '../engine/finding.ts'
import type { RectificationItem } from '../rectification/schema.ts'
import { withCleanText } from './clean-text.ts'
import { NATURE_WORDS, SEVERITY_WORDS } from './display-words.ts'
import type { Format } from './format.ts'
import { placeLabel } from './place-label.ts'
import { basisLabel } from './rule-words.ts'
import type { BranchReport } from './schema.ts'

/** Excel takes a file without it for one in the local code page. */
const BYTE_ORDER_MARK = '\ufeff'
const LINE_END = '\r\n'

interface Row {
  readonly item: RectificationItem
  readonly branch: BranchReport
  readonly finding: Finding
  readonly title: string
}

/** The columns of a 整改清单, as far as a report can fill them. */
const COLUMNS: readonly (readonly [header: string, cell: (row: Row) => string])[] = [
  ['序号', ({ item }) => String(item.no)],
  ['问题编号', ({ item }) => asText(item.finding)],
  ['党支部', ({ branch }) => asText(branch.name)],
  ['支部编号', ({ branch }) => asText(branch.id)],
  ['问题性质', ({ finding }) => NATURE_WORDS[finding.nature]],
  ['严重程度', ({ finding }) => SEVERITY_WORDS[finding.severity]],
  ['检查项目', ({ title }) => asText(title)],
  ['问题描述', ({ item }) => asText(item.problem)],
  ['证据', ({ finding }) => asText(finding.evidence.map(quoted).join('；'))],
  ['依据', ({ finding }) => asText(finding.basis.map(basisLabel).join('；'))],
  ['整改措施', ({ item }) => asText(item.measure)],
  ['责任人', ({ item }) => asText(item.owner ?? '')],
  ['整改时限', ({ item }) => item.dueDate],
  ['状态', ({ item }) => item.state],
]

/** The first line of the list, by which the reader of ledgers knows it for no ledger. */
export const CSV_HEADER = COLUMNS.map(([header]) => header).join(',')

/** The rectification list (整改清单) as a table for Excel and WPS. */
export const csv: Format = (report) => {
  const { branches, rectification, rules } = withCleanText(report)
  const titles = new Map(rules.map(({ id, title }) => [id, title]))
  const items = new Map(rectification.map((item) => [item.finding, item]))
  const lines = branches
    .flatMap((branch) =>
      branch.findings.flatMap((finding) => {
        const item = items.get(finding.id)
        if (item === undefined) return []
        const row = { branch, finding, item, title: titles.get(finding.rule) ?? finding.rule }
        return [{ no: item.no, line: COLUMNS.map(([, cell]) => delimited(cell(row))).join(',') }]
      }),
    )
    .sort((a, b) => a.no - b.no)
  return BYTE_ORDER_MARK + [CSV_HEADER, ...lines.map(({ line }) => line)].map((line) => line + LINE_END).join('')
}

function quoted(evidence: Finding['evidence'][number]): string {
  return `${placeLabel(evidence)}「${evidence.excerpt}」`
}

/** What a spreadsheet would run (OWASP: CSV injection); the full-width forms are folded on Chinese systems. */
const FORMULA = /^\s*[=+\-@＝＋－＠]/u
/** What a spreadsheet would change: it drops zeros in front, rounds long numbers, and makes dates of `2026-3` and powers of `12e5`. */
const NUMBER_LIKE = /^\s*[\d.][\d.,:/\\e+-]*\s*$/iu

/** A cell that is text and stays so: the apostrophe is how spreadsheets mark it. */
function asText(text: string): string {
  return FORMULA.test(text) || NUMBER_LIKE.test(text) ? `'${text}` : text
}

function delimited(cell: string): string {
  return /[",\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
}
