import type { LedgerRecord, TimeSpan } from '../ledger/schema.ts'
import type { SourceEntry, SourceScalar } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { exactDayOf, tellGuessedYear, whyNot } from './days.ts'
import { type Fields, isBlank } from './keys.ts'
import type { Reading } from './reading.ts'
import { locatedAs, saysNone, scalarOf } from './scalars.ts'
import type { DateReading } from './values/dates.ts'
import { isHalfDay } from './values/times.ts'

/** When a record says that it took place. */
export type RecordDays = Pick<
  LedgerRecord,
  'date' | 'endDate' | 'impossibleDate' | 'unreadDate' | 'statedWeekday' | 'time' | 'halfDay' | 'state'
>

/** Fields in which the day may stand, the surest first: 时间 often holds day and hour. */
const DAY_FIELDS = ['date', 'time', 'start'] as const

/** Day, weekday and time of a record. A record that has only the time it was planned for is a 计划. */
export function daysOf(fields: Fields<'record'>, reading: Reading): RecordDays {
  const found = writtenDay(fields, reading) ?? plannedDay(fields, reading)
  if (found === undefined) {
    const time = timeOf(fields, undefined, reading)
    return { ...noDay(fields, reading), time, halfDay: time === undefined ? halfDayOf(fields, undefined) : undefined }
  }
  const { scalar, read } = found
  if (read === undefined) return {}
  if (read.date !== undefined) tellGuessedYear(read, found.key, scalar.text.trim(), scalar.at, reading)
  const time = timeOf(fields, found, reading)
  const { date, impossibleDate, unreadDate } = dayIn(found, reading)
  return {
    date,
    impossibleDate,
    unreadDate,
    endDate: exactDayOf(fields.first('endDate'), reading) ?? (read.endDate && { value: read.endDate, at: scalar.at }),
    statedWeekday: read.weekday === undefined ? undefined : { value: read.weekday, at: scalar.at },
    time,
    halfDay: time === undefined ? halfDayOf(fields, found) : undefined,
    state: found.planned ? { value: '计划', at: scalar.at } : undefined,
  }
}

function writtenDay(fields: Fields<'record'>, reading: Reading): DayField | undefined {
  for (const field of DAY_FIELDS) {
    const found = scalarIn(fields.first(field), reading)
    if (found?.read !== undefined && isDay(found.read)) return found
  }
  return undefined
}

interface DayField {
  readonly key: string
  readonly scalar: SourceScalar
  readonly read: DateReading | undefined
  readonly planned?: boolean
}

function scalarIn(entry: SourceEntry | undefined, reading: Reading): DayField | undefined {
  const scalar = entry && !isBlank(entry.value) ? scalarOf(entry, reading) : undefined
  if (entry === undefined || scalar === undefined || saysNone(scalar.text)) return undefined
  return { key: entry.key, scalar, read: reading.dates.read(scalar.text) }
}

function isDay(read: DateReading): boolean {
  return read.date !== undefined || read.impossible !== undefined || read.yearMissing === true
}

function plannedDay(fields: Fields<'record'>, reading: Reading): DayField | undefined {
  if (fields.first('date') !== undefined && !isBlank(fields.first('date')?.value ?? BLANK)) return undefined
  const planned = scalarIn(fields.first('planned'), reading)
  return planned?.read === undefined || !isDay(planned.read) ? undefined : { ...planned, planned: true }
}

const BLANK: SourceScalar = { type: 'scalar', text: '', quoted: false, at: { file: '', line: 1, column: 1 } }

function dayIn(
  { key, scalar, read }: DayField,
  reading: Reading,
): Pick<RecordDays, 'date' | 'impossibleDate' | 'unreadDate'> {
  const { text, at } = scalar
  if (read?.impossible !== undefined) {
    reading.note(
      'impossible-date',
      `「${key}」写作「${text.trim()}」，没有这一天，按原文保留，不计入任何时期；请核对原始记录后改正`,
      at,
      text,
    )
    return { impossibleDate: { value: text.trim(), at } }
  }
  if (read?.date !== undefined) return { date: locatedAs(read.date, at, text) }
  return unread({ key, scalar, read }, reading)
}

