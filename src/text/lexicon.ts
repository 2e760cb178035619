import * as z from 'zod'
import { CONTENT_CLASSES, type ContentClass } from './content-class.ts'

/**
 * What a thing spoken of belongs to. 上级 are bodies of the Party whose word is studied. 洒扫 is what members clean up, or
 * what others are told to. 会议 and 党日 are the meetings themselves, 表态 the opinion that one forms, 会务 what opens and
 * closes it, 作品 a title in 《》 that says nothing of itself.
 */
export const DOMAINS = [
  '理论',
  '上级',
  '纪律',
  '党务',
  '行政',
  '村居',
  '活动',
  '洒扫',
  '技能',
  '会议',
  '党日',
  '表态',
  '会务',
  '作品',
] as const
export type Domain = (typeof DOMAINS)[number]

/** One line of words with spaces between them. */
const Words = z.string().transform((text) => text.split(/\s+/u).filter((word) => word !== ''))
const Class = z.enum(CONTENT_CLASSES)
const WordsByDomain = z.partialRecord(z.enum(DOMAINS), Words)

/** `rules/lexicon/content.yaml`; its head says how the lists work together. */
const LexiconFile = z.strictObject({
  动词: z.record(
    z.string(),
    z.strictObject({ 词: Words, 独用: Class.optional(), 改判: z.partialRecord(z.enum(DOMAINS), Class) }),
  ),
  对象: WordsByDomain,
  泛称: WordsByDomain,
  虚称: Words,
  党内名称: Words,
  服务: z.strictObject({ 对象: Words, 上门: Words, 义务: Words }),
  占位: Words,
  整句前言: Words,
  前言: Words,
  口号: Words,
})

/** What is done with things, and what that makes of them. */
export interface VerbFamily {
  readonly name: string
  /** The class where nothing is known of the object. */
  readonly alone: ContentClass | undefined
  /** Where it takes a thing to another class than the thing's own. */
  readonly turns: Readonly<Partial<Record<Domain, ContentClass>>>
}

/** The part that a word plays in a clause. */
export type Term =
  | { readonly role: 'verb'; readonly family: VerbFamily }
  /** `general` words decide only where no definite one does. */
  | { readonly role: 'object'; readonly domain: Domain; readonly general: boolean }
  /** Says what something is without saying what it is about: 工作, 任务, 问题. */
  | { readonly role: 'hollow' }
  /** Opens what only leads up to the matter: the whole clause, or what stands before its verb. */
  | { readonly role: 'opener'; readonly whole: boolean }
  | { readonly role: 'slogan' }
  | { readonly role: 'placeholder' }

/** By these words a clause tells of a good turn done for people. */
export interface ServiceWords {
  readonly people: readonly string[]
  /** At people's doors. */
  readonly doors: readonly string[]
  /** Done unpaid. */
  readonly freely: readonly string[]
}

export interface Lexicon {
  readonly terms: ReadonlyMap<string, Term>
  /** A title in 《》 with one of these in it is a document of the Party. */
  readonly partyTitles: readonly string[]
  readonly service: ServiceWords
}

/**
 * Reads `rules/lexicon/content.yaml`.
 *
 * @throws where the file is not of its form, or a word stands in two lists
 */
export function readLexicon(plain: unknown): Lexicon {
  const file = LexiconFile.parse(plain)
  const terms = new Map<string, Term>()
  const add = (words: readonly string[], term: Term) => {
    for (const word of words) {
      if (terms.has(word)) throw new Error(`词表中“${word}”列了两次`)
      terms.set(word, term)
    }
  }
  for (const [name, { 词: words, 独用: alone, 改判: turns }] of Object.entries(file.动词)) {
    add(words, { role: 'verb', family: { name, alone, turns } })
  }
  for (const domain of DOMAINS) {
    add(file.对象[domain] ?? [], { role: 'object', domain, general: false })
    add(file.泛称[domain] ?? [], { role: 'object', domain, general: true })
  }
  add(file.虚称, { role: 'hollow' })
  add(file.占位, { role: 'placeholder' })
  add(file.整句前言, { role: 'opener', whole: true })
  add(file.前言, { role: 'opener', whole: false })
  add(file.口号, { role: 'slogan' })
  const { 对象: people, 上门: doors, 义务: freely } = file.服务
  return { terms, partyTitles: file.党内名称, service: { people, doors, freely } }
}
