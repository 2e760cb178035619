import type { Absences, Attendance, Count } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceScalar } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { absenceOf, absencesOf, type ListedAs, listedAs } from './absences.ts'
import { countOf, wholeOf } from './counts.ts'
import { type Fields, fieldsOf, isBlank } from './keys.ts'
import { type NamedPerson, type PeopleOfField, peopleOf, peopleOfText } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { saysNone, textOf } from './scalars.ts'
import { type AttendancePart, attendanceParts, type Standing, tellsStandings } from './values/attendance-text.ts'
import { readWhole } from './values/numbers.ts'

const COUNTS = ['due', 'present', 'guests', 'votersDue', 'votersPresent', 'mobile', 'unable'] as const

/** Who was to come, who came and who did not, from all the fields of a record that tell it. */
export function attendanceOf(fields: Fields<'record'>, reading: Reading): Attendance {
  const gathering = new Gathering(reading)
  for (const standing of COUNTS) gathering.count(standing, fields.first(standing))
  gathering.composite(fields.first('attendance'))
  gathering.attendees(fields.first('attendees'))
  const reasons = peopleOf(fields.first('absenceReason'), reading)
  const reason = textOf(fields.first('absenceReason'), reading)
  gathering.notThere('leave', fields.first('leave'))
  gathering.notThere('absent', fields.first('absent'))
  gathering.absences(fields.first('absences'))
  gathering.explain(reasons, reason)
  return gathering.attendance
}

type Draft = { -readonly [K in keyof Attendance]: Attendance[K] }

class Gathering {
  readonly attendance: Draft = {}
  private readonly reading: Reading

  constructor(reading: Reading) {
    this.reading = reading
  }

  count(standing: (typeof COUNTS)[number], entry: SourceEntry | undefined): void {
    if (entry === undefined || isBlank(entry.value)) return
    const { value } = entry
    if (value.type === 'map') return this.countOfMap(standing, value)
    if (value.type === 'scalar' && readWhole(value.text) === undefined && tellsStandings(value.text)) {
      return this.parts(value, standing)
    }
    this.put(standing, standing === 'guests' ? countOf(entry, this.reading) : completeCount(entry, this.reading))
  }

  /** 应到: {人数: 32, 有表决权: 30, 流动: 2}. */
  private countOfMap(standing: (typeof COUNTS)[number], map: SourceMap): void {
    const fields = fieldsOf(map, 'count', this.reading)
    const names = fields.first('names')
    this.put(standing, {
      number: wholeOf(fields.first('number'), this.reading),
      names: names && countOf(names, this.reading)?.names,
      at: map.at,
    })
    this.count(standing === 'present' ? 'votersPresent' : 'votersDue', fields.first('voters'))
    this.count('mobile', fields.first('mobile'))
    this.count('unable', fields.first('unable'))
  }

  /** One field for all: `应到35人，实到33人`, or a map of the fields that otherwise stand by themselves. */
  composite(entry: SourceEntry | undefined): void {
    if (entry === undefined || isBlank(entry.value)) return
    const { value } = entry
    if (value.type === 'scalar') return this.parts(value, 'present')
    if (value.type === 'list') return this.attendees(entry)
    const fields = fieldsOf(value, 'record', this.reading)
    for (const standing of COUNTS) this.count(standing, fields.first(standing))
    this.notThere('leave', fields.first('leave'))
    this.notThere('absent', fields.first('absent'))
  }

  /** A list of who was there, in which marks tell who was not: `张三、李四(请假)[出差]、王五(列席)`. */
  attendees(entry: SourceEntry | undefined): void {
    if (entry === undefined || isBlank(entry.value)) return
    const { value } = entry
    if (value.type === 'scalar' && /\d/u.test(value.text) && tellsStandings(value.text)) {
      return this.parts(value, 'present')
    }
    const list = peopleOf(entry, this.reading)
    const of = (as: ListedAs) => list.people.filter((person) => listedAs(person) === as)
    const there = of('present')
    const isComplete = list.others.length === 0 && (list.count === undefined || list.count <= there.length)
    const names = isComplete && there.length > 0 ? there.map(({ name }) => name) : undefined
    const number = list.count === undefined ? undefined : { value: list.count, at: value.at }
    if (names !== undefined || number !== undefined) this.put('present', { number, names, at: value.at })
    const guests = of('guests')
    if (guests.length > 0) this.put('guests', { names: guests.map(({ name }) => name), at: value.at })
    this.addAbsences('leave', of('leave'), value)
    this.addAbsences('absent', of('absent'), value)
  }

  /** 请假 or 缺席 in a field of their own. */
  notThere(standing: 'leave' | 'absent', entry: SourceEntry | undefined): void {
    if (entry === undefined || isBlank(entry.value)) return
    const { value } = entry
    const number = value.type === 'scalar' ? readWhole(value.text) : undefined
    if (number !== undefined) return this.putAbsences(standing, { number: { value: number, at: value.at }, at: value.at })
    if (value.type === 'map') return this.absencesOfMap(standing, value)
    if (value.type === 'scalar' && /\d/u.test(value.text) && tellsStandings(value.text)) return this.parts(value, standing)
    this.putAbsences(standing, absencesOf(peopleOf(entry, this.reading), undefined, value.at))
  }

