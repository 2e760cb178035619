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
  // A branch's findings are let go before the next branch's come: they may have been put away.
  const items: RectificationItem[] = []
  for (const { id, findings } of branches) {
    for (const finding of [...findings].sort(worstFirst)) {
      if (finding.nature !== 'info') items.push(itemOf(finding, id, items.length + 1))
    }
  }
  return items
}

function itemOf(
  { id, message, basis, remedy, dueDate, nature }: Finding,
  branch: string,
  no: number,
): RectificationItem {
  return {
    no,
    finding: id,
    branch,
    problem: message,
    basis: basis.map(citation).join('；'),
    measure: remedy,
    owner: null,
    dueDate,
    state: nature === 'clue' ? '待核实' : '待整改',
  }
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
