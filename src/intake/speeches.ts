import type { Speech } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { peopleOfText } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { saysNone, textOf } from './scalars.ts'
import { fold } from './values/fold.ts'
import { itemsOf } from './values/items.ts'
import { readPeopleList } from './values/people.ts'
import { nameOf } from './values/person-words.ts'

/** Reads 发言: maps, names to what they said, or text in which each says `孙立：…`. */
export function speechesOf(entry: SourceEntry | undefined, reading: Reading): Speech[] {
  return entry === undefined ? [] : speechesIn(entry.value, reading)
}

function speechesIn(node: SourceNode, reading: Reading): Speech[] {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) || saysNone(node.text) ? [] : ofText(node)
    case 'list':
      return node.items.flatMap((item) => speechesIn(item, reading))
    case 'map':
      return ofMap(node, reading)
  }
}

function ofMap(node: SourceMap, reading: Reading): Speech[] {
  const table = reading.settings.fields.scope('speech')
  if (!node.entries.some(({ key }) => table.fieldOf(key) !== undefined)) {
    return node.entries.map((entry) => ({
      name: { value: entry.key.trim(), at: entry.keyAt },
      content: textOf(entry, reading),
      at: entry.keyAt,
    }))
  }
  const fields = fieldsOf(node, 'speech', reading)
  return [
    {
      name: textOf(fields.first('name'), reading),
      content: textOf(fields.first('content'), reading),
      mode: textOf(fields.first('mode'), reading),
      at: fields.at,
    },
  ]
}

/** Names alone, or passages that each may begin with the name of who speaks. */
function ofText(scalar: SourceScalar): Speech[] {
  const { people, unread } = readPeopleList(scalar.text)
  if (people.length > 0 && unread.length === 0 && !/[:：]/u.test(scalar.text)) {
    return peopleOfText(scalar).people.map(({ name }) => ({ name, at: name.at }))
  }
  return itemsOf(scalar.text).map(({ text, offset }) => speechOf(text, offset, scalar))
}

const SPEAKER = /^([^:\n]{2,12}?)(?:同志|发言)?:\s*/u

function speechOf(text: string, offset: number, scalar: SourceScalar): Speech {
  const at = placeWithin(scalar, offset)
  const lead = SPEAKER.exec(fold(text))
  const speaker = lead?.[1] === undefined ? undefined : nameOf(lead[1].trim())
  if (lead === null || speaker === undefined) return { content: { value: text, at }, at }
  const name: Located<string> = { value: speaker.name, at: placeWithin(scalar, offset + speaker.offset) }
  const content = text.slice(lead[0].length).trim()
  return { name, content: { value: content, at: placeWithin(scalar, offset + lead[0].length) }, at }
}