  /** {人数: 2, 名单: [张三, 李四]}, {姓名: 张三, 原因: 住院}, or names to reasons. */
  private absencesOfMap(standing: 'leave' | 'absent', map: SourceMap): void {
    const scopes = this.reading.settings.fields
    const isPerson = map.entries.some(({ key }) => scopes.scope('person').fieldOf(key) === 'reason')
    const isCount = map.entries.some(({ key }) => scopes.scope('count').fieldOf(key) === 'number')
    if (isCount && !isPerson) {
      const fields = fieldsOf(map, 'count', this.reading)
      const list = peopleOf(fields.first('names'), this.reading)
      const number = wholeOf(fields.first('number'), this.reading)
      return this.putAbsences(standing, absencesOf(list, number?.value, map.at))
    }
    if (isPerson) {
      const list = peopleOf({ key: '请假', keyAt: map.at, value: map }, this.reading)
      return this.putAbsences(standing, absencesOf(list, undefined, map.at))
    }
    const people = map.entries.map((entry) => {
      const reason = textOf(entry, this.reading)
      return { name: { value: entry.key.trim(), at: entry.keyAt }, marks: reason === undefined ? [] : [reason.value] }
    })
    this.putAbsences(standing, absencesOf({ people, others: [] }, undefined, map.at))
  }

  /** 缺席人员及原因: with a reason it is a 请假, without one an 缺席. */
  absences(entry: SourceEntry | undefined): void {
    if (entry === undefined || isBlank(entry.value)) return
    const { value } = entry
    const number = value.type === 'scalar' ? readWhole(value.text) : undefined
    if (number !== undefined) return this.notThere(number === 0 ? 'absent' : 'leave', entry)
    if (value.type === 'scalar' && /\d/u.test(value.text) && tellsStandings(value.text)) return this.parts(value, 'leave')
    const list = peopleOf(entry, this.reading)
    const unexcused = list.people.filter(isUnexcused)
    const excused = list.people.filter((person) => !isUnexcused(person))
    if (excused.length > 0) this.putAbsences('leave', absencesOf({ people: excused, others: [] }, undefined, value.at))
    if (unexcused.length > 0 || excused.length === 0) {
      this.putAbsences('absent', absencesOf({ people: unexcused, others: list.others, count: list.count }, undefined, value.at))
    }
  }

  /** A column of reasons beside one of names: reasons by name, or one for all who have none. */
  explain({ people }: PeopleOfField, reason: Located<string> | undefined): void {
    const { leave, absent } = this.attendance
    if (reason === undefined || saysNone(reason.value)) return
    const byName = new Map(people.map((person) => [person.name.value, absenceOf(person).reason]))
    const explained = [...(leave?.list ?? []), ...(absent?.list ?? [])].map((one) => {
      const own = one.reason ?? (byName.size > 0 ? byName.get(one.name.value) : reason)
      return own === undefined ? one : { ...one, reason: own }
    })
    if (explained.length === 0) return
    const at = leave?.at ?? absent?.at ?? reason.at
    const withReason = explained.filter((one) => one.reason !== undefined)
    const without = explained.filter((one) => one.reason === undefined)
    this.attendance.leave = { number: leave?.number, list: withReason, at }
    this.attendance.absent = without.length > 0 || absent?.list !== undefined ? { list: without, at: absent?.at ?? at } : absent
  }

  private parts(scalar: SourceScalar, own: Standing): void {
    for (const part of attendanceParts(scalar.text)) this.part(part.standing ?? own, part, scalar)
  }

  private part(standing: Standing, { number, text, offset }: AttendancePart, scalar: SourceScalar): void {
    const at = placeWithin(scalar, offset)
    const list = text === '' ? NOBODY : peopleOfText({ type: 'scalar', text, quoted: scalar.quoted, at })
    if (standing === 'leave' || standing === 'absent') {
      this.putAbsences(standing, absencesOf(list, number, at))
      return
    }
    const names = list.people.length > 0 && list.others.length === 0 ? list.people.map(({ name }) => name) : undefined
    const told = number ?? list.count
    if (told === undefined && names === undefined) return
    this.put(standing, { number: told === undefined ? undefined : { value: told, at }, names, at })
  }

  /** Several fields may tell of the same people: a number here, the names there. */
  private put(standing: Exclude<Standing, 'leave' | 'absent'>, count: Count | undefined): void {
    if (count === undefined) return
    const known = this.attendance[standing]
    this.attendance[standing] =
      known === undefined ? count : { number: known.number ?? count.number, names: known.names ?? count.names, at: known.at }
  }

  private putAbsences(standing: 'leave' | 'absent', absences: Absences): void {
    const known = this.attendance[standing]
    if (known === undefined) {
      this.attendance[standing] = absences
      return
    }
    const list = known.list === undefined && absences.list === undefined ? undefined : merged(known, absences)
    this.attendance[standing] = { number: known.number ?? absences.number, list, at: known.at }
  }

  private addAbsences(standing: 'leave' | 'absent', people: readonly NamedPerson[], { at }: SourceEntry['value']): void {
    if (people.length > 0) this.putAbsences(standing, { list: people.map(absenceOf), at })
  }
}

const NOBODY: PeopleOfField = { people: [], others: [] }

function isUnexcused(person: NamedPerson): boolean {
  return listedAs(person) === 'absent' || (absenceOf(person).reason === undefined && listedAs(person) !== 'leave')
}

function merged(known: Absences, more: Absences): Absences['list'] {
  const names = new Set(known.list?.map(({ name }) => name.value))
  return [...(known.list ?? []), ...(more.list ?? []).filter(({ name }) => !names.has(name.value))]
}

/** Names only where they are all: of 张三、李四等35人 and 全体党员 the number alone counts. */
function completeCount(entry: SourceEntry, reading: Reading): Count | undefined {
  const count = countOf(entry, reading)
  if (count?.names === undefined || entry.value.type !== 'scalar') return count
  const isComplete = !/等|全体|全部|各/u.test(entry.value.text) && count.names.length > 0
  if (isComplete) return count
  return count.number === undefined ? undefined : { number: count.number, at: count.at }
}
