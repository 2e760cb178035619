import { impliedKinds } from '../ledger/implied-kinds.ts'
import type { Kind, LedgerRecord } from '../ledger/schema.ts'
import type { Located } from '../source/place.ts'
import { attendanceOf } from './attendance.ts'
import { decisionsOf } from './decisions.ts'
import { type Fields, isBlank } from './keys.ts'
import { kindsOf } from './kinds.ts'
import { othersOf } from './others.ts'
import type { Reading } from './reading.ts'
import { daysOf } from './record-days.ts'
import { factsOf, makeUpOf, stateOf, titleOf, yearOf } from './record-facts.ts'
import { recordGroupsOf } from './record-groups.ts'
import { baseKey } from './record-keys.ts'
import { proseOf } from './record-prose.ts'
import { remarkedAbsences } from './remarked-absences.ts'
import { scriptOf } from './script.ts'

/** What the surroundings of an entry say of it. */
export interface RecordDefaults {
  /** The register (专项台账) that it is an entry of. */
  readonly register?: Located<string> | undefined
  /** Whether its branch is known without it: then a 支部 of its own is something else, such as who it was held with. */
  readonly keepsBranch?: boolean
}

/**
 * The record that a map or a row describes; `undefined` where there is nothing to tell one by, which is told. Counts
 * it in `records` or `rejected`; whoever met it counts `rows`.
 */
export function readRecord(
  fields: Fields<'record'>,
  reading: Reading,
  defaults: RecordDefaults = {},
): LedgerRecord | undefined {
  const kinds = kindsOf(fields, defaults.register, reading)
  if (kinds.length === 0 && !DAYS.some((field) => isGiven(fields, field))) return reject(fields, reading)
  reading.records += 1
  if (kinds.length === 0) {
    const message = '这一条没有写类型，不计入任何一类；请补上类型，如党员大会、支委会、党课'
    reading.warn('missing-kind', message, fields.at, '')
  }
  return recordOf(fields, kinds, defaults, reading)
}

/** Fields of which one tells when something was, without which only a kind tells that it was. */
const DAYS = ['date', 'time', 'start', 'planned'] as const

function isGiven(fields: Fields<'record'>, field: (typeof DAYS)[number]): boolean {
  const entry = fields.first(field)
  return entry !== undefined && !isBlank(entry.value)
}

function reject(fields: Fields<'record'>, reading: Reading): undefined {
  reading.rejected += 1
  const message = '这一条既没有日期也没有类型，看不出是什么记录，没有读取；请按原始记录补上日期和类型'
  reading.error('no-record', message, fields.at, '')
  return undefined
}

function recordOf(
  fields: Fields<'record'>,
  kinds: readonly Kind[],
  { register: given, keepsBranch = false }: RecordDefaults,
  reading: Reading,
): LedgerRecord {
  const register = given?.value ?? registerAmong(kinds, reading)
  const days = daysOf(fields, reading)
  const prose = proseOf(fields, register !== undefined, reading)
  const { script, beside } = scriptOf(fields.first('script'), fields.at, reading)
  const facts = factsOf(fields, reading)
  const groups = recordGroupsOf(fields, kinds, reading)
  const decisions = decisionsOf(fields, days.date?.value, reading)
  const remarked = register === undefined ? remarkedAbsences(fields) : []
  const attendance = attendanceOf(fields, remarked, reading)
  const isExplained = attendance.leave?.list !== undefined || attendance.absent?.list !== undefined
  const { title, surplus } = titleOf(fields, reading)
  const allKinds = [...kinds, ...impliedKinds({ kinds, groups, title, agenda: prose.agenda })]
  const { date, impossibleDate, unreadDate } = days
  const { agenda, minutes, content } = prose
  const { code, appraisal } = facts
  const isPlanBeside = date !== undefined && days.state === undefined
  const leftOver = [
    ...prose.unassigned,
    surplus,
    beside,
    decisions.length === 0 ? fields.first('decisionOwner') : undefined,
    decisions.length === 0 ? fields.first('decisionDeadline') : undefined,
    decisions.length === 0 ? fields.first('decisionResult') : undefined,
    isExplained ? undefined : fields.first('absenceReason'),
    isPlanBeside ? fields.first('planned') : undefined,
    keepsBranch ? fields.first('branch') : undefined,
  ]
  // Each by its name: a record of fields that are spread into it takes V8 five times as long to make.
  return {
    key: baseKey({ code, kinds: allKinds, title, date, impossibleDate, unreadDate }),
    code,
    register,
    kinds: allKinds,
    date,
    endDate: days.endDate,
    impossibleDate,
    unreadDate,
    statedWeekday: days.statedWeekday,
    time: days.time,
    halfDay: days.halfDay,
    duration: facts.duration,
    state: stateOf(fields, { appraisal, agenda, minutes, attendance, decisions }, reading) ?? days.state,
    reason: facts.reason,
    makeUpFor: makeUpOf(fields, date, reading),
    year: yearOf(fields, date, reading),
    groups,
    place: facts.place,
    mode: facts.mode,
    jointBranches: facts.jointBranches,
    title,
    form: facts.form,
    chair: facts.chair,
    delegation: facts.delegation,
    recorder: facts.recorder ?? prose.recorder,
    lecturer: facts.lecturer,
    attendance,
    remarkedAbsences: remarked.length > 0 ? remarked : undefined,
    agenda,
    minutes,
    decisions,
    appraisal,
    script,
    people: facts.people,
    counterparts: facts.counterparts,
    content,
    result: facts.result,
    hours: facts.hours,
    writtenOn: facts.writtenOn,
    enteredOn: facts.enteredOn,
    lateNote: facts.lateNote,
    materialSource: facts.materialSource,
    attachments: facts.attachments,
    others: othersOf(fields, leftOver, reading),
    illegible: illegibleOf(fields, reading),
    at: fields.at,
  }
}

/** The fields that hold something which could not be read: that has been told by now. */
function illegibleOf(fields: Fields<'record'>, reading: Reading): LedgerRecord['illegible'] {
  if (!reading.hasIllegible) return undefined
  const illegible = fields.given.filter((field) => {
    const entry = fields.first(field)
    return entry !== undefined && reading.isIllegible(entry.value.at)
  })
  return illegible.length === 0 ? undefined : illegible
}

/** A row whose only kind is that of a register is an entry of it. */
function registerAmong([kind, second]: readonly Kind[], reading: Reading): string | undefined {
  if (kind === undefined || second !== undefined) return undefined
  return reading.settings.kinds.isRegister(kind.value) ? kind.value : undefined
}
