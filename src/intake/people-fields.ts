import type { SourceEntry, SourceNode, SourceScalar } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { type Reading, written } from './reading.ts'
import { nameOf, textOf } from './scalars.ts'
import { readPeopleList } from './values/people.ts'

/** A person whom a field names, and what stands beside the name: a reason, an office, 列席. */
export interface NamedPerson {
  readonly name: Located<string>
  readonly marks: readonly string[]
}

/** Whom a field names and how many it says they are. */
export interface PeopleOfField {
  readonly people: readonly NamedPerson[]
  readonly count?: number | undefined
  /** Wordings that name nobody whom one could tell apart: 各科室负责人. */
  readonly others: readonly Located<string>[]
}

const NO_PEOPLE: PeopleOfField = { people: [], others: [] }

/** The people of a field: names in a list or in one text, with marks beside them, or maps of 姓名 and 原因. */
export function peopleOf(entry: SourceEntry | undefined, reading: Reading): PeopleOfField {
  return entry === undefined ? NO_PEOPLE : peopleIn(entry.value, entry.key, reading)
}

/** The names of a field alone; a wording that is no known form of a name counts as one. */
export function namesOf(entry: SourceEntry | undefined, reading: Reading): Located<string>[] {
  const { people, others } = peopleOf(entry, reading)
  return [...people.map(({ name }) => name), ...others]
}

function peopleIn(node: SourceNode, key: string, reading: Reading): PeopleOfField {
  switch (node.type) {
    case 'scalar':
      return isBlank(node) ? NO_PEOPLE : peopleOfText(node)
    case 'list':
      return together(node.items.map((item) => peopleIn(item, key, reading)))
    case 'map': {
      const fields = fieldsOf(node, 'person', reading)
      const name = nameOf(fields.first('name'), reading)
      if (name === undefined) {
        reading.warn('missing-name', `「${key}」里有一项没有写姓名，没有读取；请补上姓名`, node.at, written(node))
        return NO_PEOPLE
      }
      const reason = textOf(fields.first('reason'), reading)
      return { people: [{ name, marks: reason === undefined ? [] : [reason.value] }], others: [] }
    }
  }
}

/** The people whom one text names. */
export function peopleOfText(scalar: SourceScalar): PeopleOfField {
  const { text } = scalar
  const { people, count, unread } = readPeopleList(text)
  return {
    people: people.map(({ name, marks, offset }) => ({
      name: { value: name, at: placeWithin(scalar, offset) },
      marks,
    })),
    count,
    others: unread.map(({ text: value, offset }) => ({ value, at: placeWithin(scalar, offset) })),
  }
}

function together(parts: readonly PeopleOfField[]): PeopleOfField {
  return {
    people: parts.flatMap(({ people }) => people),
    count: parts.find(({ count }) => count !== undefined)?.count,
    others: parts.flatMap(({ others }) => others),
  }
}
