import type { VerdictOutcome } from '../engine/finding.ts'
import { type BranchSheet, branchLabel, type FindingSection, outcomeCounts } from './branch-sheet.ts'
import { demandLines, evidenceLines, findingCount } from './demand-lines.ts'
import { NATURE_WORDS, OUTCOME_WORDS, SEVERITY_WORDS, SHEET_TITLE } from './display-words.ts'
import type { Entry } from './drawn-together.ts'
import type { Page } from './format.ts'
import { handedInLines } from './handed-in.ts'
import { hanging, labelled } from './layout.ts'
import { groupLabel } from './unjudged.ts'

/** What is told with its reasons; the rest is only counted, for a page must stay readable. */
const EXPLAINED: readonly VerdictOutcome[] = ['not-evaluated']
export const COUNTED: readonly VerdictOutcome[] = ['pass', 'not-due', 'not-applicable']

const INDENT = '    '

/** The page of one branch, as a 《组织生活台账检查反馈单》 reads. */
export function branchPage(sheet: BranchSheet, page: Page): string[] {
  const { palette, width } = page
  return [
    palette.faint('─'.repeat(width)),
    ...hanging('', `${SHEET_TITLE}　${branchLabel(sheet.branch)}`, width, palette.heading),
    ...handedInLines(sheet).flatMap(([label, text]) => labelled('', `${label}  `, text, width, palette.faint)),
    ...sheet.sections.flatMap((section) => sectionLines(section, page)),
    ...exemptedLines(sheet, page),
    ...unjudgedLines(sheet, EXPLAINED, '', page),
    ...countLines(sheet, page),
  ]
}

function countLines(sheet: BranchSheet, { palette, width }: Page): string[] {
  const counts = outcomeCounts(sheet, COUNTED)
  return counts === '' ? [] : ['', ...hanging('', counts, width, palette.good)]
}

/** Demands that were not judged, grouped by the reason, under a heading for each outcome. */
export function unjudgedLines(
  { unjudged }: BranchSheet,
  outcomes: readonly VerdictOutcome[],
  indent: string,
  { palette, width }: Page,
): string[] {
  return unjudged
    .filter(({ outcome }) => outcomes.includes(outcome))
    .flatMap(({ outcome, groups }) => {
      const count = groups.reduce((sum, { titles }) => sum + titles.length, 0)
      return [
        ...(indent === '' ? [''] : []),
        indent + palette.strong(`${OUTCOME_WORDS[outcome]}（${count} 项）`),
        ...groups.flatMap((group) => hanging(`${indent}  · `, groupLabel(group), width)),
      ]
    })
}

function exemptedLines({ exempted }: BranchSheet, { palette, width }: Page): string[] {
  if (exempted.length === 0) return []
  return [
    '',
    palette.strong(`${OUTCOME_WORDS.exempt}（${exempted.length} 项）`),
    ...exempted.flatMap((line) => hanging('  · ', line, width)),
  ]
}

function sectionLines({ nature, demands }: FindingSection, page: Page): string[] {
  return [
    '',
    page.palette.strong(`${NATURE_WORDS[nature]}（${findingCount(demands)} 项）`),
    ...demands.flatMap((demand, index) => [
      ...hanging(`${String(index + 1).padStart(2)}. `, demand.title, page.width, page.palette.strong),
      ...demand.entries.flatMap((entry) => entryLines(entry, page)),
      ...demandLines(demand, nature).flatMap(([label, text]) => labelledLine(label, text, page)),
    ]),
  ]
}

function entryLines(entry: Entry, { palette, width }: Page): string[] {
  return [
    ...labelled(INDENT, `[${SEVERITY_WORDS[entry.severity]}] `, entry.message, width, palette.severity[entry.severity]),
    ...evidenceLines(entry).flatMap((line) => hanging(`${INDENT}       `, line, width, palette.faint)),
  ]
}

function labelledLine(label: string, text: string, { palette, width }: Page): string[] {
  return labelled(INDENT, `${label}  `, text, width, palette.faint)
}
