import type { ReuseDocument } from '../../src/text/reuse/index.ts'
import { DISGUISES, type Disguise, disguise, type Mark, type Tools } from './disguises.ts'
import { FormalSpeech } from './formal-speech.ts'
import { PlainSpeech } from './plain-speech.ts'
import { Random, zipf } from './random.ts'
import type { Speech } from './speech.ts'
import { Vocabulary } from './vocabulary.ts'

export const KINDS = [...DISGUISES, 'reordered', 'mosaic', 'family', 'family-edits-5', 'family-edits-15'] as const
export type Kind = (typeof KINDS)[number]

/** How a character came to be where it is, copies apart. */
export const FREE = 0
export const SHARED = 1
export const QUOTED = 2

/** A stretch that was copied from one document, UTF-16 units of the copying text. */
export interface Case {
  readonly kind: Kind
  readonly document: number
  readonly source: number
  readonly start: number
  readonly end: number
}

/** A text and the truth about each of its characters. */
export interface Written {
  readonly document: ReuseDocument
  /** The number of the character that each one was first written as; numbers from `firstNumber` on are the text's own. */
  readonly origins: Uint32Array
  readonly wording: Uint8Array
  readonly firstNumber: number
}

export interface Generated {
  readonly texts: readonly Written[]
  readonly cases: readonly Case[]
  /** Lectures of one template, by their index. */
  readonly families: readonly (readonly number[])[]
}

/** Nonsense in an endless vocabulary, sentences as branches speak, sentences as offices write. */
const SPEECHES = { words: Vocabulary, plain: PlainSpeech, formal: FormalSpeech } satisfies Record<
  string,
  new (
    random: Random,
  ) => Speech
>

export interface CorpusOptions {
  readonly lectures: number
  readonly references: number
  readonly seed: number
  readonly speech?: keyof typeof SPEECHES
  /** Characters of a lecture, about. */
  readonly length: number
  /** Parts of the lectures that copy passages, that share a template, that quote a reference with its name. */
  readonly copying: number
  readonly templates: number
  readonly quoting: number
  /** Every `templates` lecture of one and the same template, to see that work does not grow with its square. */
  readonly oneTemplate?: boolean
}

export const USUAL: Omit<CorpusOptions, 'lectures' | 'seed'> = {
  references: 40,
  length: 3000,
  copying: 0.42,
  templates: 0.15,
  quoting: 0.08,
}

const SHORTEST_PLANT = 60
const LONGEST_PLANT = 600
const SHORTEST_CHUNK = 70
/** Plants of each disguise are cut to these pieces where the disguise is to put pieces together. */
const MOSAIC_PIECE = [70, 150] as const

export function generate(options: CorpusOptions): Generated {
  return new Generator(options).run()
}

class Generator {
  private readonly options: CorpusOptions
  private readonly random: Random
  private readonly speech: Speech
  private readonly drawPhrase: (random: Random) => number
  private readonly texts: Written[] = []
  private readonly cases: Case[] = []
  private readonly families: number[][] = []
  private number = 1

  constructor(options: CorpusOptions) {
    this.options = options
    this.random = new Random(options.seed)
    this.speech = new SPEECHES[options.speech ?? 'words'](this.random)
    this.drawPhrase = zipf(this.speech.setPhrases.length, 1.1)
  }

  run(): Generated {
    const { lectures, references } = this.options
    for (let index = 0; index < references; index++) this.add('corpus', index, (draft) => this.own(draft))
    const plan = this.familyPlan()
    for (let index = 0; index < lectures; index++) {
      this.add('lecture', index, (draft) => this.lecture(draft, plan[index] ?? -1))
    }
    return { texts: this.texts, cases: this.cases, families: this.families.filter((family) => family.length > 1) }
  }

