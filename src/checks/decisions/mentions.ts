/** Words that stand in many tasks and tell none from another. */
const EVERYDAY =
  /全体|党员|干部|同志|支部|支委会|党小组|委员|大会|会议|工作|开展|组织|进一步|认真|切实|做好|抓好|加强|落实|完成|推进|负责|继续|及时|按时|有关|相关|情况|活动|提交|提请|讨论|审议|表决|研究|事项|每[周月季年]|[一二三四]季度|[上下]半年|本[周月季年]|\d+|[，。、；：“”‘’《》（）()·\s,.;:—-]|[的了和与及对在为把将向]/gu

/** From this length on, words are told again by any four characters of theirs in a row. */
const TELLING = 4

/** The words by which a later record would take the matter up again, longest first. */
export function keyWords(text: string): string[] {
  const words = text
    .replace(EVERYDAY, ' ')
    .split(' ')
    .filter((word) => [...word].length >= 2)
  return [...new Set(words)].sort((a, b) => b.length - a.length)
}

/** Whether the text speaks of the matter: a telling word of it, or a short one beside its owner. */
export function speaksOf(text: string, words: readonly string[], owner: string | undefined): boolean {
  return words.some((word) => isIn(text, word) && (word.length >= 3 || owner === undefined || text.includes(owner)))
}

function isIn(text: string, word: string): boolean {
  if (text.includes(word)) return true
  for (let at = 0; at + TELLING <= word.length; at += 1) if (text.includes(word.slice(at, at + TELLING))) return true
  return false
}
