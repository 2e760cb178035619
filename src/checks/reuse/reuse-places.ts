import { type Evidence, evidenceAt, type Place } from '../../source/place.ts'
import type { Passage, SourceMatch, Span } from '../../text/reuse/index.ts'

/** A text that was compared, and where it begins. */
export interface ComparedText {
  readonly text: string
  readonly at: Place
  /** Whether its lines are not those of the file. */
  readonly reflowed?: boolean | undefined
}

/** The longest passage that two texts share, quoted from both. */
export function evidenceOf(
  here: ComparedText,
  there: ComparedText,
  { passages }: Pick<SourceMatch, 'passages'>,
): Evidence[] {
  const longest = passages.reduce((best, passage) => (lengthOf(passage) > lengthOf(best) ? passage : best))
  return [quoted(here, longest.here), quoted(there, longest.there)]
}

function quoted(compared: ComparedText, { start, end }: Span): Evidence {
  return evidenceAt(placeWithin(compared, start), compared.text.slice(start, end))
}

/** The place of an offset in a text, or its beginning where its lines tell nothing of the file's: in a cell, reflowed. */
export function placeWithin({ at, text, reflowed = false }: ComparedText, offset: number): Place {
  if (at.cell !== undefined || reflowed) return at
  const before = text.slice(0, offset)
  const lines = before.split('\n').length - 1
  return { ...at, line: at.line + lines, column: at.column + offset - (before.lastIndexOf('\n') + 1) }
}

function lengthOf({ here }: Passage): number {
  return here.end - here.start
}

const DECIMALS = 10_000

/** A share as reports give it. */
export function rounded(share: number): number {
  return Math.round(share * DECIMALS) / DECIMALS
}

/** Rounded down: a finding never says more than was found. */
export function percent(share: number): string {
  return `${Math.floor(share * 100 + 1e-9)}%`
}

/** The passages as `data` gives them. */
export function passageData(text: string, passages: readonly Passage[]) {
  return passages.map(({ here, there }) => ({
    text: text.slice(here.start, here.end),
    here: { start: here.start, end: here.end },
    there: { start: there.start, end: there.end },
  }))
}
