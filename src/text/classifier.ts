import { clausesOf } from './clauses.ts'
import type { Classification, ContentClass, ContentClassifier } from './content-class.ts'
import { inContext } from './context.ts'
import { headsOf } from './heads.ts'
import type { Domain, Lexicon, Term } from './lexicon.ts'
import { FRONTED, type Segment, type SpokenOf, segmentsOf } from './segments.ts'
import { asService, type ServiceFinder, serviceFinder } from './service.ts'
import { type Match, termMatcher } from './term-matcher.ts'
import { untitled } from './titles.ts'
import { type Voice, weighed } from './weighing.ts'

/** Texts remembered: agenda items repeat from branch to branch. */
const MEMORY = 20_000
/** UTF-16 units read of a text: what an item is about stands at its head, and minutes would say nothing clear. */
const LONGEST = 600

/** What is left of the weight of a preamble or slogan, of a subject before its verb, of what did not take place. */
const PREAMBLE = 0.15
const SUBJECT = 0.3
const NOT_DONE = 0.05
const NOT_DONE_VERBS = '不作'
const FORMALITY = 0.05
/** 在……下, 从……入手: a circumstance; 在村部……: a place, which says nothing of what follows. */
const WITHIN: ReadonlySet<string> = new Set(['在', '从'])
const CIRCUMSTANCE = /(?:下|中|上|之际|同时|以来|基础上|入手|出发|角度|做起)$/u
const MEETINGS: ReadonlySet<Domain> = new Set(['会议', '党日'])
const CONCERNED_WITH_WORD: ReadonlySet<string> = new Set(['学习', '传达', '通报', '审议', '讨论', '布置'])
const LIGHT_VERBS: ReadonlySet<string | undefined> = new Set(['开展', '带领'])
/** Sets others to work. */
const LEADING_VERBS = '带领'

const WEIGHTS = {
  definite: { withVerb: 2, bare: 1.5 },
  general: { withVerb: 1.4, bare: 0.6 },
  hollow: { withVerb: 0.6, bare: 0.3 },
} as const
const VERB_ALONE = 0.3
/** A verb that tells by itself what is done (学习, 慰问) says more than one that needs an object (布置, 讨论). */
const TELLING_VERB = 0.4
const DELIBERATING: ReadonlySet<string> = new Set(['审议', '讨论'])
const NEEDING_OBJECT: ReadonlySet<ContentClass> = new Set(['行政业务', '议事'])

const OWN_CLASS: Readonly<Record<Domain, ContentClass>> = {
  理论: '政治学习',
  上级: '政治学习',
  纪律: '政治学习',
  党务: '党务',
  行政: '行政业务',
  村居: '议事',
  活动: '活动',
  洒扫: '行政业务',
  技能: '知识技能',
  会议: '党务',
  党日: '活动',
  表态: '议事',
  会务: '其他',
  作品: '政治学习',
}

/** Tells by the lexicon what an agenda item is about: what is done in each clause, and with what. */
export function contentClassifier(lexicon: Lexicon): ContentClassifier {
  const reader: Reader = { ...lexicon, matches: termMatcher(lexicon.terms), isService: serviceFinder(lexicon.service) }
  const known = new Map<string, Classification>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before
    const voices = clausesOf(text.slice(0, LONGEST)).flatMap((clause) => voicesOf(clause, reader))
    const classification = weighed(inContext(voices, text))
    if (known.size >= MEMORY) known.clear()
    known.set(text, classification)
    return classification
  }
}

interface Reader extends Pick<Lexicon, 'partyTitles'> {
  readonly matches: (text: string) => Match<Term>[]
  readonly isService: ServiceFinder
}

function voicesOf(clause: string, { matches, partyTitles, isService }: Reader): Voice[] {
  const { text, titles } = untitled(clause, matches, partyTitles)
  const found = matches(text)
  const serves = isService(found, text)
  const preface = serves ? 'none' : prefaceOf(found, text)
  const voices = telling(verbLast(segmentsOf(found, titles, text), text)).flatMap((segment, index, all) =>
    spokenIn(segment, text, standingOf(segment, isSubject(segment, all[index + 1], text), preface)),
  )
  return serves ? asService(voices, clause) : voices
}

/** 消防安全检查: beside verbs with things of their own, a bare verb is the end of a compound. */
function telling(segments: readonly Segment[]): Segment[] {
  const withThings = segments.filter(({ things }) => things.length > 0)
  return withThings.length > 0 ? withThings : [...segments]
}

type Preface = 'none' | 'before-verb' | 'whole'

