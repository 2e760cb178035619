import { isEverybody } from '../ledger/named-people.ts'
import { type Course, hasResult } from '../ledger/outcome.ts'
import type { LedgerRecord } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Located } from '../source/place.ts'
import { appraisalOf } from './appraisal.ts'
import { exactDayOf } from './days.ts'
import { type Fields, isBlank } from './keys.ts'
import { namesOf, peopleOf } from './people-fields.ts'
import type { Reading } from './reading.ts'
import { locatedAs, nameOf, readAs, saysNone, textOf, textsOf } from './scalars.ts'
import { readMode, readState } from './values/flags.ts'
import { readNumber, readWhole } from './values/numbers.ts'
import { readPeriod } from './values/periods.ts'
import { isNoName } from './values/person-words.ts'
import { readDuration } from './values/times.ts'

/** What of a record depends on one field each. */
type Fact =
  | 'code'
  | 'duration'
  | 'reason'
  | 'place'
  | 'mode'
  | 'jointBranches'
  | 'form'
  | 'chair'
  | 'delegation'
  | 'recorder'
  | 'lecturer'
  | 'appraisal'
  | 'people'
  | 'counterparts'
  | 'result'
  | 'hours'
  | 'writtenOn'
  | 'enteredOn'
  | 'lateNote'
  | 'materialSource'
  | 'attachments'

export function factsOf(fields: Fields<'record'>, reading: Reading): Pick<LedgerRecord, Fact> {
  return {
    code: nameOf(fields.first('code'), reading),
    duration: readAs(fields.first('duration'), reading, readDuration, '时长，如“90分钟”', 'bad-duration'),
    reason: textOf(fields.first('reason'), reading),
    place: nameOf(fields.first('place'), reading),
    mode: readAs(fields.first('mode'), reading, readMode, '“线下”“线上”或“结合”', 'bad-mode'),
    jointBranches: textsOf(fields.first('jointBranches'), reading),
    form: textOf(fields.first('form'), reading),
    chair: personOf(fields.first('chair'), reading),
    delegation: nameOf(fields.first('delegation'), reading),
    recorder: personOf(fields.first('recorder'), reading),
    lecturer: personOf(fields.first('lecturer'), reading),
    appraisal: appraisalOf(fields.first('appraisal'), reading),
    people: actorsOf(fields.first('people'), reading),
    counterparts: textsOf(fields.first('counterparts'), reading),
    result: textOf(fields.first('result'), reading),
    hours: readAs(fields.first('hours'), reading, readNumber, '学时数，如 8', 'bad-number'),
    writtenOn: exactDayOf(fields.first('writtenOn'), reading),
    enteredOn: exactDayOf(fields.first('enteredOn'), reading),
    lateNote: nameOf(fields.first('lateNote'), reading),
    materialSource: nameOf(fields.first('materialSource'), reading),
    attachments: fields.all('attachments').flatMap((entry) => textsOf(entry, reading)),
  }
}

/** 题目 of a lecture goes before 主题, which is then kept beside it. */
export function titleOf(
  fields: Fields<'record'>,
  reading: Reading,
): { title: Located<string> | undefined; surplus: SourceEntry | undefined } {
  const lecture = textOf(fields.first('lectureTitle'), reading)
  const title = nameOf(fields.first('title'), reading)
  if (lecture === undefined || saysNone(lecture.value)) return { title, surplus: undefined }
  return {
    title: lecture,
    surplus: title === undefined || title.value === lecture.value ? undefined : fields.first('title'),
  }
}

