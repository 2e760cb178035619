import { withCleanText } from '../clean-text.ts'
import { differences, type Piece } from './differences.ts'
import type { LecturesFormat } from './format.ts'
import { cellText, copyMatrix } from './matrix.ts'
import type { ComparedLecture, LectureCluster, LectureMatch, LecturesReport } from './model.ts'
import {
  CLOSING,
  clusterText,
  copied,
  lectureFigures,
  lectureName,
  matchText,
  overviewText,
  passagesShown,
  TITLE,
} from './words.ts'

/** The page fetches nothing and runs nothing, whatever a ledger has put into it. */
const POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"

const STYLE = `
body { font: 16px/1.7 "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", sans-serif; max-width: 70rem; margin: 2rem auto; padding: 0 1rem; color: #222; }
table { border-collapse: collapse; width: 100%; margin: .5rem 0 1.5rem; }
td, th { overflow-wrap: anywhere; }
th, td { border: 1px solid #bbb; padding: .4rem .6rem; text-align: left; vertical-align: top; }
.passages td { width: 50%; }
mark { background: #ffe08a; print-color-adjust: exact; text-decoration: underline; }
.faint { color: #666; }
@media print { section { break-inside: avoid; } }
`

/** The comparison as one page that needs nothing beside itself; what differs within a passage is marked. */
export const html: LecturesFormat = (given) => {
  const report = withCleanText(given)
  return `<!doctype html>
<html lang="zh-CN">
<head><meta charset="utf-8"><meta http-equiv="Content-Security-Policy" content="${POLICY}"><meta name="viewport" content="width=device-width, initial-scale=1"><title>${TITLE}</title><style>${STYLE}</style></head>
<body>
<h1>${TITLE}</h1>
<p>${escaped(overviewText(report))}</p>
${[
  ...report.clusters.map(clusterSection),
  matrixSection(report),
  ...copied(report).map(lectureSection),
  leftOutSection(report),
]
  .filter((section) => section !== '')
  .join('\n')}
<p class="faint">${escaped(CLOSING)}</p>
</body>
</html>
`
}

function clusterSection(cluster: LectureCluster): string {
  const rows = cluster.members.map(({ branchName, record, file, line }) => [branchName, record, `${file}:${line}`])
  return `<section><h2>同一底稿</h2><p>${escaped(clusterText(cluster))}</p>${table(['支部', '党课', '位置'], rows)}</section>`
}

function matrixSection(report: LecturesReport): string {
  const { sources, rows } = copyMatrix(report)
  if (rows.length === 0) return ''
  const cells = rows.map(({ branch, cells: own }) => [branch, ...own.map((cell) => (cell ? cellText(cell) : ''))])
  return `<section><h2>相同或相近的文字见于何处</h2>${table(['讲稿所在支部', ...sources], cells)}</section>`
}

function lectureSection(lecture: ComparedLecture): string {
  return `<section><h2>${escaped(lectureName(lecture))}</h2><p>${escaped(`${lecture.file}:${lecture.line}　${lectureFigures(lecture)}`)}</p>${lecture.matches.map(matchPart).join('')}</section>`
}

function matchPart(match: LectureMatch): string {
  const rows = passagesShown(match).map(({ text, thereText }) => {
    const { here, there } = differences(text, thereText)
    return `<tr><td>${marked(here)}</td><td>${marked(there)}</td></tr>`
  })
  return `<h3>${escaped(matchText(match))}</h3><table class="passages"><tr><th>本讲稿</th><th>他处</th></tr>${rows.join('')}</table>`
}

function leftOutSection({ leftOut }: LecturesReport): string {
  if (leftOut.length === 0) return ''
  const items = leftOut.map(
    ({ branchName, record, reason }) => `<li>${escaped(`${branchName}　${record}：${reason}`)}</li>`,
  )
  return `<section><h2>未比对</h2><ul>${items.join('')}</ul></section>`
}

function marked(pieces: readonly Piece[]): string {
  return pieces.map(({ text, isSame }) => (isSame ? escaped(text) : `<mark>${escaped(text)}</mark>`)).join('')
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[], tag: string) =>
    `<tr>${cells.map((cell) => `<${tag}>${escaped(cell)}</${tag}>`).join('')}</tr>`
  return `<table>${line(heads, 'th')}${rows.map((cells) => line(cells, 'td')).join('')}</table>`
}

const ENTITIES: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' }

function escaped(text: string): string {
  return text.replace(/[<>&"]/gu, (found) => ENTITIES[found] ?? found)
}