function unread({ key, scalar, read }: DayField, reading: Reading): Pick<RecordDays, 'unreadDate'> {
  const { text, at } = scalar
  reading.warn('bad-date', `「${key}」写作「${text.trim()}」，${whyNot(read)}`, at, text)
  return { unreadDate: { value: text.trim(), at } }
}

function noDay(fields: Fields<'record'>, reading: Reading): Pick<RecordDays, 'unreadDate'> {
  const [given] = DAY_FIELDS.flatMap((field) => scalarIn(fields.first(field), reading) ?? []).filter(
    ({ scalar }) => reading.dates.timeOf(scalar.text) === undefined && !isHalfDay(scalar.text),
  )
  if (given === undefined) {
    if (DAY_FIELDS.some((field) => isIllegible(fields.first(field), reading))) return {}
    reading.warn(
      'missing-date',
      '这一条没有写日期，不能计入任何时期；请按原始记录补上日期，如 2026-03-12',
      fields.at,
      '',
    )
    return {}
  }
  return unread(given, reading)
}

/** Whether what stands there was lost, which has been told. */
function isIllegible(entry: SourceEntry | undefined, reading: Reading): boolean {
  return entry !== undefined && reading.isIllegible(entry.value.at)
}

/** The hours of 时间, of 开始时间 and 结束时间, or of those that stand behind the day. */
function timeOf(fields: Fields<'record'>, day: DayField | undefined, reading: Reading): Located<TimeSpan> | undefined {
  const own = fields.first('time')
  const isDayField = day !== undefined && own !== undefined && scalarOf(own, reading) === day.scalar
  const time = own === undefined || isDayField ? undefined : timeIn(own, reading)
  if (time !== undefined) return time
  const start = clockIn(fields.first('start'), reading)
  const end = clockIn(fields.first('end'), reading)
  if (start !== undefined) {
    const last = end === undefined ? start.value.end : sameDay(start.value.start, end.value.start)
    return {
      value: last === undefined ? { start: start.value.start } : { start: start.value.start, end: last },
      at: start.at,
      raw: start.raw,
    }
  }
  const beside = day?.read?.time
  if (day === undefined || beside === undefined) return undefined
  const last = end !== undefined && beside.end === undefined ? sameDay(beside.start, end.value.start) : beside.end
  return {
    value: last === undefined ? { start: beside.start } : { start: beside.start, end: last },
    at: day.scalar.at,
    raw: day.scalar.text,
  }
}

const EVENING = 18 * 60
const MORNING = 6 * 60
const DAY = 1440

/** An end in the small hours of a meeting that began in the evening is of the next day. */
function sameDay(start: number, end: number): number {
  return start >= EVENING && end <= MORNING ? end + DAY : end
}

function timeIn(entry: SourceEntry, reading: Reading): Located<TimeSpan> | undefined {
  const time = clockIn(entry, reading)
  const scalar = isBlank(entry.value) ? undefined : scalarOf(entry, reading)
  if (time !== undefined || scalar === undefined || saysNone(scalar.text) || isHalfDay(scalar.text)) return time
  if (reading.dates.read(scalar.text)?.date !== undefined) return undefined
  reading.warn(
    'bad-time',
    `「${entry.key}」写作「${scalar.text.trim()}」，读不出是几点；应写起止时间，如 14:30-16:00`,
    scalar.at,
    scalar.text,
  )
  return undefined
}

/** 上午 and the like in 时间, or behind the day. */
function halfDayOf(fields: Fields<'record'>, day: DayField | undefined): Located<string> | undefined {
  const own = fields.first('time')?.value
  if (own?.type === 'scalar' && isHalfDay(own.text)) return { value: own.text.trim(), at: own.at }
  const beside = day?.read?.halfDay
  return day === undefined || beside === undefined
    ? undefined
    : { value: beside, at: day.scalar.at, raw: day.scalar.text }
}

function clockIn(entry: SourceEntry | undefined, reading: Reading): Located<TimeSpan> | undefined {
  const scalar = entry === undefined || isBlank(entry.value) ? undefined : scalarOf(entry, reading)
  if (scalar === undefined) return undefined
  const time = reading.dates.timeOf(scalar.text)
  return time && { value: time, at: scalar.at, raw: scalar.text }
}
