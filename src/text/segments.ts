import type { Domain, Term } from './lexicon.ts'
import type { Match } from './term-matcher.ts'

type MatchOf<Role extends Term['role']> = Match<Extract<Term, { role: Role }>>

/** A thing spoken of, with what it belongs to. */
export interface SpokenOf {
  readonly word: string
  readonly domain: Domain
  /** Decides only where no definite word does. */
  readonly general: boolean
  /** UTF-16 offset in the clause. */
  readonly at: number
}

/** What is done, and with what: a verb with its objects, or things named without a verb. */
export interface Segment {
  readonly verb: MatchOf<'verb'> | undefined
  readonly things: readonly SpokenOf[]
  readonly hollow: MatchOf<'hollow'> | undefined
  /** Where the verb, or the verbs that act as one, end. */
  readonly verbEnd: number
}

/** What may stand between verbs that act as one: 研究并部署, 学习、讨论. */
const BETWEEN_VERBS = /^[并、和与及或再来了\s]*$/u
/** A verb that says nothing of what is done gives way to the next: 组织学习. */
const LIGHT: ReadonlySet<string> = new Set(['开展', '带领'])
/** With who is to do it, at most so many characters long. */
const GIVING_OUT = '布置'
const WHO = 4
const STUDYING = new Set(['学习', '传达'])
/** Says that a second thing is done. */
const ANOTHER_VERB = /并|[、后]/u

/** Takes a clause apart at its verbs. */
export function segmentsOf(matches: readonly Match<Term>[], titles: readonly SpokenOf[], clause: string): Segment[] {
  const topic = topicOf(clause) ?? frontedIn(clause) ?? paperOf(matches, clause)
  const segments: Draft[] = []
  let open: Draft = empty(undefined, 0)
  for (const { word, term, at } of matches) {
    if (term.role === 'object') open.things.push({ word, domain: term.domain, general: term.general, at })
    else if (term.role === 'hollow') open.hollow = { word, term, at }
    else if (term.role === 'verb' && !isPartOfName(word, at, topic) && !isAttribute(clause, at + word.length)) {
      const verb = { word, term, at }
      if (!isOneDeed(open, at, clause)) {
        segments.push(open)
        open = empty(verb, at + word.length)
      } else {
        if (open.verb !== undefined && LIGHT.has(open.verb.term.family.name)) open.verb = verb
        open.verbEnd = at + word.length
      }
    }
  }
  return withTitles([...segments, open], titles).filter(isTelling)
}

/** Verbs in a row act as one; 布置各组清扫 is what is given out, not what is done. */
function isOneDeed({ verb, things, verbEnd }: Draft, at: number, clause: string): boolean {
  if (verb === undefined) return false
  if (BETWEEN_VERBS.test(clause.slice(verbEnd, at))) return true
  return verb.term.family.name === GIVING_OUT && things.length === 0 && at - verbEnd <= WHO
}

interface Draft {
  verb: MatchOf<'verb'> | undefined
  readonly things: SpokenOf[]
  hollow: MatchOf<'hollow'> | undefined
  verbEnd: number
}

function empty(verb: MatchOf<'verb'> | undefined, verbEnd: number): Draft {
  return { verb, things: [], hollow: undefined, verbEnd }
}

/** One character is a verb only at the head of its clause (学党章); elsewhere it is part of another word. */
function isPartOfName(word: string, at: number, topic: Span | undefined): boolean {
  return (word.length === 1 && at > 0) || (topic !== undefined && topic.from <= at && at < topic.to)
}

/** 党委布置的文件: what is said of a thing, not what the meeting did. */
function isAttribute(clause: string, verbEnd: number): boolean {
  return clause.charAt(verbEnd) === '的'
}

interface Span {
  readonly from: number
  readonly to: number
}

/** From 关于 to the last 的: the name of a paper, whose verbs are not what the meeting did. */
function topicOf(clause: string): Span | undefined {
  const from = clause.indexOf('关于')
  const to = clause.lastIndexOf('的')
  return from === -1 || to < from ? undefined : { from, to }
}

/** 对组织生活会整改进行点评: between 对 and 进行 stands the matter, whose verbs are part of its name. */
export const FRONTED =
  /(?:^|[^面])(?:对|就|将|把)(?!照|标|接|象|业|于)([^，]{2,}?)(?:进行|作出|做出|作了|做了|予以|加以|展开|开展)/u

function frontedIn(clause: string): Span | undefined {
  const found = FRONTED.exec(clause)
  return found === null ? undefined : { from: found.index, to: found.index + found[0].length - 2 }
}

/** 学习选举工作条例: what is studied up to the word for a paper at the end is its name. */
function paperOf(matches: readonly Match<Term>[], clause: string): Span | undefined {
  const verb = matches.find(({ term }) => term.role === 'verb' && !LIGHT.has(term.family.name))
  const last = matches.at(-1)
  if (verb?.term.role !== 'verb' || last?.term.role !== 'object' || !STUDYING.has(verb.term.family.name))
    return undefined
  const from = verb.at + verb.word.length + 1
  const isPaper =
    last.term.general && last.term.domain === '理论' && last.at + last.word.length === clause.trimEnd().length
  return isPaper && !ANOTHER_VERB.test(clause.slice(from, last.at)) ? { from, to: last.at } : undefined
}

/** Puts each title where it stands: behind the last verb before it. */
function withTitles(segments: readonly Draft[], titles: readonly SpokenOf[]): Draft[] {
  for (const title of titles) {
    const owner = segments.findLast(({ verbEnd }) => verbEnd <= title.at)
    owner?.things.push(title)
    owner?.things.sort((a, b) => a.at - b.at)
  }
  return [...segments]
}

function isTelling({ verb, things, hollow }: Segment): boolean {
  return verb !== undefined || things.length > 0 || hollow !== undefined
}