  /** For each lecture, which template it uses, or -1. */
  private familyPlan(): number[] {
    const { lectures, templates, oneTemplate } = this.options
    const plan = new Array<number>(lectures).fill(-1)
    const users = this.random.shuffled(plan.map((_, index) => index)).slice(0, Math.round(lectures * templates))
    let family = 0
    for (let at = 0; at < users.length; family++) {
      const share = oneTemplate ? users.length : Math.max(2, Math.round(users.length * 0.23 * this.random.next() ** 2))
      for (const user of users.slice(at, at + share)) plan[user] = family
      at += share
    }
    this.families.push(...Array.from({ length: family }, () => []))
    return plan
  }

  private lecture(draft: Draft, family: number): void {
    const { copying, quoting, templates } = this.options
    const kind = this.random.next() * (1 - templates)
    if (family >= 0) this.fromTemplate(draft, family)
    else if (kind < copying) this.withPlants(draft)
    else if (kind < copying + quoting) this.withQuotation(draft)
    else this.own(draft)
  }

  private fromTemplate(draft: Draft, family: number): void {
    const members = this.families[family] as number[]
    const [first] = members
    members.push(this.texts.length)
    if (first === undefined) {
      this.own(draft)
      return
    }
    const kind = this.random.pick(['family', 'family', 'family-edits-5', 'family-edits-15'] as const)
    const copied = this.marksOf(first, 0, this.textOf(first).length)
    const rate = { family: 'names', 'family-edits-5': 'edits-5', 'family-edits-15': 'words-15' } as const
    this.plant(draft, kind, first, disguise(rate[kind], copied, this.tools(draft)))
  }

  private own(draft: Draft): void {
    this.fill(draft, this.length())
  }

  private withPlants(draft: Draft): void {
    const plants = this.random.between(1, 4)
    const step = Math.floor(this.length() / (plants + 1))
    for (let index = 0; index < plants; index++) {
      this.fill(draft, draft.length + step)
      const kind = this.random.pick([...DISGUISES, 'reordered', 'mosaic'] as const)
      if (kind === 'mosaic') this.plantMosaic(draft)
      else if (kind === 'reordered') this.plantReordered(draft)
      else this.plantDisguised(draft, kind)
    }
    this.fill(draft, draft.length + step)
  }

  private plantDisguised(draft: Draft, kind: Disguise): void {
    const [source, marks] = this.stretch(SHORTEST_PLANT, LONGEST_PLANT)
    if (source >= 0) this.plant(draft, kind, source, disguise(kind, marks, this.tools(draft)))
  }

  private plantReordered(draft: Draft): void {
    const [source, marks] = this.stretch(3 * SHORTEST_CHUNK, LONGEST_PLANT)
    if (source < 0) return
    const chunks: Mark[][] = []
    for (let at = 0; at < marks.length; ) {
      const left = marks.length - at
      const size =
        left < 2 * SHORTEST_CHUNK ? left : this.random.between(SHORTEST_CHUNK, Math.min(160, left - SHORTEST_CHUNK))
      chunks.push(marks.slice(at, at + size))
      at += size
    }
    this.plant(draft, 'reordered', source, this.random.shuffled(chunks).flat())
  }

  private plantMosaic(draft: Draft): void {
    for (let piece = 0; piece < 3; piece++) {
      const [source, marks] = this.stretch(...MOSAIC_PIECE)
      if (source >= 0) this.plant(draft, 'mosaic', source, marks)
    }
  }

  private withQuotation(draft: Draft): void {
    const length = this.length()
    this.fill(draft, length / 2)
    const reference = this.random.between(0, this.options.references - 1)
    const room = this.textOf(reference).length
    const start = this.random.between(0, room - 210)
    draft.write('有关文件指出：“', FREE)
    draft.put(
      this.marksOf(reference, start, start + this.random.between(60, 200)).filter(
        ({ character }) => !/[“”]/u.test(character),
      ),
      QUOTED,
    )
    draft.write('”。', FREE)
    this.fill(draft, length)
  }

  private plant(draft: Draft, kind: Kind, source: number, marks: readonly Mark[]): void {
    const start = draft.length
    draft.put(marks, FREE)
    this.cases.push({ kind, document: this.texts.length, source, start, end: draft.length })
  }

