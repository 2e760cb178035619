import type { ContentClass } from './content-class.ts'
import type { ServiceWords, Term } from './lexicon.ts'
import type { Match } from './term-matcher.ts'
import type { Voice } from './weighing.ts'

/** 为……, 帮……, 陪……; not the 为 of 作为 and 为了, nor the 教 of 教育. */
const FOR =
  '(?<![因认作成称列])(?:为(?!了|方便|保障|解决|切实|进一步)|给|替|帮|陪|搀扶|推着|教(?![育学师职研]))[^，]{0,10}?'
const TO = '[向对][^，]{0,10}?'
const AT_HOME = /(?:深入|走进|来到|到|前往|走访)[^，]{0,12}(?:家中|家里)/u
/** 入户讲解, 向居民讲述; 入户登记 is an errand of office. */
const DONE_AT_DOORS: ReadonlySet<string> = new Set(['学习', '解读', '服务', '清扫', '清理'])
const HANDED_OUT = /宣传|发放/u
/** What is decided, given out or told of in the meeting is not done there. */
const NOT_DOING: ReadonlySet<string> = new Set(['审议', '讨论', '布置', '通报', '不作'])
const TURNED: ReadonlySet<ContentClass> = new Set(['行政业务', '知识技能', '议事'])
const WEIGHT = 1.4

export type ServiceFinder = (found: readonly Match<Term>[], clause: string) => boolean

/** Tells whether a clause is of something done for people or at their door: 为老人检查线路, 入户讲解政策. */
export function serviceFinder({ people, doors, freely }: ServiceWords): ServiceFinder {
  const forPeople = new RegExp(FOR + anyOf(people), 'u')
  const nearThem = new RegExp(`${anyOf(doors)}|${TO}${anyOf(people)}`, 'u')
  const unpaid = new RegExp(anyOf(freely), 'u')
  return (found, clause) => {
    const verbs = found.flatMap(({ term }) => (term.role === 'verb' ? [term.family.name] : []))
    if (verbs.some((name) => NOT_DOING.has(name))) return false
    const served = forPeople.exec(clause)
    if (served !== null) return found.some(({ at }) => at >= served.index + served[0].length)
    if (unpaid.test(clause) || AT_HOME.test(clause)) return true
    return nearThem.test(clause) && (verbs.some((name) => DONE_AT_DOORS.has(name)) || HANDED_OUT.test(clause))
  }
}

function anyOf(words: readonly string[]): string {
  return words.length === 0 ? '(?!)' : `(?:${words.join('|')})`
}

/** Whatever the matter, it is an activity; what is taught of the Party's word stays study. */
export function asService(voices: readonly Voice[], clause: string): Voice[] {
  if (voices.length === 0) return [{ class: '活动', weight: WEIGHT, words: [clause] }]
  return voices.map((voice) => (TURNED.has(voice.class) ? { ...voice, class: '活动' } : voice))
}
