import { type BranchSheet, branchLabel, type FindingSection, type UnjudgedSection } from './branch-sheet.ts'
import { demandLines, evidenceLines, findingCount } from './demand-lines.ts'
import { NATURE_WORDS, OUTCOME_WORDS, SEVERITY_WORDS, SHEET_TITLE } from './display-words.ts'
import type { Entry } from './drawn-together.ts'
import { handedInLines } from './handed-in.ts'
import { escaped } from './markdown-text.ts'
import { groupLabel } from './unjudged.ts'

/** The blocks of one branch's 《组织生活台账检查反馈单》. */
export function markdownBranch(sheet: BranchSheet): string[][] {
  const { branch, passed, sections, exempted, unjudged } = sheet
  return [
    [`## ${SHEET_TITLE} ${escaped(branchLabel(branch))}`],
    handedInLines(sheet).map(([label, text]) => `- **${label}** ${escaped(text)}`),
    ...sections.flatMap(sectionBlocks),
    ...listBlocks(OUTCOME_WORDS.exempt, exempted),
    ...unjudged.flatMap(unjudgedBlocks),
    ...(passed.length === 0
      ? []
      : [[`### ${OUTCOME_WORDS.pass}（${passed.length} 项）`], [escaped(passed.join('；'))]]),
  ]
}

function listBlocks(title: string, texts: readonly string[]): string[][] {
  if (texts.length === 0) return []
  return [[`### ${title}（${texts.length} 项）`], texts.map((text) => `- ${escaped(text)}`)]
}

function sectionBlocks({ nature, demands }: FindingSection): string[][] {
  const lines = demands.flatMap((demand, index) => [
    `${index + 1}. **${escaped(demand.title)}**`,
    ...demand.entries.flatMap(entryLines),
    ...demandLines(demand, nature).map(([label, text]) => `   - ${label}：${escaped(text)}`),
  ])
  return [[`### ${NATURE_WORDS[nature]}（${findingCount(demands)} 项）`], lines]
}

function entryLines(entry: Entry): string[] {
  return [
    `   - ${SEVERITY_WORDS[entry.severity]}：${escaped(entry.message)}`,
    ...evidenceLines(entry).map((line) => `     - ${escaped(line)}`),
  ]
}

function unjudgedBlocks({ outcome, groups }: UnjudgedSection): string[][] {
  const count = groups.reduce((sum, { titles }) => sum + titles.length, 0)
  const lines = groups.map((group) => `- ${escaped(groupLabel(group))}`)
  return [[`### ${OUTCOME_WORDS[outcome]}（${count} 项）`], lines]
}
