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
  const record = recordOf(fields, kinds, defaults, reading)
  return { key: baseKey(record), ...record }
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
): Omit<LedgerRecord, 'key'> {
  const register = given?.value ?? registerAmong(kinds, reading)
  const { state, ...days } = daysOf(fields, reading)
  const { recorder, unassigned, ...prose } = proseOf(fields, register !== undefined, reading)
  const { script, beside } = scriptOf(fields.first('script'), fields.at, reading)
  const facts = factsOf(fields, reading)
  const groups = recordGroupsOf(fields, kinds, reading)
  const decisions = decisionsOf(fields, days.date?.value, reading)
  const remarked = register === undefined ? remarkedAbsences(fields) : []
  const attendance = attendanceOf(fields, remarked, reading)
  const isExplained = attendance.leave?.list !== undefined || attendance.absent?.list !== undefined
  const { title, surplus } = titleOf(fields, reading)
  const implied = impliedKinds({ kinds, groups, title, agenda: prose.agenda })
  const isPlanBeside = days.date !== undefined && state === undefined
  const leftOver = [
    ...unassigned,
    surplus,
    beside,
    decisions.length === 0 ? fields.first('decisionOwner') : undefined,
    decisions.length === 0 ? fields.first('decisionDeadline') : undefined,
    decisions.length === 0 ? fields.first('decisionResult') : undefined,
    isExplained ? undefined : fields.first('absenceReason'),
    isPlanBeside ? fields.first('planned') : undefined,
    keepsBranch ? fields.first('branch') : undefined,
  ]
  return {
    register,
    kinds: [...kinds, ...implied],
    ...days,
    state: stateOf(fields, { ...facts, ...prose, attendance, decisions }, reading) ?? state,
    makeUpFor: makeUpOf(fields, days.date, reading),
    year: yearOf(fields, days.date, reading),
    groups,
    title,
    ...facts,
    recorder: facts.recorder ?? recorder,
    attendance,
    ...(remarked.length > 0 && { remarkedAbsences: remarked }),
    ...prose,
    decisions,
    script,
    others: othersOf(fields, leftOver, reading),
    ...illegibleOf(fields, reading),
    at: fields.at,
  }
}

/** The fields that hold something which could not be read: that has been told by now. */
function illegibleOf(fields: Fields<'record'>, reading: Reading): Pick<LedgerRecord, 'illegible'> {
  const illegible = fields.given.filter((field) => {
    const entry = fields.first(field)
    return entry !== undefined && reading.isIllegible(entry.value.at)
  })
  return illegible.length === 0 ? {} : { illegible }
}

/** A row whose only kind is that of a register is an entry of it. */
function registerAmong([kind, second]: readonly Kind[], reading: Reading): string | undefined {
  if (kind === undefined || second !== undefined) return undefined
  return reading.settings.kinds.isRegister(kind.value) ? kind.value : undefined
}
