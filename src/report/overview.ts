import { NATURES, SEVERITIES } from '../rulebook/schema.ts'
import { isHandedIn } from './branch-sheet.ts'
import { NATURE_WORDS, NOT_HANDED_IN, SEVERITY_WORDS } from './display-words.ts'
import type { Report } from './schema.ts'

/** The first lines of a report: what was looked at and what came of it, each with its label. */
export function overview({ asOf, period, summary, branches, baseline }: Report): [label: string, text: string][] {
  const { findings, intake } = summary
  const natures = NATURES.map((nature) => {
    const count = branches.reduce((sum, one) => sum + one.findings.filter((it) => it.nature === nature).length, 0)
    return `${NATURE_WORDS[nature]} ${count} 项`
  })
  const severities = SEVERITIES.map((one) => `${SEVERITY_WORDS[one]} ${findings[one]} 项`)
  return [
    ['检查期', `${period.from} 至 ${period.to}（检查日期 ${asOf}）`],
    ['支　部', branchAccount(summary, branches)],
    ['问　题', natures.join('，')],
    ['程　度', severities.join('，')],
    ...(baseline === undefined ? [] : [baselineLine(baseline, branches)]),
    ['读　入', intakeAccount(intake)],
  ]
}

function branchAccount({ branches: count, records }: Report['summary'], branches: Report['branches']): string {
  const missing = branches.filter((branch) => !isHandedIn(branch)).length
  return `${count} 个${missing === 0 ? '' : `（${missing} 个${NOT_HANDED_IN}）`}，记录 ${records} 条`
}

/** A baseline keeps known faults from being told again; it mends none, so the score counts them. */
function baselineLine(
  { known, mended }: NonNullable<Report['baseline']>,
  branches: Report['branches'],
): [label: string, text: string] {
  const scored = known > 0 && branches.some(({ score }) => score !== null) ? '；得分仍按全部问题计算' : ''
  return ['基　线', `基线中已有的 ${known} 项不再列出，另有 ${mended} 项已不再出现${scored}`]
}

/** Rows are records, rejected, or passed over (合计, blank and title rows): the three add up. */
function intakeAccount({ files, rows, records, rejected }: Report['summary']['intake']): string {
  const passedOver = rows - records - rejected
  return `${files} 个文件，${rows} 行（条）：记录 ${records}，未能读入 ${rejected}，合计、空行等略过 ${passedOver}`
}
