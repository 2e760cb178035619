import { fold } from './fold.ts'
import { readNumeral } from './numbers.ts'

/** A passage of a text, with UTF-16 units from the start of the text to it. */
export interface TextItem {
  readonly text: string
  readonly offset: number
}

const CHINESE = '[一二三四五六七八九十]{1,3}'
/** `1.` `1、`, `一、` `第一项：`, `（1）` `（一）`, `①`: numbers of one kind count on from each other. */
const MARKER = new RegExp(
  `(?<![\\d.第、和至-])(?:(\\d{1,2})(?:、|\\.(?!\\d))|(?:(${CHINESE})、|第(${CHINESE})项?[:、])|\\((\\d{1,2}|${CHINESE})\\)、?|([①-⑳]))\\s*`,
  'gu',
)
const BOUNDARY = /[\n;。:,!\s]/u
const CIRCLED_ONE = '①'.charCodeAt(0)

interface Marker {
  readonly number: number
  /** Which of the groups of MARKER matched. */
  readonly kind: number
  readonly start: number
  readonly end: number
  /** Whether it stands where something begins, not directly behind a word. */
  readonly isApart: boolean
}

/**
 * Takes a cell apart that lists several things: by numbers that run on from 1, else by lines, else by `；`.
 * What stands before the first number is an item of its own only where nothing else introduces the list.
 */
export function itemsOf(text: string): TextItem[] {
  const folded = fold(text)
  const numbered = byNumbers(text, folded)
  if (numbered !== undefined) return numbered
  const lines = pieces(text, folded, '\n')
  return lines.length > 1 ? lines : pieces(text, folded, ';')
}

function byNumbers(text: string, folded: string): TextItem[] | undefined {
  const markers = markersIn(folded)
  const apart = runFromOne(markers.filter(({ isApart }) => isApart))
  const loose = runFromOne(markers)
  const run = loose.length > apart.length ? loose : apart
  const [first] = run
  if (first === undefined || (run.length === 1 && !isHeadOfOne(first, folded))) return undefined
  const items = run.map(({ end }, index) => trimmed(text, end, run[index + 1]?.start ?? text.length))
  const lead = trimmed(text, 0, first.start)
  const isHeading = lead.text === '' || /[：:]$/u.test(lead.text)
  return [...(isHeading ? [] : [lead]), ...items].filter((item) => item.text !== '')
}

function markersIn(folded: string): Marker[] {
  return [...folded.matchAll(MARKER)].flatMap((match) => {
    const kind = match.findIndex((group, at) => at > 0 && group !== undefined)
    const number = numberOf(match[kind] ?? '')
    const start = match.index
    const isApart = start === 0 || BOUNDARY.test(folded.charAt(start - 1))
    return number === undefined ? [] : [{ number, kind, start, end: start + match[0].length, isApart }]
  })
}

function numberOf(written: string): number | undefined {
  return /[①-⑳]/u.test(written) ? written.charCodeAt(0) - CIRCLED_ONE + 1 : readNumeral(written)
}

/** The markers that count 1, 2, 3 … from the first that stands apart; a （1） within an item does not fit in. */
function runFromOne(markers: readonly Marker[]): Marker[] {
  const run: Marker[] = []
  for (const marker of markers) {
    const [first] = run
    const fits = first === undefined ? marker.isApart : marker.kind === first.kind
    if (fits && marker.number === run.length + 1) run.push(marker)
  }
  return run
}

/** A list of one: `1.学习党章`, not 一、二季度安排. */
function isHeadOfOne({ start, end }: Marker, folded: string): boolean {
  return start === 0 && !/[\d一二三四五六七八九十]/u.test(folded.charAt(end))
}

function pieces(text: string, folded: string, separator: string): TextItem[] {
  const items: TextItem[] = []
  let start = 0
  while (start <= folded.length) {
    const found = folded.indexOf(separator, start)
    const end = found < 0 ? folded.length : found
    const item = trimmed(text, start, end)
    if (item.text !== '') items.push(item)
    start = end + 1
  }
  return items
}

/** Without the spaces around it and the marks that part items at its end. */
function trimmed(text: string, start: number, end: number): TextItem {
  const raw = text.slice(start, end)
  const lead = raw.length - raw.trimStart().length
  return { text: raw.trim().replace(/[；;，,、]+$/u, ''), offset: start + lead }
}
