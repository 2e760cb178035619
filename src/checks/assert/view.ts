import { monthOf, weekday, yearOf } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { committeeOn, groupNames, inOffice } from '../../ledger/branch-life.ts'
import { isHeld } from '../../ledger/held.ts'
import { fullMembersOn, isExemptOn, membersOn } from '../../ledger/membership.ts'
import type { Absences, AgendaItem, Count, Decision, Ledger, LedgerRecord, Member } from '../../ledger/schema.ts'
import type { Located } from '../../source/place.ts'
import { onceEach } from '../../text/once-each.ts'
import type { CheckContext } from '../contract.ts'
import { encodedName } from './names.ts'
import { TYPES, type TypeName } from './vocabulary.ts'

/** A thing of the ledger with what is needed to read its fields. */
interface Seen<T> {
  readonly thing: T
  readonly ledger: Ledger
  readonly context: CheckContext
}

/** How each field is read; `undefined` where the ledger does not say, which an expression then is told of. */
type Readers<T, N extends TypeName> = Readonly<Record<keyof (typeof TYPES)[N], (seen: Seen<T>) => unknown>>

type View<T> = new (seen: Seen<T>) => object

function viewOf<T, N extends TypeName>(name: N, readers: Readers<T, N>): View<T> {
  class FieldView {
    readonly seen: Seen<T>

    constructor(seen: Seen<T>) {
      this.seen = seen
    }
  }
  for (const [field, [chinese]] of Object.entries(TYPES[name])) {
    const read = readers[field as keyof (typeof TYPES)[N]]
    const getter = {
      get(this: FieldView) {
        return read(this.seen)
      },
    }
    Object.defineProperty(FieldView.prototype, field, getter)
    Object.defineProperty(FieldView.prototype, encodedName(chinese), getter)
  }
  return FieldView
}

const Item = viewOf<AgendaItem, 'Item'>('Item', {
  content: ({ thing }) => thing.content.value,
  class: ({ thing, context }) => thing.label?.value ?? context.classify(thing.content.value).class,
  speaker: ({ thing }) => thing.speaker?.value,
  minutes: ({ thing }) => thing.minutes?.value,
  speakers: ({ thing }) => thing.speeches.flatMap(({ name }) => name?.value ?? []),
})

const Task = viewOf<Decision, 'Decision'>('Decision', {
  task: ({ thing }) => thing.task.value,
  owner: ({ thing }) => thing.owner?.value,
  deadline: ({ thing }) => thing.deadline?.value ?? thing.deadlineText?.value,
  result: ({ thing }) => thing.result?.value,
})

const RecordOf = viewOf<LedgerRecord, 'Record'>('Record', {
  code: ({ thing }) => thing.code?.value,
  kinds: ({ thing }) => values(thing.kinds),
  register: ({ thing }) => thing.register ?? '',
  date: ({ thing }) => thing.date?.value,
  endDate: ({ thing }) => thing.endDate?.value,
  month: ({ thing }) => thing.date && monthOf(thing.date.value),
  weekday: ({ thing }) => thing.date && weekday(thing.date.value),
  dayOff: ({ thing, context }) => thing.date && !context.holidays.isWorkingDay(thing.date.value),
  start: ({ thing }) => thing.time?.value.start,
  end: ({ thing }) => thing.time?.value.end,
  minutes: ({ thing }) => thing.duration?.value ?? lengthOf(thing),
  groups: ({ thing }) => values(thing.groups),
  place: ({ thing }) => thing.place?.value,
  mode: ({ thing }) => thing.mode?.value,
  form: ({ thing }) => thing.form?.value,
  title: ({ thing }) => thing.title?.value,
  chair: ({ thing }) => thing.chair?.value,
  recorder: ({ thing }) => thing.recorder?.value,
  lecturer: ({ thing }) => thing.lecturer?.value,
  due: ({ thing }) => sizeOf(thing.attendance.due),
  present: ({ thing }) => sizeOf(thing.attendance.present),
  leave: ({ thing }) => absencesOf(thing.attendance.leave),
  absent: ({ thing }) => absencesOf(thing.attendance.absent),
  attendees: ({ thing }) => thing.attendance.present?.names && values(thing.attendance.present.names),
  guests: ({ thing }) => values(thing.attendance.guests?.names ?? []),
  agenda: ({ thing, ...rest }) => thing.agenda.map((item) => new Item({ thing: item, ...rest })),
  decisions: ({ thing, ...rest }) => thing.decisions.map((decision) => new Task({ thing: decision, ...rest })),
  people: ({ thing }) => values(thing.people),
  counterparts: ({ thing }) => values(thing.counterparts),
  jointBranches: ({ thing }) => values(thing.jointBranches),
  content: ({ thing }) => thing.content?.value,
  result: ({ thing }) => thing.result?.value,
  hours: ({ thing }) => thing.hours?.value,
  narrative: ({ thing }) => thing.minutes?.value,
  script: ({ thing }) => thing.script?.text,
  text: ({ thing }) => wholeText(thing),
  enteredOn: ({ thing }) => thing.enteredOn?.value,
  materialSource: ({ thing }) => thing.materialSource?.value,
  attachments: ({ thing }) => values(thing.attachments),
  others: ({ thing }) => othersOf(thing),
})

