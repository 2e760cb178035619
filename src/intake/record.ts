import { impliedKinds } from '../ledger/implied-kinds.ts'
import type { Attendance, LedgerRecord } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { appraisalOf } from './appraisal.ts'
import { attendanceOf } from './attendance.ts'
import { dayOf } from './days.ts'
import { decisionsOf } from './decisions.ts'
import { type Fields, isBlank } from './keys.ts'
import { kindsOf } from './kinds.ts'
import { othersOf } from './others.ts'
import { namesOf } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { daysOf } from './record-days.ts'
import { recordGroupsOf } from './record-groups.ts'
import { baseKey } from './record-keys.ts'
import { proseOf } from './record-prose.ts'
import { nameOf, saysNone, textOf, textsOf, valueOf } from './scalars.ts'
import { scriptOf } from './script.ts'
import { readMode, readState } from './values/flags.ts'
import { readNumber, readWhole } from './values/numbers.ts'
import { readPeriod } from './values/periods.ts'
import { readDuration } from './values/times.ts'

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
  { register, keepsBranch = false }: RecordDefaults = {},
): LedgerRecord | undefined {
  const kinds = kindsOf(fields, register, reading)
  if (kinds.length === 0 && !DAYS.some((field) => isGiven(fields.first(field)))) return reject(fields, reading)
  reading.records += 1
  if (kinds.length === 0) {
    reading.warn('missing-kind', '这一条没有写类型，不计入任何一类；请补上类型，如党员大会、支委会、党课', fields.at, '')
  }
  const ownRegister = register?.value ?? kinds.find(({ value }) => reading.settings.kinds.isRegister(value))?.value
  const isRegister = ownRegister !== undefined && (register !== undefined || kinds.length === 1)
  const { state: impliedState, ...days } = daysOf(fields, reading)
  const prose = proseOf(fields, isRegister, reading)
  const scriptField = scriptOf(fields.first('script'), fields.at, reading)
  const { title, others: besideTitle } = titleOf(fields, reading)
  const groups = recordGroupsOf(fields, kinds, reading)
  const decisions = decisionsOf(fields, days.date?.value, reading)
  const attendance = attendanceOf(fields, reading)
  const implied = impliedKinds({ kinds, groups, title, agenda: prose.agenda })
  const record: Omit<LedgerRecord, 'key'> = {
    code: nameOf(fields.first('code'), reading),
    register: isRegister ? ownRegister : undefined,
    kinds: [...kinds, ...implied],
    ...days,
    duration: valueOf(fields.first('duration'), reading, readDuration, '时长，如“90分钟”', 'bad-duration'),
    state: stateOf(fields, reading) ?? impliedState,
    reason: textOf(fields.first('reason'), reading),
    makeUpFor: makeUpOf(fields, days.date, reading),
    year: valueOf(fields.first('year'), reading, readYear, '年份，如 2025', 'bad-year'),
    groups,
    place: nameOf(fields.first('place'), reading),
    mode: valueOf(fields.first('mode'), reading, readMode, '“线下”“线上”或“结合”', 'bad-mode'),
    jointBranches: textsOf(fields.first('jointBranches'), reading),
    title,
    form: textOf(fields.first('form'), reading),
    chair: personOf(fields.first('chair'), reading),
    delegation: nameOf(fields.first('delegation'), reading),
    recorder: personOf(fields.first('recorder'), reading) ?? prose.recorder,
    lecturer: personOf(fields.first('lecturer'), reading),
    attendance,
    agenda: prose.agenda,
    minutes: prose.minutes,
    decisions,
    appraisal: appraisalOf(fields.first('appraisal'), reading),
    script: scriptField !== undefined && 'script' in scriptField ? scriptField.script : undefined,
    people: namesOf(fields.first('people'), reading),
    counterparts: textsOf(fields.first('counterparts'), reading),
    content: prose.content,
    result: textOf(fields.first('result'), reading),
    hours: valueOf(fields.first('hours'), reading, readNumber, '学时数，如 8', 'bad-number'),
    writtenOn: dayOf(fields.first('writtenOn'), reading, 'last'),
    enteredOn: dayOf(fields.first('enteredOn'), reading, 'last'),
    lateNote: nameOf(fields.first('lateNote'), reading),
    materialSource: nameOf(fields.first('materialSource'), reading),
    attachments: fields.all('attachments').flatMap((entry) => textsOf(entry, reading)),
    others: othersOf(
      fields,
      [
        ...prose.unassigned,
        ...(decisions.length === 0 ? OF_DECISIONS.map((field) => fields.first(field)) : []),
        namesAbsent(attendance) ? undefined : fields.first('absenceReason'),
        keepsBranch ? fields.first('branch') : undefined,
        besideTitle,
        scriptField !== undefined && 'note' in scriptField ? scriptField.note : undefined,
        days.date !== undefined && impliedState === undefined ? fields.first('planned') : undefined,
      ],
      reading,
    ),
    at: fields.at,
  }
  return { key: baseKey(record), ...record }
}

