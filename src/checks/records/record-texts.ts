import type { LedgerRecord } from '../../ledger/schema.ts'
import type { Located } from '../../source/place.ts'
import { onceEach } from '../../text/once-each.ts'

export const TEXT_PARTS = ['title', 'agenda', 'speech', 'minutes', 'task', 'result', 'content', 'script'] as const
export type TextPart = (typeof TEXT_PARTS)[number]

/** A text of a record and which part of it that is. */
export interface RecordText {
  readonly part: TextPart
  readonly text: Located<string>
}

/** All that a record says in words, in the order in which a reader meets it; collected once, for many checks ask. */
export const textsOf: (record: LedgerRecord) => readonly RecordText[] = onceEach(collected)

/** The same as one text. */
export const wordingOf = onceEach((record: LedgerRecord) =>
  textsOf(record)
    .map(({ text }) => text.value)
    .join('\n'),
)

function collected({ title, agenda, minutes, decisions, content, result, script }: LedgerRecord): RecordText[] {
  const texts: RecordText[] = []
  const add = (part: TextPart, text: Located<string> | undefined) => {
    if (text !== undefined) texts.push({ part, text })
  }
  add('title', title)
  for (const item of agenda) {
    add('agenda', item.content)
    for (const speech of item.speeches) add('speech', speech.content)
  }
  add('minutes', minutes)
  for (const decision of decisions) {
    add('task', decision.task)
    add('result', decision.result)
  }
  add('content', content)
  add('result', result)
  add('script', script && { value: script.text, at: script.at })
  return texts
}
