import type { PlainDate } from '../../calendar/plain-date.ts'
import { type DatedRecord, isDated } from '../../ledger/held.ts'
import type { Absence, Ledger, LedgerRecord, Member, Speech } from '../../ledger/schema.ts'
import { type Evidence, evidence, evidenceAt, type Located, type Place } from '../../source/place.ts'
import { recordName } from '../record-name.ts'
import { grouped } from './grouped.ts'

/** A meeting whose hours and place are known, with those who are named as there. */
export interface MeetingFact {
  readonly type: 'meeting'
  readonly branch: string
  readonly branchName: string
  readonly record: string
  readonly name: string
  readonly date: PlainDate
  /** Minutes since midnight. */
  readonly start: number
  readonly end: number
  readonly place: string
  readonly title: string
  readonly heldWith: readonly string[]
  readonly isGroupMeeting: boolean
  /** Of the only meeting of a day, those alone who may be known in another branch. */
  readonly people: readonly PersonFact[]
  readonly at: Evidence
}

/** One who was at a meeting. */
export interface PersonFact {
  readonly name: string
  /** Beyond this branch: 编号 or birth together with the name; absent where neither is known. */
  readonly identity?: string
  /** What the person is told as doing there, and where. */
  readonly what: string
  readonly at: Place
}

/** One who is told as absent and, in the same record, as doing what only those present can. */
export interface AbsentFact {
  readonly type: 'absent'
  readonly branch: string
  readonly record: string
  readonly name: string
  readonly date: PlainDate
  readonly person: string
  readonly deeds: readonly string[]
  readonly evidence: readonly Evidence[]
}

/** A branch and the days of its meetings, so that each branch gets its verdict. */
export interface BranchFact {
  readonly type: 'branch'
  readonly branch: string
  readonly meetings: readonly PlainDate[]
}

export type ClashFact = MeetingFact | AbsentFact | BranchFact

interface Deed {
  readonly name: string
  readonly what: string
  readonly at: Place
}

export function* clashFacts(ledger: Ledger): Iterable<ClashFact> {
  const records = ledger.records.filter(isMeeting)
  const roster = grouped(ledger.members ?? [], ({ name }) => name.value)
  yield { type: 'branch', branch: ledger.branch.id, meetings: records.map(({ date }) => date.value) }
  const days = grouped(records, ({ date }) => date.value)
  for (const record of records) {
    const deeds = deedsOf(record).filter(({ name }) => (roster.get(name)?.length ?? 0) < 2)
    const isAlone = days.get(record.date.value)?.length === 1
    yield* meetingFact(ledger, record, deeds, { roster, isAlone })
    yield* absentFacts(ledger, record, deeds)
  }
}

function isMeeting(record: LedgerRecord): record is DatedRecord {
  return isDated(record) && record.register === undefined && (record.state?.value ?? '已开') === '已开'
}

function* meetingFact(
  { branch }: Ledger,
  record: DatedRecord,
  deeds: readonly Deed[],
  { roster, isAlone }: { roster: ReadonlyMap<string, readonly Member[]>; isAlone: boolean },
): Iterable<MeetingFact> {
  const { time, place, mode, endDate } = record
  if (time?.value.end === undefined || place === undefined || endDate !== undefined) return
  if (mode !== undefined && mode.value !== '线下') return
  const present = (record.attendance.present?.names ?? []).filter(({ raw = '' }) => !PARTLY_THERE.test(raw))
  const there = [...deeds, ...present.map((name) => deed(name, '到会'))]
  const people = firstOfEach(there).flatMap(({ name, what, at }): PersonFact[] => {
    const identity = identityOf(name, roster.get(name))
    return isAlone && identity === undefined ? [] : [{ name, ...(identity && { identity }), what, at }]
  })
  yield {
    type: 'meeting',
    branch: branch.id,
    branchName: branch.name.value,
    record: record.key,
    name: recordName(record),
    date: record.date.value,
    start: time.value.start,
    end: time.value.end,
    place: folded(place.value),
    title: folded(record.title?.value ?? ''),
    heldWith: record.jointBranches.map(({ value }) => value),
    isGroupMeeting: record.kinds.some(({ value }) => value === '党小组会'),
    people,
    at: evidence(time),
  }
}

/** What each person is told first as doing. */
function firstOfEach(deeds: readonly Deed[]): Deed[] {
  const byName = new Map<string, Deed>()
  for (const one of deeds) if (!byName.has(one.name)) byName.set(one.name, one)
  return [...byName.values()]
}

function identityOf(name: string, members: readonly Member[] | undefined): string | undefined {
  const [member] = members ?? []
  const mark = member?.code?.value ?? member?.birth?.value
  return mark === undefined ? undefined : `${name}\n${mark}`
}

/** Part of the time only, or not in the room: such a one may well have spoken. */
const PARTLY_THERE = /迟到|早退|晚到|后到|中途|途中|提前离|半程|会后|视频|线上|连线|电话|远程/u

function* absentFacts({ branch }: Ledger, record: DatedRecord, deeds: readonly Deed[]): Iterable<AbsentFact> {
  const { leave, absent } = record.attendance
  for (const [list, called] of [
    [leave?.list, '请假'],
    [absent?.list, '缺席'],
  ] as const) {
    for (const absence of list ?? []) {
      const person = personIn(absence.name.value)
      const done = deeds.filter(({ name }) => name === person)
      if (done.length === 0 || isPartlyThere(absence)) continue
      yield {
        type: 'absent',
        branch: branch.id,
        record: record.key,
        name: recordName(record),
        date: record.date.value,
        person: absence.name.value,
        deeds: [called, ...new Set(done.map(({ what }) => what))],
        evidence: [
          evidenceAt(absence.name.at, `${called}：${absence.name.value}`),
          ...done.map(({ what, at }) => evidenceAt(at, `${what}：${absence.name.value}`)),
        ],
      }
    }
  }
}

function isPartlyThere({ reason }: Absence): boolean {
  return PARTLY_THERE.test(reason?.value ?? '')
}

/** Who is said to have done what at the meeting in person. */
function deedsOf(record: LedgerRecord): Deed[] {
  const { chair, recorder, lecturer, agenda } = record
  return [
    ...doing(chair, '主持'),
    ...doing(recorder, '记录'),
    ...doing(lecturer, '讲课'),
    ...agenda.flatMap(({ speaker, speeches }) => [
      ...doing(speaker, '主讲'),
      ...speeches.filter((speech) => !isFromAfar(speech)).flatMap(({ name }) => doing(name, '发言')),
    ]),
  ]
}

/** In writing, by another's mouth or over the line. */
const FROM_AFAR = /书面|委托|代为|代读|转达|代发言|线上|视频|连线|电话/u

function isFromAfar({ mode, content }: Speech): boolean {
  return FROM_AFAR.test(mode?.value ?? '') || FROM_AFAR.test((content?.value ?? '').slice(0, 12))
}

function doing(names: Located<string> | undefined, what: string): Deed[] {
  if (names === undefined) return []
  return names.value
    .split(/[、，,；;\s]+/u)
    .filter((name) => name !== '')
    .map((name) => ({ name: personIn(name), what, at: names.at }))
}

function deed(name: Located<string>, what: string): Deed {
  return { name: personIn(name.value), what, at: name.at }
}

/** 王建国（书记） → 王建国. */
function personIn(name: string): string {
  return name.replace(/[（(][^）)]*[）)]/gu, '').trim()
}

function folded(text: string): string {
  return text.replace(/[\s，。、（）()“”"·]/gu, '')
}