  /** A stretch of an earlier text, seldom of the references. */
  private stretch(shortest: number, longest: number): [number, Mark[]] {
    const { references } = this.options
    const earlier = this.texts.length - references
    const source =
      earlier > 0 && this.random.chance(0.85)
        ? references + this.random.between(0, earlier - 1)
        : this.random.between(0, references - 1)
    if (this.texts.length === 0) return [-1, []]
    const room = this.textOf(source).length
    const length = Math.min(room, this.random.between(shortest, longest))
    const start = this.random.between(0, room - length)
    return [source, this.marksOf(source, start, start + length)]
  }

  private fill(draft: Draft, length: number): void {
    while (draft.length < length) {
      const kind = this.random.next()
      if (kind < 0.28)
        draft.write(`${this.speech.setPhrases[this.drawPhrase(this.random)]}${this.random.pick(['，', '。'])}`, SHARED)
      else if (kind < 0.4) draft.write(this.random.pick(this.speech.stock), SHARED)
      else draft.write(this.speech.sentence(this.random), FREE)
      if (this.random.chance(0.15)) draft.write('\n', FREE)
    }
  }

  private length(): number {
    return Math.round(this.options.length * (0.6 + 0.8 * this.random.next()))
  }

  private add(role: 'lecture' | 'corpus', index: number, write: (draft: Draft) => void): void {
    const firstNumber = this.number
    const draft = new Draft(firstNumber)
    write(draft)
    this.number = draft.next
    const document: ReuseDocument = {
      id: `${role === 'corpus' ? 'ref' : 'lec'}-${String(index).padStart(6, '0')}`,
      text: draft.text(),
      role,
      group: role === 'corpus' ? 'corpus' : `branch-${index % Math.max(1, Math.ceil(this.options.lectures / 4))}`,
      ...(role === 'lecture' && { date: dateOf(index, this.options.lectures) }),
    }
    this.texts.push({ document, origins: draft.origins(), wording: draft.wordings(), firstNumber })
  }

  private textOf(index: number): string {
    return (this.texts[index] as Written).document.text
  }

  private marksOf(index: number, start: number, end: number): Mark[] {
    const { document, origins } = this.texts[index] as Written
    return Array.from({ length: end - start }, (_, at) => ({
      character: document.text.charAt(start + at),
      origin: origins[start + at] as number,
    }))
  }

  private tools(draft: Draft): Tools {
    return { random: this.random, speech: this.speech, write: (text) => draft.numbered(text) }
  }
}

/** A text while it is written. */
class Draft {
  next: number
  private readonly parts: string[] = []
  private readonly numbers: number[] = []
  private readonly wording: number[] = []

  constructor(firstNumber: number) {
    this.next = firstNumber
  }

  get length(): number {
    return this.numbers.length
  }

  numbered(text: string): Mark[] {
    return Array.from({ length: text.length }, (_, at) => ({ character: text.charAt(at), origin: this.next++ }))
  }

  write(text: string, wording: number): void {
    this.parts.push(text)
    for (let at = 0; at < text.length; at++) {
      this.numbers.push(this.next++)
      this.wording.push(wording)
    }
  }

  put(marks: readonly Mark[], wording: number): void {
    for (const { character, origin } of marks) {
      this.parts.push(character)
      this.numbers.push(origin)
      this.wording.push(wording)
    }
  }

  text(): string {
    return this.parts.join('')
  }

  origins(): Uint32Array {
    return Uint32Array.from(this.numbers)
  }

  wordings(): Uint8Array {
    return Uint8Array.from(this.wording)
  }
}

const FIRST_DAY = Date.UTC(2018, 0, 1)
const DAYS = 3000

/** Dates rise with the index, each day's lectures all of one day only where there are more lectures than days. */
function dateOf(index: number, lectures: number): string {
  const day = Math.floor((index * DAYS) / lectures)
  return new Date(FIRST_DAY + day * 86_400_000).toISOString().slice(0, 10)
}