/** What of a clause only leads up to the matter: 为……, 在……下 and slogans wholly, 围绕…… up to the verb. */
function prefaceOf(found: readonly Match<Term>[], clause: string): Preface {
  const [first] = found
  if (first?.at === 0 && first.term.role === 'opener') {
    if (!first.term.whole) return 'before-verb'
    return !WITHIN.has(first.word) || CIRCUMSTANCE.test(clause) ? 'whole' : 'none'
  }
  const slogan = found.find(({ term }) => term.role === 'slogan')
  if (slogan === undefined) return 'none'
  if (found.every(({ term }) => term.role !== 'verb')) return 'whole'
  return slogan === first ? 'before-verb' : 'none'
}

function standingOf({ verb }: Segment, isSubject: boolean, preface: Preface): number {
  if (verb?.term.family.name === NOT_DONE_VERBS) return NOT_DONE
  if (preface === 'whole' || (preface === 'before-verb' && verb === undefined)) return PREAMBLE
  return isSubject ? SUBJECT : 1
}

/** Named before a verb that has things of its own, and not a matter by itself (换届选举、布置考核). */
function isSubject(segment: Segment, next: Segment | undefined, clause: string): boolean {
  const last = segment.things.at(-1)
  if (last === undefined || next?.verb === undefined || !isBeforeAction(segment)) return false
  return !clause.slice(last.at, next.verb.at).includes('、')
}

/** With no verb, or as in 组织积极分子参观: with one that only sets others to work. */
function isBeforeAction(segment: Segment): boolean {
  const name = segment.verb?.term.family.name
  return name === undefined || name === LEADING_VERBS || (LIGHT_VERBS.has(name) && isAgent(segment))
}

/** 国庆活动安排: things named before the verb are what it is about, where nothing is named behind it. */
function verbLast(segments: readonly Segment[], clause: string): Segment[] {
  const [subject, action, ...rest] = segments
  if (subject === undefined || action === undefined || subject.verb !== undefined) return [...segments]
  const hasOwn = action.things.length > 0 || (isAgent(subject) && rest.some(({ things }) => things.length > 0))
  if (hasOwn && !isFronted(subject, action, clause)) return [...segments]
  return [{ ...action, things: subject.things, hollow: action.hollow ?? subject.hollow }, ...rest]
}

/** 对党员发展工作进行培训: the matter stands in front, and what stands behind is none by itself. */
function isFronted(subject: Segment, action: Segment, clause: string): boolean {
  return FRONTED.test(clause) && !isAgent(subject) && isAgent(action)
}

/** 书记, 支委会: who acts, rather than what is acted on. */
function isAgent({ things }: Segment): boolean {
  return things.every(({ general }) => general)
}

function spokenIn(segment: Segment, clause: string, standing: number): Voice[] {
  const { verb, things, hollow } = segment
  const heads = headsOf(things, clause)
  if (heads.length > 0) return heads.map((head) => voiceOf(head, verb, standing))
  const alone = verb?.term.family.alone
  if (hollow !== undefined) return [hollowVoice(hollow.word, verb, standing)]
  if (verb === undefined || alone === undefined) return []
  const weight = NEEDING_OBJECT.has(alone) ? VERB_ALONE : TELLING_VERB
  return [{ class: alone, weight: weight * standing, words: [verb.word] }]
}

function voiceOf({ word, domain, general }: SpokenOf, verb: Segment['verb'], standing: number): Voice {
  const turned = verb?.term.family.turns[domain]
  const weight = isFormality(domain, verb)
    ? FORMALITY
    : WEIGHTS[general && domain !== '作品' ? 'general' : 'definite'][by(verb)]
  return {
    class: turned ?? OWN_CLASS[domain],
    ...(domain === '表态' && { isOpinion: true }),
    ...(domain === '洒扫' && verb === undefined && { isChore: true }),
    ...(verb !== undefined && DELIBERATING.has(verb.term.family.name) && { isDeliberated: true }),
    weight: weight * standing,
    words: verb === undefined || LIGHT_VERBS.has(verb.term.family.name) ? [word] : [word, verb.word],
  }
}

/** 召开支委会, 落实县委要求 tell nothing of the matter; 安排支委会 and 传达县委要求 do. */
function isFormality(domain: Domain, verb: Segment['verb']): boolean {
  if (domain === '会务') return true
  const family = verb?.term.family.name
  if (domain === '上级') return family !== undefined && !CONCERNED_WITH_WORD.has(family)
  return MEETINGS.has(domain) && (family === undefined || LIGHT_VERBS.has(family))
}

function hollowVoice(word: string, verb: Segment['verb'], standing: number): Voice {
  return {
    class: verb?.term.family.alone ?? '行政业务',
    weight: WEIGHTS.hollow[by(verb)] * standing,
    words: verb === undefined ? [word] : [verb.word, word],
  }
}

function by(verb: Segment['verb']): 'withVerb' | 'bare' {
  return verb === undefined ? 'bare' : 'withVerb'
}
