import type { TimelineEntry } from './timeline.ts'

/** Where a text names an entry of the timeline. */
export interface Mention {
  readonly entry: TimelineEntry
  /** As it stands in the text, from which offset on, with what stands around it. */
  readonly quote: string
  readonly start: number
  readonly before: string
  readonly after: string
}

/** Characters on either side of a name that may say how it is spoken of. */
const NEAR = 16

const QUOTE_MARKS = /[“”"‘’'「」『』]/gu
const ANY_QUOTE_MARK = '[“”"‘’\'「」『』]?'

/** Finds the names of entries in texts, each with and without marks of quotation and blanks; the longer name first. */
export function mentionFinder(entries: readonly TimelineEntry[]): (text: string) => Mention[] {
  const names = new Map<string, TimelineEntry>()
  for (const entry of entries) for (const name of [entry.name, ...entry.also]) names.set(folded(name), entry)
  if (names.size === 0) return () => []
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length)
  const pattern = new RegExp(longestFirst.map(spelling).join('|'), 'gu')
  return (text) =>
    Array.from(text.matchAll(pattern)).flatMap(({ 0: quote, index: start }) => {
      const entry = names.get(folded(quote))
      const end = start + quote.length
      const before = text.slice(Math.max(0, start - NEAR), start)
      return entry === undefined ? [] : [{ entry, quote, start, before, after: text.slice(end, end + NEAR) }]
    })
}

function folded(name: string): string {
  return name.replace(QUOTE_MARKS, '').replace(/\s+/gu, '')
}

function spelling(name: string): string {
  return [...name].map((character) => character.replace(/[\\^$.*+?()[\]{}|]/u, '\\$&')).join(`\\s?${ANY_QUOTE_MARK}`)
}
