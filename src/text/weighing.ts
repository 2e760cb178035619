import type { Classification, ContentClass } from './content-class.ts'

/** A second class has at least this part of the first one's weight … */
const SECOND_SHARE = 0.4
/** … and more than a passing word. */
const SECOND_LEAST = 1.2
/** Where two classes weigh nearly alike, the one that comes first in the text stands first. */
const NEARLY_ALIKE = 0.7

const NOTHING: Classification = { class: '其他', words: [] }

/** A class that a part of the text speaks for. */
export interface Voice {
  readonly class: ContentClass
  readonly weight: number
  readonly words: readonly string[]
  /** 讨论清淤用工: discussed, not given out; with an opinion that the branch comes to it is deliberation. */
  readonly isDeliberated?: boolean
  /** 提出支部意见. */
  readonly isOpinion?: boolean
  /** 环境整治: named without what is done about it. */
  readonly isChore?: boolean
}

/** The class that weighs most, with a second one that weighs enough to make the item a mixed one. */
export function weighed(voices: readonly Voice[]): Classification {
  const sums = summed(voices)
  const [heaviest, next] = [...sums].sort((a, b) => b.weight - a.weight)
  if (heaviest === undefined) return NOTHING
  if (next === undefined || next.weight < SECOND_LEAST || next.weight < SECOND_SHARE * heaviest.weight) {
    return { class: heaviest.class, words: heaviest.words }
  }
  const comesFirst = sums.indexOf(next) < sums.indexOf(heaviest) && next.weight >= NEARLY_ALIKE * heaviest.weight
  const [first, second] = comesFirst ? [next, heaviest] : [heaviest, next]
  return { class: first.class, second: second.class, words: [...new Set([...first.words, ...second.words])] }
}

/** The weight of each class, in the order in which the text comes to them. */
function summed(voices: readonly Voice[]): Voice[] {
  const sums = new Map<ContentClass, Voice>()
  for (const voice of voices) {
    const sum = sums.get(voice.class)
    sums.set(voice.class, sum === undefined ? voice : joined(sum, voice))
  }
  return [...sums.values()]
}

function joined(sum: Voice, voice: Voice): Voice {
  const words = voice.weight > sum.weight ? [...voice.words, ...sum.words] : [...sum.words, ...voice.words]
  return { class: sum.class, weight: sum.weight + voice.weight, words: [...new Set(words)] }
}
