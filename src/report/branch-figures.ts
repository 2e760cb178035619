import type { Nature } from '../rulebook/schema.ts'
import { type BranchSheet, isHandedIn } from './branch-sheet.ts'
import { NATURE_WORDS, NOT_HANDED_IN, OUTCOME_WORDS } from './display-words.ts'

/** A column of the table of branches. */
export interface Figure {
  readonly head: string
  /** Columns of a terminal. */
  readonly width: number
  readonly of: (sheet: BranchSheet) => string
}

const COUNTS: readonly Figure[] = [
  { head: '记录', width: 4, of: ({ branch }) => String(branch.handedIn.records) },
  { head: NATURE_WORDS.breach, width: 10, of: (sheet) => String(countOf(sheet, 'breach')) },
  { head: NATURE_WORDS.clue, width: 6, of: (sheet) => String(countOf(sheet, 'clue')) },
  { head: NATURE_WORDS.info, width: 8, of: (sheet) => String(countOf(sheet, 'info')) },
  { head: OUTCOME_WORDS['not-evaluated'], width: 8, of: unjudgedCount },
]

const SCORES: readonly Figure[] = [
  { head: '得分', width: 5, of: ({ branch }) => String(branch.score ?? '') },
  { head: '等次', width: 6, of: ({ branch }) => branch.grade ?? '' },
]

/** What the table of branches says of each; scores only where scoring is on. */
export function branchFigures(sheets: readonly BranchSheet[]): readonly Figure[] {
  const isScored = sheets.some(({ branch }) => branch.score !== null)
  return isScored ? [...COUNTS, ...SCORES] : COUNTS
}

function countOf({ branch }: BranchSheet, nature: Nature): number {
  return branch.findings.filter((finding) => finding.nature === nature).length
}

function unjudgedCount({ branch }: BranchSheet): string {
  if (!isHandedIn(branch)) return NOT_HANDED_IN
  return String(branch.verdicts.filter(({ outcome }) => outcome === 'not-evaluated').length)
}
