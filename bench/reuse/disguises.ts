import { Converter } from 'opencc-js/cn2t'
import type { Random } from './random.ts'
import type { Speech } from './speech.ts'

/** A character with the number of the character that it was first written as; copies keep it. */
export interface Mark {
  readonly character: string
  readonly origin: number
}

/** Writes characters that are nobody's copy. */
export type Write = (text: string) => Mark[]

/** Ways to disguise a copied stretch. */
export const DISGUISES = [
  'verbatim',
  'punctuation',
  'traditional',
  'edits-5',
  'edits-10',
  'edits-20',
  'edits-30',
  'words-15',
  'words-25',
  'names',
] as const
export type Disguise = (typeof DISGUISES)[number]

export interface Tools {
  readonly random: Random
  readonly speech: Speech
  readonly write: Write
}

type Apply = (copied: readonly Mark[], tools: Tools) => Mark[]

const PUNCTUATION = /[，。、；：！？“”]/u
const toTraditional = Converter({ from: 'cn', to: 't' })

const APPLY: Record<Disguise, Apply> = {
  verbatim: (copied) => [...copied],
  punctuation: (copied, tools) => copied.flatMap((mark) => repunctuated(mark, tools)),
  traditional: (copied) => copied.map(({ character, origin }) => ({ character: traditional(character), origin })),
  'edits-5': edited(0.05),
  'edits-10': edited(0.1),
  'edits-20': edited(0.2),
  'edits-30': edited(0.3),
  'words-15': reworded(0.15),
  'words-25': reworded(0.25),
  names: withNames,
}

export function disguise(kind: Disguise, copied: readonly Mark[], tools: Tools): Mark[] {
  return APPLY[kind](copied, tools)
}

function repunctuated(mark: Mark, { random, write }: Tools): Mark[] {
  if (PUNCTUATION.test(mark.character))
    return random.chance(0.5) ? [] : write(random.pick([',', '；', ' ', '\n', '、']))
  return random.chance(0.06) ? [mark, ...write(random.pick([' ', '，', '　', '\u200b']))] : [mark]
}

function traditional(character: string): string {
  const converted = toTraditional(character)
  return converted.length === 1 ? converted : character
}

/** Each letter is changed, left out or followed by another with the given probability. */
function edited(rate: number): Apply {
  return (copied, { random, speech, write }) =>
    copied.flatMap((mark) => {
      if (PUNCTUATION.test(mark.character) || !random.chance(rate)) return [mark]
      const other = write(speech.word(random).charAt(0))
      return random.pick([other, [], [mark, ...other]])
    })
}

/** Pairs of letters give way to other words. */
function reworded(rate: number): Apply {
  return (copied, { random, speech, write }) => {
    const out: Mark[] = []
    for (let at = 0; at < copied.length; at += 2) {
      const pair = copied.slice(at, at + 2)
      const isWord = pair.every(({ character }) => !PUNCTUATION.test(character))
      out.push(...(isWord && random.chance(rate) ? write(speech.word(random)) : pair))
    }
    return out
  }
}

/** The name of a branch or a person is put in every thirty characters or so. */
function withNames(copied: readonly Mark[], { random, speech, write }: Tools): Mark[] {
  return copied.flatMap((mark) =>
    random.chance(1 / 30)
      ? [mark, ...write(`${speech.word(random)}${random.pick(['支部', '村', '社区', '同志'])}`)]
      : [mark],
  )
}
