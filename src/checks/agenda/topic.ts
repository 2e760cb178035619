import { withoutTitles } from './business.ts'

/** Words that any item may have, and that make two items no more alike. */
const GENERIC =
  /讨论|审议|表决|票决|通过|研究|关于|支部|党员|大会|同志|工作|年度|季度|半年|进行|事项|问题|情况|党支部|支委会|决定|有关|本月|本年|预备|正式|开展|组织|听取|意见|通报|确定|落实|安排|方案|学习/gu
const TOPIC_LENGTH = 3

/** Whether two texts have some wording of three characters in common that is not part of any item. */
export function shareTopic(one: string, other: string): boolean {
  const theirs = topicsOf(other)
  return [...topicsOf(one)].some((topic) => theirs.has(topic))
}

function topicsOf(text: string): Set<string> {
  const topics = new Set<string>()
  for (const word of withoutTitles(text)
    .replace(GENERIC, ' ')
    .split(/[^\p{Script=Han}]+/u)) {
    const characters = [...word]
    for (let at = 0; at + TOPIC_LENGTH <= characters.length; at += 1) {
      topics.add(characters.slice(at, at + TOPIC_LENGTH).join(''))
    }
  }
  return topics
}
