import type { Absences, Count } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceNode, SourceScalar } from '../source/node.ts'
import type { Located, Place } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { absenceOf, absencesOf, isAway, isGuest, listedAs } from './absences.ts'
import { completeCountOf, countOf, wholeOf } from './counts.ts'
import { fieldsOf, isBlank } from './keys.ts'
import { type NamedPerson, type PeopleOfField, peopleOf, peopleOfText } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { saysNone, textOf } from './scalars.ts'
import { type AttendancePart, attendanceParts, type Standing, tellsStandings } from './values/attendance-text.ts'
import { readWhole } from './values/numbers.ts'
import { isNoName } from './values/person-words.ts'

export type AbsentStanding = 'leave' | 'absent'
export type CountStanding = Exclude<Standing, AbsentStanding>

/** What one field says of those of one standing; several fields may tell of the same people. */
export type Statement =
  | { readonly standing: CountStanding; readonly count: Count }
  | { readonly standing: AbsentStanding; readonly absences: Absences }

export const COUNT_STANDINGS = ['due', 'present', 'guests', 'votersDue', 'votersPresent', 'mobile', 'unable'] as const

type Entry = SourceEntry | undefined

/** A dash in place of these is a blank: some were due and some came to any meeting. */
const OF_EVERY_MEETING: ReadonlySet<CountStanding> = new Set(['due', 'present', 'votersDue', 'votersPresent'])

/** 应到, 实到, 列席 and the like: a number, names, a map of both, or a text that tells more besides. */
export function* countStatements(standing: CountStanding, entry: Entry, reading: Reading): Generator<Statement> {
  if (entry === undefined || isBlank(entry.value)) return
  const { value } = entry
  if (value.type === 'scalar' && saysNone(value.text) && OF_EVERY_MEETING.has(standing)) return
  if (value.type === 'map') {
    yield* ofCountMap(standing, value, reading)
  } else if (value.type === 'scalar' && readWhole(value.text) === undefined && tellsStandings(value.text)) {
    yield* ofText(standing, value)
  } else if (value.type === 'list' && standing !== 'guests') {
    yield* ofNames(standing, entry, reading)
  } else {
    // 列席 may be bodies rather than people; of those due and present, names count only where they are all.
    const count = standing === 'guests' ? countOf(entry, reading) : completeCountOf(entry, reading)
    if (count !== undefined) yield { standing, count }
    yield* awayInBrackets(value)
  }
}

/** Names, with marks of who was a guest or was not there: who is on leave was due all the same. */
function* ofNames(standing: CountStanding, entry: SourceEntry, reading: Reading): Generator<Statement> {
  const list = peopleOf(entry, reading)
  const { at } = entry.value
  const counted = list.people.filter((person) => !isGuest(person) && !(standing === 'present' && isAway(person)))
  const names = [...counted.map(withMarks), ...list.others]
  const number = list.count === undefined ? undefined : { value: list.count, at }
  yield { standing, count: { number, names, at } }
  if (standing === 'present') yield* othersAmong(list, at)
}

/** 王建国（迟到）: whoever was there may not have been there all the time, or not in the room. */
function withMarks({ name, marks }: NamedPerson): Located<string> {
  return marks.length === 0 ? name : { ...name, raw: `${name.value}（${marks.join('，')}）` }
}