const MemberOf = viewOf<Member, 'Member'>('Member', {
  name: ({ thing }) => thing.name.value,
  code: ({ thing }) => thing.code?.value,
  birth: ({ thing }) => thing.birth?.value,
  age: ({ thing, context }) => thing.birth && context.asOf.year - yearOf(thing.birth.value),
  joined: ({ thing }) => thing.joined?.value,
  status: ({ thing }) => thing.status?.value ?? '正式党员',
  probationStart: ({ thing }) => thing.probationStart?.value,
  group: ({ thing }) => thing.group?.value,
  post: ({ thing }) => thing.post?.value,
  office: ({ thing }) => thing.office?.value,
  rank: ({ thing }) => thing.rank?.value,
  mobile: ({ thing }) => thing.mobile?.value ?? false,
  exempt: ({ thing, context }) => isExemptOn(thing, context.asOf),
  records: ({ thing, ...rest }) =>
    recordsInPeriod(rest)
      .filter(({ seen }) => isNamedIn(seen.thing, thing.name.value))
      .map(({ view }) => view),
})

const BranchOf = viewOf<Ledger, 'Branch'>('Branch', {
  id: ({ ledger }) => ledger.branch.id,
  name: ({ ledger }) => ledger.branch.name.value,
  scene: ({ ledger }) => ledger.branch.scene?.value,
  form: ({ ledger }) => ledger.branch.form?.value ?? '普通',
  superior: ({ ledger }) => ledger.branch.superior?.value,
  secretaries: ({ ledger, context }) => inOffice(ledger.branch.secretaries, context.asOf).map(({ name }) => name.value),
  committee: ({ ledger, context }) => committeeOn(ledger.branch, context.asOf),
  groups: ({ ledger }) => groupNames(ledger),
  founded: ({ ledger }) => ledger.branch.founded?.value,
  termStart: ({ ledger }) => ledger.branch.termStart?.value,
  members: ({ ledger, context }) =>
    membersOn(ledger, context.asOf)?.map((thing) => new MemberOf({ thing, ledger, context })),
  fullMembers: ({ ledger, context }) => fullMembersOn(ledger, context.asOf)?.length,
  registers: ({ ledger }) => ledger.registers,
  records: (seen) => recordsInPeriod(seen).map(({ view }) => view),
})

/** The classes that the type checker is told of. */
export const VIEWS = { Record: RecordOf, Item, Decision: Task, Member: MemberOf, Branch: BranchOf } as const

export function branchView(ledger: Ledger, context: CheckContext): object {
  return new BranchOf({ thing: ledger, ledger, context })
}

export function recordView(thing: LedgerRecord, ledger: Ledger, context: CheckContext): object {
  return new RecordOf({ thing, ledger, context })
}

export function memberView(thing: Member, ledger: Ledger, context: CheckContext): object {
  return new MemberOf({ thing, ledger, context })
}

/** What took place in the days that are examined. */
function recordsInPeriod({ ledger, context }: Omit<Seen<unknown>, 'thing'>) {
  return ledger.records
    .filter((record) => isHeld(record, context.asOf) && contains(context.period, record.date.value))
    .map((thing) => {
      const seen = { thing, ledger, context }
      return { seen, view: new RecordOf(seen) }
    })
}

function isNamedIn({ people, attendance, lecturer }: LedgerRecord, name: string): boolean {
  const named = [...people, ...(attendance.present?.names ?? [])]
  return lecturer?.value === name || named.some(({ value }) => value === name)
}

function values<T>(list: readonly Located<T>[]): T[] {
  return list.map(({ value }) => value)
}

function sizeOf(count: Count | undefined): number | undefined {
  return count?.number?.value ?? count?.names?.length
}

function absencesOf(absences: Absences | undefined): number | undefined {
  return absences?.number?.value ?? absences?.list?.length
}

function lengthOf({ time }: LedgerRecord): number | undefined {
  const { start, end } = time?.value ?? {}
  return start === undefined || end === undefined || end < start ? undefined : end - start
}

const wholeText = onceEach(joinedTexts)

function joinedTexts({ title, agenda, minutes, content, decisions, result }: LedgerRecord): string {
  return [title, ...agenda.map((item) => item.content), minutes, content, ...decisions.map(({ task }) => task), result]
    .flatMap((text) => text?.value ?? [])
    .join('\n')
}

function othersOf({ others }: LedgerRecord): Record<string, string> {
  const read: Record<string, string> = {}
  for (const [key, { value }] of Object.entries(others)) {
    read[key] = value
    read[encodedName(key)] = value
  }
  return read
}
