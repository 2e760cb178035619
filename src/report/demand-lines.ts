import type { Nature } from '../rulebook/schema.ts'
import type { Evidence } from '../source/place.ts'
import type { Demand } from './branch-sheet.ts'
import type { Entry } from './drawn-together.ts'
import { placeLabel } from './place-label.ts'
import { basisLabel } from './rule-words.ts'

/** Nobody follows more places than these of one entry; the JSON report has all. */
const SHOWN_EVIDENCE = 5

const DUE_LABELS: Readonly<Record<Nature, string | undefined>> = {
  breach: '整改时限',
  clue: '核实时限',
  info: undefined,
}

/** Basis, remedy and due date of a demand, each with its label. A hint is no task and has no date. */
export function demandLines({ basis, remedy, dueDate }: Demand, nature: Nature): [label: string, text: string][] {
  const due = DUE_LABELS[nature]
  return [
    ['依　　据', basis.map(basisLabel).join('；')],
    ['处理意见', remedy],
    ...(due === undefined ? [] : [[due, dueDate] satisfies [string, string]]),
  ]
}

/** How many findings there are, each period for itself, however they are drawn together. */
export function findingCount(demands: readonly Demand[]): number {
  return demands.reduce(
    (sum, { entries }) => sum + entries.reduce((count, { findings }) => count + findings.length, 0),
    0,
  )
}

/** Where an entry's evidence stands and what it says there. */
export function evidenceLines({ evidence }: Entry): string[] {
  const more = evidence.length - SHOWN_EVIDENCE
  const shown = evidence.slice(0, SHOWN_EVIDENCE).map(evidenceLabel)
  return more > 0 ? [...shown, `另有 ${more} 处`] : shown
}

function evidenceLabel(evidence: Evidence): string {
  return evidence.excerpt === '' ? placeLabel(evidence) : `${placeLabel(evidence)} 「${evidence.excerpt}」`
}
