import type { AgendaItem, Speech, Vote } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from '../source/node.ts'
import { placeWithin } from '../source/within.ts'
import { CONTENT_CLASSES, type ContentClass } from '../text/content-class.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { namesOf } from './people-fields.ts'
import { type Reading, written } from './reading.ts'
import { readAs, saysNone, textOf } from './scalars.ts'
import { speechesOf } from './speeches.ts'
import { itemsOf } from './values/items.ts'
import { readDuration } from './values/times.ts'
import { voteOf, voteWithin } from './vote.ts'

type Item = Omit<AgendaItem, 'number'>

/** Reads 议题: maps, texts in a list, or one text of several items. */
export function agendaOf(entries: readonly SourceEntry[], reading: Reading): AgendaItem[] {
  const items = entries.flatMap(({ value, key }) => itemsIn(value, key, reading))
  return items.map(({ content, label, minutes, speaker, speeches, vote, at }, index) => {
    return { number: index + 1, content, label, minutes, speaker, speeches, vote, at }
  })
}

function itemsIn(node: SourceNode, key: string, reading: Reading): Item[] {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) || saysNone(node.text) ? [] : itemsOfText(node)
    case 'list':
      return node.items.flatMap((item) => (item.type === 'scalar' ? ofScalar(item) : itemsIn(item, key, reading)))
    case 'map':
      return ofMap(node, key, reading)
  }
}

function itemsOfText(scalar: SourceScalar): Item[] {
  return itemsOf(scalar.text).map(({ text, offset }) =>
    itemOf({ type: 'scalar', text, quoted: scalar.quoted, at: placeWithin(scalar, offset) }),
  )
}

const NUMBERING =
  /^(?:\d{1,2}[.、．](?!\d)|[一二三四五六七八九十]{1,3}、|[（(][一二三四五六七八九十\d]{1,3}[)）]|[①-⑳])\s*/u

/** An entry of a list is one item, whatever marks it holds. */
function ofScalar(scalar: SourceScalar): Item[] {
  if (isBlank(scalar) || saysNone(scalar.text)) return []
  const text = scalar.text.trim()
  return [itemOf({ ...scalar, text: text.replace(NUMBERING, '') || text })]
}

function itemOf(scalar: SourceScalar): Item {
  return {
    content: { value: scalar.text, at: scalar.at },
    speeches: [],
    vote: voteWithin(scalar),
    at: scalar.at,
  }
}

function ofMap(node: SourceMap, key: string, reading: Reading): Item[] {
  const fields = fieldsOf(node, 'agenda', reading)
  const content = textOf(fields.first('content'), reading)
  if (content === undefined) {
    reading.warn('missing-content', `「${key}」里有一项没有写内容，没有读取；请补上内容`, node.at, written(node))
    return []
  }
  return [
    {
      content,
      label: readAs(fields.first('label'), reading, readLabel, `${CONTENT_CLASSES.join('、')}之一`, 'bad-label'),
      minutes: readAs(fields.first('minutes'), reading, readDuration, '分钟数，如 40', 'bad-duration'),
      speaker: namesOf(fields.first('speaker'), reading)[0],
      speeches: fields.all('speeches').flatMap((entry) => speechesOf(entry, reading)),
      vote:
        voteOf(fields.first('vote'), reading) ??
        voteWithin({ type: 'scalar', quoted: false, text: content.value, at: content.at }),
      at: fields.at,
    },
  ]
}

const LABELS: ReadonlySet<string> = new Set(CONTENT_CLASSES)

function readLabel(text: string): ContentClass | undefined {
  const label = text.trim()
  return LABELS.has(label) ? (label as ContentClass) : undefined
}

/** Items that are put to the vote. */
const VOTED_ON = /表决|票决|选举|接收|转正|评议|通过|处分|处置/u

/**
 * Gives a vote and speeches that stand beside the agenda to an item of it: to the only one, or to the only one that is
 * put to the vote. `undefined` where that is not clear.
 */
export function itemForVote(agenda: readonly AgendaItem[]): AgendaItem | undefined {
  if (agenda.length === 1) return agenda[0]
  const voted = agenda.filter(({ content, vote }) => vote === undefined && VOTED_ON.test(content.value))
  return voted.length === 1 ? voted[0] : undefined
}

/** The agenda with a vote, speeches or both given to one of its items. */
export function withBeside(
  agenda: readonly AgendaItem[],
  item: AgendaItem | undefined,
  { vote, speeches = [] }: { readonly vote?: Vote | undefined; readonly speeches?: readonly Speech[] },
): AgendaItem[] {
  return agenda.map((one) =>
    one === item ? { ...one, vote: one.vote ?? vote, speeches: [...one.speeches, ...speeches] } : one,
  )
}
