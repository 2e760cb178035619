import type { ReuseResult } from '../../src/text/reuse/index.ts'
import { type Case, type Generated, KINDS, type Kind, QUOTED, SHARED, type Written } from './corpus.ts'

/** The truth about a detected passage may begin or end this far from where the detector says. UTF-16 units. */
const TOLERANCE = 3

export interface Score {
  readonly recall: number
  readonly precision: number
  readonly byKind: Readonly<Record<Kind, number>>
  readonly granularity: number
  readonly panPrecision: number
  readonly panRecall: number
  readonly plagdet: number
  /** Parts of the set phrases and stock sentences, and of the quotations, that nobody copied and that were flagged. */
  readonly sharedFlagged: number
  readonly quotedFlagged: number
  /** Passages none of whose characters were copied. */
  readonly falsePassages: number
  readonly passages: number
  readonly families: number
  /** Families found as one cluster with no stranger in it. */
  readonly wholeFamilies: number
}

interface Detection {
  readonly document: number
  readonly start: number
  readonly end: number
  right: number
  letters: number
  readonly cases: Set<Case>
}

/** Holds what was found against what was planted, letter by letter. */
export function score({ texts, cases, families }: Generated, result: ReuseResult): Score {
  const indexOf = new Map(texts.map(({ document }, index) => [document.id, index]))
  const casesOf = new Map<number, Case[]>()
  for (const one of cases) casesOf.set(one.document, [...(casesOf.get(one.document) ?? []), one])
  const detections: Detection[] = []
  const found = new Map<Case, number>()
  const letters = new Map<Case, number>()
  const detectedBy = new Map<Case, number>()
  const shared = { flagged: 0, all: 0 }
  const quoted = { flagged: 0, all: 0 }
  for (const lecture of result.lectures) {
    const document = indexOf.get(lecture.id) as number
    const text = texts[document] as Written
    const isLetter = lettersOf(text.document.text)
    const planted = new Array<Case | undefined>(text.document.text.length)
    for (const one of casesOf.get(document) ?? []) {
      planted.fill(one, one.start, one.end)
      letters.set(one, countLetters(isLetter, one.start, one.end))
    }
    const flagged = new Uint8Array(text.document.text.length)
    const right = new Uint8Array(text.document.text.length)
    for (const { source, passages } of lecture.matches) {
      const other = texts[indexOf.get(source) as number] as Written
      for (const { here, there } of passages) {
        const origins = new Set(other.origins.subarray(Math.max(0, there.start - TOLERANCE), there.end + TOLERANCE))
        const detection = { document, start: here.start, end: here.end, right: 0, letters: 0, cases: new Set<Case>() }
        let before = false
        for (let at = here.start; at < here.end; at++) {
          const origin = text.origins[at] as number
          if (origin < text.firstNumber) before = origins.has(origin)
          if (!isLetter[at]) continue
          detection.letters += 1
          flagged[at] = 1
          const one = planted[at]
          if (one === undefined || !before) continue
          detection.right += 1
          detection.cases.add(one)
          right[at] = 1
        }
        detections.push(detection)
        for (const one of detection.cases) detectedBy.set(one, (detectedBy.get(one) ?? 0) + 1)
      }
    }
    for (let at = 0; at < right.length; at++) {
      if (!isLetter[at]) continue
      const one = planted[at]
      if (one !== undefined) {
        if (right[at]) found.set(one, (found.get(one) ?? 0) + 1)
        continue
      }
      const tally = text.wording[at] === SHARED ? shared : text.wording[at] === QUOTED ? quoted : undefined
      if (tally === undefined) continue
      tally.all += 1
      tally.flagged += flagged[at] as number
    }
  }
  const sum = (values: Iterable<number>) => [...values].reduce((total, value) => total + value, 0)
  const detected = [...detectedBy.keys()].length
  const granularity = detected === 0 ? 1 : sum(detectedBy.values()) / detected
  const panPrecision =
    detections.length === 0 ? 1 : sum(detections.map((one) => one.right / one.letters)) / detections.length
  const panRecall =
    cases.length === 0 ? 1 : sum(cases.map((one) => (found.get(one) ?? 0) / (letters.get(one) || 1))) / cases.length
  const f1 = panPrecision + panRecall === 0 ? 0 : (2 * panPrecision * panRecall) / (panPrecision + panRecall)
  return {
    recall: sum(found.values()) / sum(letters.values()),
    precision: sum(detections.map((one) => one.right)) / sum(detections.map((one) => one.letters)),
    byKind: Object.fromEntries(
      KINDS.map((kind) => {
        const ofKind = cases.filter((one) => one.kind === kind)
        return [kind, sum(ofKind.map((one) => found.get(one) ?? 0)) / sum(ofKind.map((one) => letters.get(one) ?? 0))]
      }),
    ) as Record<Kind, number>,
    granularity,
    panPrecision,
    panRecall,
    plagdet: f1 / Math.log2(1 + granularity),
    sharedFlagged: shared.flagged / (shared.all || 1),
    quotedFlagged: quoted.flagged / (quoted.all || 1),
    falsePassages: detections.filter(({ right }) => right === 0).length,
    passages: detections.length,
    families: families.length,
    wholeFamilies: families.filter((family) => isOneCluster(family, texts, result)).length,
  }
}

const LETTER = /\p{L}/u

function lettersOf(text: string): boolean[] {
  return Array.from({ length: text.length }, (_, at) => LETTER.test(text.charAt(at)))
}

function countLetters(isLetter: readonly boolean[], start: number, end: number): number {
  let letters = 0
  for (let at = start; at < end; at++) if (isLetter[at]) letters += 1
  return letters
}

function isOneCluster(family: readonly number[], texts: readonly Written[], { clusters }: ReuseResult): boolean {
  const ids = family.map((member) => (texts[member] as Written).document.id)
  const cluster = clusters.find(({ members }) => members.includes(ids[0] as string))
  return (
    cluster !== undefined && cluster.members.length === ids.length && ids.every((id) => cluster.members.includes(id))
  )
}