/** Whom an entry names. Where that is not everybody who was there (王建国等三十人, 参训党员), the field is not all read. */
function actorsOf(entry: SourceEntry | undefined, reading: Reading): Located<string>[] {
  if (entry === undefined || isBlank(entry.value)) return []
  const { people, others, count = 0 } = peopleOf(entry, reading)
  const names = [...people.map(({ name }) => name), ...others]
  const all = names.length > 0 ? [] : textsOf(entry, reading).filter(({ value }) => isEverybody(value))
  const isAll = all.length > 0 || others.some(({ value }) => isEverybody(value))
  if (!isAll && (count > names.length || others.some(({ value }) => isNoName(value))))
    reading.markIllegible(entry.value.at)
  return [...names, ...all]
}

/** Who presides, records or lectures, by name; an office beside it stays as `raw`. Several are one text: 王建国、赵敏. */
function personOf(entry: SourceEntry | undefined, reading: Reading): Located<string> | undefined {
  if (entry === undefined || isBlank(entry.value)) return undefined
  const names = namesOf(entry, reading)
  const [first] = names
  if (first === undefined) return undefined
  if (names.length > 1) return { value: names.map(({ value }) => value).join('、'), at: first.at }
  return entry.value.type === 'scalar' ? locatedAs(first.value, first.at, entry.value.text.trim()) : first
}

/** 审核状态 and the like say nothing of whether the meeting was held. */
const OF_PAPERWORK = /审核|提交|驳回|通过|撤回|归档|纪要|上报|录入|进行中/u
/** Set down and not handed in. A meeting to come looks like that, and one whose record is not finished. */
const DRAFT = /^(?:草稿|暂存|(?:未|待|尚未)提交|编辑中)/u

/** Whether it was held, as far as the record says so itself: a draft that tells nothing of its course is a 计划. */
export function stateOf(fields: Fields<'record'>, course: Course, reading: Reading): LedgerRecord['state'] {
  const entry = fields.first('state')
  const text = textOf(entry, reading)
  if (text !== undefined && DRAFT.test(text.value)) return hasResult(course) ? undefined : planned(text, reading)
  if (text === undefined || OF_PAPERWORK.test(text.value)) return undefined
  return readAs(entry, reading, readState, '“计划”“已开”“取消”或“延期”', 'bad-state')
}

function planned({ value, at }: Located<string>, reading: Reading): LedgerRecord['state'] {
  reading.note(
    'draft-as-plan',
    `「状态」写作「${value}」，又没有到会情况和会议结果，按计划读取，不当作已开的会议；已经开过的请写明“已开”`,
    at,
    value,
  )
  return { value: '计划', at, raw: value }
}

const EARLIEST_YEAR = 1949
const LATEST_YEAR = 2100

function readYear(text: string): number | undefined {
  const year = readWhole(text.replace(/年度?\s*$/u, ''))
  return year !== undefined && year >= EARLIEST_YEAR && year <= LATEST_YEAR ? year : undefined
}

/**
 * 所属年度. A column called just 年度 mostly says when a row was held, so one that says no more than the date is none:
 * a meeting of January is as a rule for the year before.
 */
export function yearOf(
  fields: Fields<'record'>,
  date: LedgerRecord['date'],
  reading: Reading,
): Located<number> | undefined {
  const entry = fields.first('year')
  const year = readAs(entry, reading, readYear, '年份，如 2025', 'bad-year')
  const isOfDate = year !== undefined && date?.value.startsWith(`${year.value}-`)
  return isOfDate && entry?.key.trim() === '年度' ? undefined : year
}

/** 补开: a period by its id; where no year is written, that of the record's own day. */
export function makeUpOf(
  fields: Fields<'record'>,
  date: LedgerRecord['date'],
  reading: Reading,
): Located<string> | undefined {
  const entry = fields.first('makeUpFor')
  const text = textOf(entry, reading)
  if (text === undefined || /^(?:否|不是|非)$/u.test(text.value)) return undefined
  const year = date === undefined ? undefined : Number(date.value.slice(0, 4))
  return readAs(
    entry,
    reading,
    (written) => readPeriod(written, year),
    '补的是哪一期，如“2026Q1”“2026年3月”',
    'bad-period',
  )
}
