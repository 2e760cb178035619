/** Words of what is still to come: a plan, an announcement, a draft. */
const PLANNED =
  /下一步|下步|下阶段|下个?月|下季度|明年|今后|将来|以后再|即将|将(?:于|要|会|在|继续|组织|召开|开展|学习|传达|围绕|认真|适时|及时|陆续|按)|(?<![虚模比])拟(?!声|人)|计划|打算|预计|预告|预定|届时|迎接|喜迎|筹备|召开在即|尚未|待[^，。]{0,20}(?:后|再)|草案|征求意见|讨论稿|送审稿/u

/** Marks that end a clause, and those that end a sentence. */
const CLAUSE_END = /[，,；;：:。！!？?\n]/gu
const SENTENCE_END = /[。！!？?\n]/u

/** Whether a passage of a text speaks of what is to come: in its own clause or, within the sentence, in the one before. */
export function isPlanned(text: string, start: number, end: number): boolean {
  return PLANNED.test(text.slice(clauseBefore(text, start), clauseEnd(text, end)))
}

function clauseBefore(text: string, start: number): number {
  const sentence = lastIndexOf(text, start, SENTENCE_END)
  const marks = Array.from(text.slice(sentence, start).matchAll(CLAUSE_END), ({ index }) => sentence + index + 1)
  return marks.at(-2) ?? sentence
}

function lastIndexOf(text: string, before: number, pattern: RegExp): number {
  for (let at = before - 1; at >= 0; at -= 1) if (pattern.test(text[at] ?? '')) return at + 1
  return 0
}

function clauseEnd(text: string, from: number): number {
  const rest = text.slice(from).search(CLAUSE_END)
  return rest < 0 ? text.length : from + rest
}
