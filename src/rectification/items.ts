import type { Finding } from '../engine/finding.ts'
import { severityRank } from '../engine/severity.ts'
import type { Basis } from '../rulebook/schema.ts'
import type { RectificationItem } from './schema.ts'

/** What a person has to do about the findings of one branch. */
export interface BranchFindings {
  readonly id: string
  readonly findings: readonly Finding[]
}

/** The rectification list: every breach to be mended and every clue to be looked into; hints are no task. */
export function rectificationItems(branches: readonly BranchFindings[]): RectificationItem[] {
  return branches
    .flatMap(({ id, findings }) => [...findings].sort(worstFirst).map((finding) => ({ branch: id, finding })))
    .filter(({ finding }) => finding.nature !== 'info')
    .map(({ branch, finding }, index) => ({
      no: index + 1,
      finding: finding.id,
      branch,
      problem: finding.message,
      basis: finding.basis.map(citation).join('；'),
      measure: finding.remedy,
      owner: null,
      dueDate: finding.dueDate,
      state: finding.nature === 'clue' ? '待核实' : '待整改',
    }))
}

/** `《中国共产党支部工作条例（试行）》第十一条`. */
export function citation({ document, article }: Basis): string {
  const title =
    /[《》]/u.test(document) || !/(?:条例|细则|准则|章程|办法|规定|规则|意见|规划|通知)(?:（[^）]*）)?$/u.test(document)
      ? document
      : `《${document}》`
  return `${title}${article ?? ''}`
}

function worstFirst(a: Finding, b: Finding): number {
  return severityRank(a.severity) - severityRank(b.severity)
}
