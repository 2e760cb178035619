import type { LedgerRecord } from '../../ledger/schema.ts'
import { onceEach } from '../../text/once-each.ts'
import type { TimelineEntry } from '../timeline.ts'
import { wordingOf } from './record-texts.ts'

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

const QUOTE_MARKS_AND_BLANKS = /[“”"‘’'「」『』\s]/gu
const ANY_QUOTE_MARK = '[“”"‘’\'「」『』]?'

/** Finds entries of the timeline in what records say. */
export interface MentionFinder {
  /** Whether the record may name any of them: most name none, and need not be looked through text by text. */
  mayBeIn(record: LedgerRecord): boolean
  mentionsIn(text: string): Mention[]
}

/** Finds the names of entries in texts, each with and without marks of quotation and blanks; the longer name first. */
export function mentionFinder(entries: readonly TimelineEntry[]): MentionFinder {
  const names = new Map<string, TimelineEntry>()
  for (const entry of entries) for (const name of [entry.name, ...entry.also]) names.set(folded(name), entry)
  const longestFirst = [...names.keys()].sort((a, b) => b.length - a.length)
  const any = new RegExp(longestFirst.map(literally).join('|'), 'u')
  return {
    mayBeIn: (record) => longestFirst.length > 0 && any.test(foldedWordingOf(record)),
    mentionsIn(text) {
      const plain = folded(text)
      const present = longestFirst.filter((name) => plain.includes(name))
      if (present.length === 0) return []
      return Array.from(text.matchAll(new RegExp(present.map(spelling).join('|'), 'gu'))).flatMap((match) => {
        const entry = names.get(folded(match[0]))
        return entry === undefined ? [] : [mentionOf(entry, match, text)]
      })
    },
  }
}

const foldedWordingOf = onceEach((record: LedgerRecord) => folded(wordingOf(record)))

function mentionOf(entry: TimelineEntry, { 0: quote, index: start }: RegExpExecArray, text: string): Mention {
  const end = start + quote.length
  return {
    entry,
    quote,
    start,
    before: text.slice(Math.max(0, start - NEAR), start),
    after: text.slice(end, end + NEAR),
  }
}

function folded(text: string): string {
  return text.replace(QUOTE_MARKS_AND_BLANKS, '')
}

function spelling(name: string): string {
  return [...name].map(literally).join(`\\s?${ANY_QUOTE_MARK}`)
}

function literally(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')
}
