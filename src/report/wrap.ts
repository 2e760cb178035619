import { displayWidth, graphemes, graphemeWidth } from './width.ts'

/** What may not begin a line (禁则): closing marks belong to what they close. */
const CLOSERS = new Set('，。；：、！？）》〉」』】〕”’…—·％,.;:!?)]}%')
/** What may not end a line. */
const OPENERS = new Set('（《〈「『【〔“‘([{')

/** Joins into words, which are broken only where they are longer than a line. */
const WORD = /^[\u0021-\u007e]$/u

/**
 * Breaks a text of one line into lines of at most `columns` columns, by the rules of Chinese typesetting: anywhere
 * between two characters, but no line begins with a closing mark or ends with an opening one, and words of Latin
 * letters, numbers and paths stay whole. Blanks at a break are dropped; nothing else is.
 */
export function wrap(text: string, columns: number): string[] {
  const lines: string[] = []
  let line = ''
  let room = columns
  for (const piece of unbreakable(text).flatMap((unit) => fitted(unit, columns))) {
    const width = displayWidth(piece)
    if (width > room && line !== '') {
      lines.push(line.trimEnd())
      line = ''
      room = columns
    }
    if (line === '' && piece === ' ' && lines.length > 0) continue
    line += piece
    room -= width
  }
  return line === '' && lines.length > 0 ? lines : [...lines, line.trimEnd()]
}

/** The runs between which a line may be broken. */
function unbreakable(text: string): string[] {
  const units: string[] = []
  let unit = ''
  let last = ''
  for (const grapheme of graphemes(text)) {
    if (unit !== '' && mayBreak(last, grapheme)) {
      units.push(unit)
      unit = ''
    }
    unit += grapheme
    last = grapheme
  }
  return unit === '' ? units : [...units, unit]
}

function mayBreak(before: string, after: string): boolean {
  if (before === ' ' || after === ' ') return true
  if (OPENERS.has(before) || CLOSERS.has(after)) return false
  return !(WORD.test(before) && WORD.test(after))
}

/** The unit, or pieces of it where it is longer than a line. */
function fitted(unit: string, columns: number): string[] {
  if (displayWidth(unit) <= columns) return [unit]
  const pieces: string[] = []
  let piece = ''
  let room = columns
  for (const grapheme of graphemes(unit)) {
    const width = graphemeWidth(grapheme)
    if (width > room && piece !== '') {
      pieces.push(piece)
      piece = ''
      room = columns
    }
    piece += grapheme
    room -= width
  }
  return [...pieces, piece]
}
