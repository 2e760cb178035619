import type { Domain, Term } from './lexicon.ts'
import type { SpokenOf } from './segments.ts'
import type { Match } from './term-matcher.ts'

/** Takes the room of what is left out, so that offsets stay. */
const BLANK = '　'
const ASIDE = /（[^（）]*）|\([^()]*\)/gu
const TITLE = /《([^《》]*)》?/gu

/** A clause with asides in brackets and the titles in 《》 blanked out, and what each title is. */
export interface Untitled {
  readonly text: string
  readonly titles: readonly SpokenOf[]
}

/** A title is one thing, whatever words it is made of: a document of the Party, else what its last word says. */
export function untitled(
  clause: string,
  matches: (text: string) => Match<Term>[],
  partyTitles: readonly string[],
): Untitled {
  const titles: SpokenOf[] = []
  const text = clause.replace(TITLE, (whole: string, title: string, at: number) => {
    const domain = domainOf(title, matches, partyTitles)
    titles.push({ word: whole, at, domain, general: domain === '作品' })
    return BLANK.repeat(whole.length)
  })
  return { text: text.replace(ASIDE, (whole) => BLANK.repeat(whole.length)), titles }
}

function domainOf(title: string, matches: (text: string) => Match<Term>[], partyTitles: readonly string[]): Domain {
  if (partyTitles.some((word) => title.includes(word))) return '理论'
  const objects = matches(title).flatMap(({ term }) => (term.role === 'object' ? [term] : []))
  const last = objects.findLast(({ general }) => !general) ?? objects.findLast(({ domain }) => domain !== '行政')
  return last?.domain === '洒扫' ? '行政' : (last?.domain ?? '作品')
}
