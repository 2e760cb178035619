import type { Absence, Absences, Attendance, Count } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { absenceOf } from './absences.ts'
import {
  awayStatements,
  COUNT_STANDINGS,
  countStatements,
  eitherStatements,
  listStatements,
  overallStatements,
  type Statement,
} from './attendance-statements.ts'
import type { FieldOf } from './fields.ts'
import type { Fields } from './keys.ts'
import { peopleOf } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { saysNone, textOf } from './scalars.ts'

/** Who was to come, who came and who did not, from all the fields of a record that tell it; reasons from its remarks too. */
export function attendanceOf(fields: Fields<'record'>, remarked: readonly Absence[], reading: Reading): Attendance {
  const attendance: Draft = {}
  for (const [field, read] of TELLING) {
    const entry = fields.first(field)
    if (entry === undefined) continue
    for (const statement of read(entry, reading)) enter(statement, attendance)
  }
  const byName = new Map(remarked.map(({ name, reason }) => [name.value, reason]))
  return explained(
    withReasons(attendance, ({ name }) => byName.get(name.value)),
    fields.first('absenceReason'),
    reading,
  )
}

type Draft = { -readonly [K in keyof Attendance]: Attendance[K] }

/** Fields that tell of people, and how each is read; the surest first: a number of its own before one in a text about all. */
const TELLING: readonly (readonly [
  field: FieldOf<'record'>,
  read: (entry: SourceEntry, reading: Reading) => Iterable<Statement>,
])[] = [
  ...COUNT_STANDINGS.map(
    (standing) =>
      [standing, (entry: SourceEntry, reading: Reading) => countStatements(standing, entry, reading)] as const,
  ),
  ['attendance', overallStatements],
  ['attendees', listStatements],
  ['leave', (entry, reading) => awayStatements('leave', entry, reading)],
  ['absent', (entry, reading) => awayStatements('absent', entry, reading)],
  ['absences', eitherStatements],
]

function enter(statement: Statement, attendance: Draft): void {
  if ('count' in statement) {
    attendance[statement.standing] = withCount(attendance[statement.standing], statement.count)
  } else {
    attendance[statement.standing] = withAbsences(attendance[statement.standing], statement.absences)
  }
}

/** A number here, the names there. */
function withCount(known: Count | undefined, more: Count): Count {
  if (known === undefined) return more
  return { number: known.number ?? more.number, names: known.names ?? more.names, at: known.at }
}

function withAbsences(known: Absences | undefined, more: Absences): Absences {
  if (known === undefined) return more
  const number = known.number ?? more.number
  if (known.list === undefined || more.list === undefined) {
    return { number, list: known.list ?? more.list, at: known.at }
  }
  const names = new Set(known.list.map(({ name }) => name.value))
  return { number, list: [...known.list, ...more.list.filter(({ name }) => !names.has(name.value))], at: known.at }
}

/** A column of reasons beside one of names: reasons by name, or one for all who have none. */
function explained(attendance: Attendance, entry: SourceEntry | undefined, reading: Reading): Attendance {
  const reason = textOf(entry, reading)
  const { leave, absent } = attendance
  const away = [...(leave?.list ?? []), ...(absent?.list ?? [])]
  if (reason === undefined || saysNone(reason.value) || away.length === 0) return attendance
  const byName = reasonsByName(entry, reading)
  const isByName = away.some(({ name }) => byName.has(name.value))
  return withReasons(attendance, ({ name }) => (isByName ? byName.get(name.value) : reason))
}

/** Those who have no reason get theirs, where there is one; who has one is on leave. */
function withReasons(attendance: Attendance, reasonFor: (absence: Absence) => Located<string> | undefined): Attendance {
  const { leave, absent } = attendance
  const away = [...(leave?.list ?? []), ...(absent?.list ?? [])]
  const at = leave?.at ?? absent?.at
  const told = away.map((one) => {
    const reason = one.reason ?? reasonFor(one)
    return reason === undefined ? one : { ...one, reason }
  })
  if (at === undefined || told.every((one, index) => one.reason === away[index]?.reason)) return attendance
  const rest = told.filter((one) => one.reason === undefined)
  return {
    ...attendance,
    leave: { number: leave?.number, list: told.filter((one) => one.reason !== undefined), at },
    absent: rest.length > 0 ? { list: rest, at: absent?.at ?? at } : undefined,
  }
}

function reasonsByName(entry: SourceEntry | undefined, reading: Reading): Map<string, Located<string> | undefined> {
  const { people } = peopleOf(entry, reading)
  return new Map(people.map((person) => [person.name.value, absenceOf(person).reason]))
}
