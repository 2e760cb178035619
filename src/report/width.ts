import stringWidth from 'string-width'

/** Text in which every code point is a character by itself: no mark, joiner or emoji among them. */
const SINGLES = /^[\u0020-\u007e\u00b7\u2010-\u2027\u3001-\u3029\u3400-\u4dbf\u4e00-\u9fff\uff01-\uff60]*$/u

/** Of those, the ones that fill one column come before this; string-width needs tables that take long to build. */
const FIRST_WIDE_SINGLE = '\u3001'

/** Building one takes longer than most reports. */
let segmenter: Intl.Segmenter | undefined

/** Widths met so far of what is no single: asking for them is dear. */
const widths = new Map<string, number>()

/** The characters that a reader sees, each with the marks and joiners that belong to it. */
export function graphemes(text: string): string[] {
  if (SINGLES.test(text)) return [...text]
  segmenter ??= new Intl.Segmenter('zh', { granularity: 'grapheme' })
  return Array.from(segmenter.segment(text), ({ segment }) => segment)
}

/** Columns of a terminal that the text fills: Chinese characters two, marks none, emoji two. */
export function displayWidth(text: string): number {
  return graphemes(text).reduce((sum, grapheme) => sum + graphemeWidth(grapheme), 0)
}

export function graphemeWidth(grapheme: string): number {
  if (SINGLES.test(grapheme)) return grapheme < FIRST_WIDE_SINGLE ? grapheme.length : 2 * grapheme.length
  const known = widths.get(grapheme)
  if (known !== undefined) return known
  const width = stringWidth(grapheme)
  widths.set(grapheme, width)
  return width
}

/** Fills the text up with blanks to `columns`; a longer text stays as it is. */
export function padEnd(text: string, columns: number): string {
  return text + ' '.repeat(Math.max(0, columns - displayWidth(text)))
}

export function padStart(text: string, columns: number): string {
  return ' '.repeat(Math.max(0, columns - displayWidth(text))) + text
}