const IN_BRACKETS = /^[^(（]*\d[^(（]*[(（]([^()（）]+)[)）]\s*$/u

/** Names in the brackets behind a number are of those who were not there, where they say so. */
function* awayInBrackets(value: SourceNode): Generator<Statement> {
  const inner = value.type === 'scalar' ? IN_BRACKETS.exec(value.text)?.[1] : undefined
  if (value.type !== 'scalar' || inner === undefined) return
  const at = placeWithin(value, value.text.indexOf(inner))
  yield* awayAmong(peopleOfText({ ...value, text: inner, at }), at)
}

/** 应到: {人数: 32, 有表决权: 30, 流动: 2}. */
function* ofCountMap(standing: CountStanding, map: SourceMap, reading: Reading): Generator<Statement> {
  const fields = fieldsOf(map, 'count', reading)
  const number = wholeOf(fields.first('number'), reading)
  yield { standing, count: { number, at: map.at } }
  yield* countStatements(standing, fields.first('names'), reading)
  yield* countStatements(standing === 'present' ? 'votersPresent' : 'votersDue', fields.first('voters'), reading)
  yield* countStatements('mobile', fields.first('mobile'), reading)
  yield* countStatements('unable', fields.first('unable'), reading)
}

/** One field for all: `应到35人，实到33人`, or a map of the fields that otherwise stand by themselves. */
export function* overallStatements(entry: Entry, reading: Reading): Generator<Statement> {
  if (entry === undefined || isBlank(entry.value)) return
  const { value } = entry
  if (value.type === 'scalar') {
    yield* ofText('present', value)
  } else if (value.type === 'list') {
    yield* listStatements(entry, reading)
  } else {
    const fields = fieldsOf(value, 'record', reading)
    for (const standing of COUNT_STANDINGS) yield* countStatements(standing, fields.first(standing), reading)
    yield* awayStatements('leave', fields.first('leave'), reading)
    yield* awayStatements('absent', fields.first('absent'), reading)
  }
}

/** A list of who was there, in which marks tell who was not: `张三、李四(请假)[出差]、王五(列席)`. */
export function* listStatements(entry: Entry, reading: Reading): Generator<Statement> {
  if (entry === undefined || isBlank(entry.value)) return
  const { value } = entry
  if (isOverall(value)) {
    yield* ofText('present', value)
    return
  }
  const { at } = value
  const list = peopleOf(entry, reading)
  const there = list.people.filter((person) => !isGuest(person) && !isAway(person))
  const isComplete = list.others.length === 0 && (list.count === undefined || list.count <= there.length)
  const names = isComplete && there.length > 0 ? there.map(withMarks) : undefined
  const number = list.count === undefined ? undefined : { value: list.count, at }
  if (names !== undefined || number !== undefined) yield { standing: 'present', count: { number, names, at } }
  yield* othersAmong(list, at)
}

/** 请假 or 缺席 in a field of its own. */
export function* awayStatements(standing: AbsentStanding, entry: Entry, reading: Reading): Generator<Statement> {
  if (entry === undefined || isBlank(entry.value)) return
  const { value } = entry
  const number = value.type === 'scalar' ? plainNumber(value) : undefined
  if (number !== undefined) {
    yield { standing, absences: { number: { value: number, at: value.at }, at: value.at } }
  } else if (value.type === 'map') {
    yield { standing, absences: ofAwayMap(value, reading) }
  } else if (isOverall(value)) {
    yield* ofText(standing, value)
  } else {
    const list = awayOf(entry, reading)
    if (list !== undefined) yield { standing, absences: absencesOf(list, undefined, value.at) }
  }
}

/** Who was not there. Wordings that name nobody (详见请假条) are told; `undefined` where there is nothing else. */
function awayOf(entry: SourceEntry, reading: Reading): PeopleOfField | undefined {
  const { people, others, count } = peopleOf(entry, reading)
  const [strange] = others.filter(({ value }) => isNoName(value))
  if (strange !== undefined) {
    const message = `「${entry.key}」里的「${strange.value}」看不出是哪些人；请逐人写明姓名和原因，如 张三（出差）`
    reading.warn('bad-people', message, entry.value.at, strange.value)
  }
  const names = others.filter(({ value }) => !isNoName(value))
  const isNothingElse = people.length === 0 && names.length === 0 && count === undefined
  return strange !== undefined && isNothingElse ? undefined : { people, others: names, count }
}

/** {人数: 2, 名单: [张三, 李四]}, {姓名: 张三, 原因: 住院}, or names to reasons. */
function ofAwayMap(map: SourceMap, reading: Reading): Absences {
  const { fields: scopes } = reading.settings
  const [person, count] = [scopes.scope('person'), scopes.scope('count')]
  if (map.entries.some(({ key }) => person.fieldOf(key) === 'reason')) {
    return absencesOf(peopleOf({ key: '请假', keyAt: map.at, value: map }, reading), undefined, map.at)
  }
  if (map.entries.some(({ key }) => count.fieldOf(key) === 'number')) {
    const fields = fieldsOf(map, 'count', reading)
    const number = wholeOf(fields.first('number'), reading)
    return absencesOf(peopleOf(fields.first('names'), reading), number?.value, map.at)
  }
  const people = map.entries.map((entry) => {
    const reason = textOf(entry, reading)
    return { name: { value: entry.key.trim(), at: entry.keyAt }, marks: reason === undefined ? [] : [reason.value] }
  })
  return absencesOf({ people, others: [] }, undefined, map.at)
}

/** 缺席人员及原因: with a reason it is a 请假, without one an 缺席. */
export function* eitherStatements(entry: Entry, reading: Reading): Generator<Statement> {
  if (entry === undefined || isBlank(entry.value)) return
  const { value } = entry
  const number = value.type === 'scalar' ? plainNumber(value) : undefined
  if (number !== undefined) {
    yield* awayStatements(number === 0 ? 'absent' : 'leave', entry, reading)
    return
  }
  if (isOverall(value)) {
    yield* ofText('leave', value)
    return
  }
  const list = awayOf(entry, reading)
  if (list === undefined) return
  const { people, others, count } = list
  const excused = people.filter((person) => listedAs(person) !== 'absent' && isExcused(person))
  const rest = people.filter((person) => !excused.includes(person))
  if (excused.length > 0) {
    yield { standing: 'leave', absences: absencesOf({ people: excused, others: [] }, undefined, value.at) }
  }
  if (rest.length > 0 || excused.length === 0) {
    yield { standing: 'absent', absences: absencesOf({ people: rest, others, count }, undefined, value.at) }
  }
}

function isExcused(person: PeopleOfField['people'][number]): boolean {
  return listedAs(person) === 'leave' || absenceOf(person).reason !== undefined
}

/** A number alone; names in brackets behind it are to be read. */
function plainNumber({ text }: SourceScalar): number | undefined {
  return /[(（[【]/u.test(text) ? undefined : readWhole(text)
}

/** Whether a text numbers those of several standings. */
function isOverall(node: SourceNode): node is SourceScalar {
  return node.type === 'scalar' && /\d/u.test(node.text) && tellsStandings(node.text)
}

function* ofText(own: Standing, scalar: SourceScalar): Generator<Statement> {
  for (const part of attendanceParts(scalar.text)) yield* ofPart(part.standing ?? own, part, scalar)
}

function* ofPart(
  standing: Standing,
  { number, text, offset }: AttendancePart,
  scalar: SourceScalar,
): Generator<Statement> {
  const at = placeWithin(scalar, offset)
  const list = text === '' ? NOBODY : peopleOfText({ type: 'scalar', text, quoted: scalar.quoted, at })
  if (standing === 'leave' || standing === 'absent') {
    yield { standing, absences: absencesOf(list, number, at) }
    return
  }
  const there = list.people.filter((person) => !isAway(person) && (standing === 'guests' || !isGuest(person)))
  const names = there.length > 0 && list.others.length === 0 ? there.map(({ name }) => name) : undefined
  const told = number ?? list.count
  if (told !== undefined || names !== undefined) {
    yield { standing, count: { number: told === undefined ? undefined : { value: told, at }, names, at } }
  }
  if (standing === 'guests') yield* awayAmong(list, at)
  else yield* othersAmong(list, at)
}

/** Those of a list who were no members there: guests, and who was not there at all. */
function* othersAmong(list: PeopleOfField, at: Place): Generator<Statement> {
  const guests = list.people.filter(isGuest)
  if (guests.length > 0) yield { standing: 'guests', count: { names: guests.map(({ name }) => name), at } }
  yield* awayAmong(list, at)
}

/** Those who were not there, in a text that tells who or how many were: `8人（刘芳请假）`. */
function* awayAmong({ people }: PeopleOfField, at: Place): Generator<Statement> {
  for (const standing of ['leave', 'absent'] as const) {
    const away = people.filter((person) => listedAs(person) === standing)
    if (away.length > 0) yield { standing, absences: { list: away.map(absenceOf), at } }
  }
}

const NOBODY: PeopleOfField = { people: [], others: [] }
