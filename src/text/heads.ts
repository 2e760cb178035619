import type { Domain } from './lexicon.ts'
import type { SpokenOf } from './segments.ts'

/** Whatever he spoke of. */
const LEADER = /习近平|总书记/u
const ORGANISATION = /^(?:党支部|支部|党总支|党小组|党委|党组织)$/u
const PARTY_WORK = /^(?:党建|党务)$/u
/** Joins two things; not the 与 of 参与 or the 及 of 普及. */
const JOINT = /[、暨/+]|(?<!共)和(?!谐|睦)|(?<!参)与(?!会)|(?<![普涉触])及/u
/** A general word of these says less than any other: 下一步工作, 《某某》. */
const VAGUE: ReadonlySet<Domain> = new Set(['行政', '作品', '会议', '党日'])

/**
 * The things that decide what a segment is about. In a Chinese compound the last noun decides, so of each thing in a row
 * joined by 和 or 、 it is the last definite word; where there is none, the last general one.
 */
export function headsOf(named: readonly SpokenOf[], clause: string): SpokenOf[] {
  const things = named.filter(
    (thing, index) => !isNameOfBranch(thing, named[index + 1]) && !isTitleOf(thing, named[index - 1]),
  )
  const definite = things.filter(({ general }) => !general)
  const last = things.at(-1)
  if (last === undefined) return []
  if (definite.length === 0)
    return [concerned(things, clause) ?? things.findLast(({ domain }) => !VAGUE.has(domain)) ?? last]
  if (isPartyHead(last, definite, clause)) return [last]
  const leader = definite.find(({ word }) => LEADER.test(word))
  if (leader !== undefined) return [leader]
  const theory = definite.findLast(({ domain }) => domain === '理论' || domain === '上级')
  if (theory !== undefined && isSpeechOf(theory, last)) return [theory]
  const issuer = clause.includes('关于') ? definite.find(({ at }) => at < clause.indexOf('关于')) : undefined
  if (issuer !== undefined) return [issuer]
  return rowsOf(
    definite.map((thing) => partied(thing, things)),
    clause,
  ).map((row) => headed(row, things))
}

/** 4个党小组, “项目化”党建: the last word of a compound, not of a row. */
function isPartyHead(last: SpokenOf, definite: readonly SpokenOf[], clause: string): boolean {
  if (!last.general) return false
  if (ORGANISATION.test(last.word)) return true
  const before = definite.at(-1)
  return before !== undefined && PARTY_WORK.test(last.word) && !JOINT.test(clause.slice(endOf(before), last.at))
}

/** 关于成立支部的决定: a paper is about what stands before its name. */
function concerned(things: readonly SpokenOf[], clause: string): SpokenOf | undefined {
  const from = clause.indexOf('关于')
  return from === -1 ? undefined : things.find(({ at, domain }) => at > from && domain !== '理论' && !VAGUE.has(domain))
}

/** 专题片《…》: the word before a title says what it is, where that word is definite. */
function isTitleOf(thing: SpokenOf, before: SpokenOf | undefined): boolean {
  return thing.word.startsWith('《') && before !== undefined && !before.general && thing.at === endOf(before)
}

/** 项目党支部, 医院党委: what stands before it is the name of an organisation. */
function isNameOfBranch(thing: SpokenOf, next: SpokenOf | undefined): boolean {
  return next !== undefined && next.at === endOf(thing) && ORGANISATION.test(next.word)
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

const PARTY = /党建$|^党[内务]$/u

/** 党建目标考核: whatever stands directly behind 党建 is work of the Party. */
function partied(thing: SpokenOf, things: readonly SpokenOf[]): SpokenOf {
  const isParty = thing.domain === '行政' && things.some((other) => endOf(other) === thing.at && PARTY.test(other.word))
  return isParty ? { ...thing, domain: '党务' } : thing
}

function endOf({ at, word }: SpokenOf): number {
  return at + word.length
}

/** 铁路精神 is a spirit, 党群例会精神 the word of a meeting of the Party; 办公会精神 is that of an office. */
function isSpirit({ word, domain }: SpokenOf, last: SpokenOf): boolean {
  if (!last.word.endsWith('精神')) return false
  return domain === '党务' || (domain === '行政' && last.word === '精神' && !MEETING.test(word))
}

const MEETING = /会议?$/u
/** 水利知识竞赛: it is held, whatever it is about. */
const CONTEST = /赛$|竞答$|抢答$/u
/** 党员突击队清淤: members who do it themselves. */
const MEMBERS = /党员|志愿|突击队|先锋队|服务队/u

/** What a general word behind them makes of things: 消防知识 is a skill, 安全知识竞赛 an activity. */
const HEADED: readonly {
  readonly heads: ReadonlySet<Domain>
  readonly things: ReadonlySet<Domain>
  readonly are: Domain
}[] = [
  { heads: new Set(['技能']), things: new Set(['行政', '村居']), are: '技能' },
  { heads: new Set(['活动']), things: new Set(['技能']), are: '活动' },
  { heads: new Set(['党日']), things: new Set(['行政', '村居', '洒扫']), are: '活动' },
]

function headed(thing: SpokenOf, things: readonly SpokenOf[]): SpokenOf {
  const last = things.at(-1)
  if (thing.domain === '洒扫' && things.some(({ word, at }) => at < thing.at && MEMBERS.test(word))) {
    return { ...thing, domain: '活动' }
  }
  if (last?.domain === '活动' && CONTEST.test(last.word) && thing.domain !== '理论') return { ...thing, domain: '活动' }
  if (last !== undefined && isSpirit(thing, last)) return { ...thing, domain: '理论' }
  if (last === undefined || !last.general || last.at <= thing.at) return thing
  const head = HEADED.find(({ heads, things }) => heads.has(last.domain) && things.has(thing.domain))
  return head === undefined ? thing : { ...thing, domain: head.are }
}
