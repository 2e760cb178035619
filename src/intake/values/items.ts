import { fold } from './fold.ts'
import { readNumeral } from './numbers.ts'

/** A passage of a text, with UTF-16 units from the start of the text to it. */
export interface TextItem {
  readonly text: string
  readonly offset: number
}

/** `1.` `1、` `（1）` `一、` `（一）` `①` `第一项`, at the start of a line or behind what ends a sentence or a word. */
const MARKER =
  /(?<=^|[\n;。,:\s、)]|[^\d.]\s)(?:第?\(?([一二三四五六七八九十]{1,3}|\d{1,2})(?:\)、?|项?[、:]|[.](?!\d))|([①-⑳]))\s*/gu
/** Directly behind a word, where only a sequence that runs on tells a marker from a number. */
const LOOSE_MARKER = /(?:([一二三四五六七八九十]{1,3}|\d{1,2})[、.](?!\d)|([①-⑳])|\((\d{1,2}|[一二三四五六七八九十]{1,3})\))\s*/gu
const CIRCLED_ONE = '①'.charCodeAt(0)

interface Marker {
  readonly number: number
  readonly start: number
  readonly end: number
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
  const markers = runFromOne(folded, MARKER) ?? runFromOne(folded, LOOSE_MARKER)
  const [first] = markers ?? []
  if (markers === undefined || first === undefined) return undefined
  const items = markers.map(({ end }, index) => trimmed(text, end, markers[index + 1]?.start ?? text.length))
  const lead = trimmed(text, 0, first.start)
  const isHeading = lead.text === '' || /[：:]$/u.test(lead.text) || items.length === 0
  return [...(isHeading ? [] : [lead]), ...items].filter((item) => item.text !== '')
}

/** The markers that count 1, 2, 3 …; a 3 of 3月 or a （1） within an item does not fit in. */
function runFromOne(folded: string, pattern: RegExp): Marker[] | undefined {
  const run: Marker[] = []
  for (const match of folded.matchAll(pattern)) {
    const number = numberOf(match)
    if (number === run.length + 1) run.push({ number, start: match.index, end: match.index + match[0].length })
  }
  return run.length > 1 || run[0]?.start === 0 ? run : undefined
}

function numberOf([, plain, circled, bracketed]: RegExpMatchArray): number | undefined {
  if (circled !== undefined) return circled.charCodeAt(0) - CIRCLED_ONE + 1
  return readNumeral(plain ?? bracketed ?? '')
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