/** Columns that say more of decisions, and nothing where there is none. */
const OF_DECISIONS = ['decisionOwner', 'decisionDeadline', 'decisionResult'] as const

function namesAbsent({ leave, absent }: Attendance): boolean {
  return [leave, absent].some((absences) => absences?.list !== undefined && absences.list.length > 0)
}

const DAYS = ['date', 'time', 'start', 'planned'] as const

function isGiven(entry: SourceEntry | undefined): boolean {
  return entry !== undefined && !isBlank(entry.value)
}

function reject(fields: Fields<'record'>, reading: Reading): undefined {
  reading.rejected += 1
  reading.error(
    'no-record',
    '这一条既没有日期也没有类型，看不出是什么记录，没有读取；请按原始记录补上日期和类型',
    fields.at,
    '',
  )
  return undefined
}

/** 题目 of a lecture goes before 主题, which is then kept beside it. */
function titleOf(
  fields: Fields<'record'>,
  reading: Reading,
): { title: Located<string> | undefined; others: SourceEntry | undefined } {
  const lecture = textOf(fields.first('lectureTitle'), reading)
  const title = nameOf(fields.first('title'), reading)
  if (lecture === undefined || saysNone(lecture.value)) return { title, others: undefined }
  return { title: lecture, others: title === undefined || title.value === lecture.value ? undefined : fields.first('title') }
}

/** Who presides, records or lectures; several are one text: 王建国、赵敏. */
function personOf(entry: SourceEntry | undefined, reading: Reading): Located<string> | undefined {
  if (!isGiven(entry)) return undefined
  const names = namesOf(entry, reading)
  const [first] = names
  return first && (names.length === 1 ? first : { value: names.map(({ value }) => value).join('、'), at: first.at })
}

/** 审核状态 and the like say nothing of whether the meeting was held. */
const OF_PAPERWORK = /审核|提交|驳回|通过|暂存|撤回|归档|纪要|上报|录入|进行中/u

function stateOf(fields: Fields<'record'>, reading: Reading): LedgerRecord['state'] {
  const entry = fields.first('state')
  const text = textOf(entry, reading)
  if (text === undefined || OF_PAPERWORK.test(text.value)) return undefined
  return valueOf(entry, reading, readState, '“计划”“已开”“取消”或“延期”', 'bad-state')
}

const EARLIEST_YEAR = 1949
const LATEST_YEAR = 2100

function readYear(text: string): number | undefined {
  const year = readWhole(text.replace(/年度?\s*$/u, ''))
  return year !== undefined && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? year : undefined
}

/** 补开: a period by its id; where no year is written, that of the record's own day. */
function makeUpOf(
  fields: Fields<'record'>,
  date: LedgerRecord['date'],
  reading: Reading,
): Located<string> | undefined {
  const entry = fields.first('makeUpFor')
  const text = textOf(entry, reading)
  if (text === undefined || /^(?:否|不是|非)$/u.test(text.value)) return undefined
  const year = date === undefined ? undefined : Number(date.value.slice(0, 4))
  return valueOf(entry, reading, (written) => readPeriod(written, year), '补的是哪一期，如“2026Q1”“2026年3月”', 'bad-period')
}
