import { fold } from './fold.ts'
import { NUMERAL, readNumeral } from './numbers.ts'

export const VOTE_NUMBERS = [
  'due',
  'present',
  'issued',
  'returned',
  'valid',
  'written',
  'approve',
  'against',
  'abstain',
] as const
export type VoteNumber = (typeof VOTE_NUMBERS)[number]

/** What a text says of a vote. */
export interface VoteText {
  readonly numbers: Readonly<Partial<Record<VoteNumber, number>>>
  /** 无记名投票, 举手. */
  readonly method?: string
  /** 一致通过, 未通过. */
  readonly result?: string
  /** UTF-16 units from the start of the text to the first number. */
  readonly offset: number
}

const WORDS: Readonly<Record<string, VoteNumber>> = {
  应到: 'due',
  应参加: 'due',
  实到: 'present',
  到会: 'present',
  参加表决: 'present',
  发出: 'issued',
  收回: 'returned',
  有效: 'valid',
  书面: 'written',
  不赞成: 'against',
  不同意: 'against',
  反对: 'against',
  赞成: 'approve',
  同意: 'approve',
  弃权: 'abstain',
}
const WORD = Object.keys(WORDS).join('|')
const BEHIND = new RegExp(
  `(${WORD})[^\\d,;。、:()\\n〇零一二两三四五六七八九十百]{0,10}:?\\s*(${NUMERAL})\\s*(票|人|名|张|份|位)?`,
  'gu',
)
const BEFORE = /(\d+|[零一二两三四五六七八九十百]+)\s*(?:票|人|名)\s*(不赞成|不同意|赞成|同意|反对|弃权)/gu
const METHOD = /无记名投票|不记名投票|无记名|不记名|记名投票|举手表决|举手|口头表决|投票表决|票决/u
const RESULT = /(?:全票|一致|未|不|没有|予以)?(?:获得?)?(?:通过|否决)|(?:全票|一致|予以)同意/u

/** A vote told in words: `应到30人，实到28人，赞成28票，反对0票，弃权0票`, `28票赞成`. */
export function readVote(text: string): VoteText | undefined {
  const folded = fold(text)
  const numbers: Partial<Record<VoteNumber, number>> = {}
  let offset = Number.POSITIVE_INFINITY
  const take = (word: string | undefined, number: string | undefined, at: number) => {
    const name = WORDS[word ?? '']
    const value = readNumeral(number ?? '')
    if (name === undefined || value === undefined || !Number.isInteger(value)) return
    numbers[name] ??= value
    offset = Math.min(offset, at)
  }
  for (const match of folded.matchAll(BEFORE)) take(match[2], match[1], match.index)
  for (const match of folded.matchAll(BEHIND)) take(match[1], match[2], match.index)
  if (offset === Number.POSITIVE_INFINITY) return undefined
  const method = METHOD.exec(folded)?.[0]
  const result = RESULT.exec(folded)?.[0]
  return { numbers, offset, ...(method !== undefined && { method }), ...(result !== undefined && { result }) }
}

const COUNTED =
  /\d\s*票|票\s*(?:赞成|同意)|(?:赞成|反对|弃权)[^,。;\n]{0,6}?(?:\d|[零一二三四五六七八九十]+\s*[票人名])/u

/** Whether a running text counts votes: 同意 alone stands before too many other numbers. */
export function countsVotes(text: string): boolean {
  return /赞成|反对|弃权|同意/u.test(text) && COUNTED.test(fold(text))
}
