import type { SpokenOf } from './segments.ts'

const JOINT = /[、和与及暨/+]/u
/** A general word of these says less than any other: 下一步工作, 《某某》. */
const VAGUE = new Set(['行政', '作品', '会议', '党日'])
const DOMAINS_OF_WORK = new Set(['行政', '村居'])

/**
 * The things that decide what a segment is about. In a Chinese compound the last noun decides, so of each thing in a row
 * joined by 和 or 、 it is the last definite word; where there is none, the last general one.
 */
export function headsOf(things: readonly SpokenOf[], clause: string): SpokenOf[] {
  const definite = things.filter(({ general }) => !general)
  const last = things.at(-1)
  if (last === undefined) return []
  if (definite.length === 0) return [things.findLast(({ domain }) => !VAGUE.has(domain)) ?? last]
  const theory = definite.findLast(({ domain }) => domain === '理论')
  if (theory !== undefined && isSpeechOf(theory, last)) return [theory]
  const issuer = clause.includes('关于') ? definite.find(({ at }) => at < clause.indexOf('关于')) : undefined
  if (issuer !== undefined) return [issuer]
  return rowsOf(definite, clause).flatMap((row) => taught(row, last))
}

/** 总书记……的讲话: a speech is known by who gave it, whatever it was about. */
function isSpeechOf(theory: SpokenOf, last: SpokenOf): boolean {
  return last.general && last.domain === '理论' && theory.at < last.at
}

/** The last of each row, a domain once. */
function rowsOf(definite: readonly SpokenOf[], clause: string): SpokenOf[] {
  const compounds = definite.filter((thing, index) => !isPartOfPartyCompound(definite[index - 1], thing))
  const ends = compounds.filter((thing, index) => {
    const next = compounds[index + 1]
    return next === undefined || JOINT.test(clause.slice(endOf(thing), next.at))
  })
  return ends.filter(({ domain }, index) => ends.findLastIndex((other) => other.domain === domain) === index)
}

/** 党内统计年报, 换届资料归档: work directly behind a party matter is that matter's. */
function isPartOfPartyCompound(before: SpokenOf | undefined, thing: SpokenOf): boolean {
  return before?.domain === '党务' && thing.domain === '行政' && thing.at === endOf(before)
}

function endOf({ at, word }: SpokenOf): number {
  return at + word.length
}

/** 消防知识: work that is taught is a skill. */
function taught(thing: SpokenOf, last: SpokenOf): SpokenOf {
  const isTaught = DOMAINS_OF_WORK.has(thing.domain) && last.domain === '技能' && thing.at < last.at
  return isTaught ? { ...thing, domain: '技能' } : thing
}
