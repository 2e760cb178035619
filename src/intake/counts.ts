import type { Count } from '../ledger/schema.ts'
import type { SourceEntry, SourceScalar } from '../source/node.ts'
import type { Located, Place } from '../source/place.ts'
import { isBlank } from './keys.ts'
import { peopleOf, peopleOfText } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { locatedAs, readAs, saysNone } from './scalars.ts'
import { readWhole } from './values/numbers.ts'
import { isNobody } from './values/people.ts'
import { isNoName } from './values/person-words.ts'

/** Reads a number of people: the number, their names, or both (`张三、李四等35人`). Maps are `attendance.ts`'s business. */
export function countOf(entry: SourceEntry | undefined, reading: Reading): Count | undefined {
  if (entry === undefined || isBlank(entry.value)) return undefined
  const { value } = entry
  if (value.type !== 'scalar') {
    const { people, others, count } = peopleOf(entry, reading)
    return counted([...people.map(({ name }) => name), ...others], count, value.at)
  }
  if (saysNone(value.text)) return { number: { value: 0, at: value.at, raw: value.text }, at: value.at }
  const number = readWhole(value.text)
  if (number !== undefined) return { number: locatedAs(number, value.at, value.text), at: value.at }
  return countInText(value)
}

function countInText(scalar: SourceScalar): Count | undefined {
  if (isNobody(scalar.text)) return undefined
  const { people, others, count } = peopleOfText(scalar)
  return counted([...people.map(({ name }) => name), ...others], count, scalar.at)
}

function counted(names: readonly Located<string>[], count: number | undefined, at: Place): Count {
  if (count === undefined) return { names, at }
  return { number: { value: count, at }, names, at }
}

/**
 * Names only where they are all: of 张三、李四等35人 and 全体党员 the number alone counts. What tells neither (见签到表,
 * 30.5) is told.
 */
export function completeCountOf(entry: SourceEntry, reading: Reading): Count | undefined {
  const count = countOf(entry, reading)
  const { key, value } = entry
  if (value.type !== 'scalar' || isBlank(value)) return count
  if (count !== undefined && (count.names === undefined || isComplete(count.names, value.text))) return count
  if (count?.number !== undefined) return { number: count.number, at: count.at }
  const message = `「${key}」写作「${value.text.trim()}」，看不出有多少人；请写明人数，如 35`
  reading.warn('bad-number', message, value.at, value.text)
  return undefined
}

function isComplete(names: readonly Located<string>[], text: string): boolean {
  return !names.every(({ value }) => isNoName(value)) && !/等|全体|全部|各|其中|包括/u.test(text)
}

/** A plain number of people, told where it is none. */
export function wholeOf(entry: SourceEntry | undefined, reading: Reading): Located<number> | undefined {
  return readAs(entry, reading, readWhole, '人数，如 35', 'bad-number')
}
