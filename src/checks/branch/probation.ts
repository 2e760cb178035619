import * as z from 'zod'
import type { SomeDay } from '../../calendar/judging-day.ts'
import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { monthsWithout } from '../../ledger/coverage.ts'
import { type DatedRecord, heldOf } from '../../ledger/held.ts'
import { memberTime } from '../../ledger/membership.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { type Evidence, evidence, evidenceAt } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { unknownReason } from '../frequency/reach.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { wordingOf } from '../records/record-texts.ts'

const Params = z.strictObject({
  /** 预备期，月。 */
  months: z.int().positive().default(12),
  /** 预备期满后多少天内应有党员大会讨论。 */
  within: z.int().positive().default(31),
})
type Params = z.infer<typeof Params>

const CONFIRMATION = /转正|转(?:为|成)?正式党员|成为正式党员|预备期满|延长.{0,10}预备期|取消.{0,10}预备党员/u
const ADMISSION = /(?:接收|吸收).{0,20}预备党员/u
const EXTENSION = /延长[^。；\n]{0,20}预备期[^。；\n]{0,12}/u
const HALF_YEAR = /半年|六个月|6个月/u

export const probation = defineCheck({
  name: 'probation',
  summary: '预备期满后规定天数内，有没有讨论转正（或延长、取消）的党员大会。',
  params: Params,
  *judge(ledger, params, context): Iterable<Outcome> {
    if (ledger.members === undefined) return yield notEvaluated(`${NO_ROSTER}，不知道有无预备党员`)
    for (const member of ledger.members) yield* outcomesOf(ledger, member, params, context)
  },
})

function* outcomesOf(ledger: Ledger, member: Member, params: Params, context: CheckContext): Iterable<Outcome> {
  const name = member.name.value
  const start = probationStart(ledger, member, context.asOf)
  if (start === undefined) {
    if (member.status?.value === '预备党员') yield notEvaluated(`${name}缺预备期起`, name)
    return
  }
  const probation = probationOf(ledger, member, start, params, context.asOf)
  const { end, last } = probation
  const isElsewhere = !contains(memberTime(member), last) || (member.movedIn?.value ?? start) > end
  if (isElsewhere) return
  if (!context.asOf.isPast(last)) yield notDue(name)
  else if (contains(context.period, last)) yield outcomeOf(ledger, member, probation, params, context)
}

interface Probation {
  readonly start: PlainDate
  /** 预备期满, an extension included. */
  readonly end: PlainDate
  /** The last day for the 党员大会 on it. */
  readonly last: PlainDate
  /** Those on it, by date; where the time was extended, those since. */
  readonly meetings: readonly DatedRecord[]
}

function probationOf(ledger: Ledger, member: Member, start: PlainDate, params: Params, asOf: SomeDay): Probation {
  const name = member.name.value
  const meetings = heldOf(ledger, '党员大会', asOf).filter(
    (record) => record.date.value > start && isOn(wordingOf(record), name, ledger.members ?? []),
  )
  const extending = meetings.findLast((record) => extensionIn(wordingOf(record)) > 0)
  const extension = extending === undefined ? 0 : extensionIn(wordingOf(extending))
  const end = addMonths(start, params.months + extension)
  return {
    start,
    end,
    last: addDays(end, params.within),
    meetings: meetings.filter(({ date }) => extending === undefined || date.value > extending.date.value),
  }
}

/** As the roster says, else the day of the 党员大会 that took the person in. */
function probationStart(ledger: Ledger, member: Member, asOf: SomeDay): PlainDate | undefined {
  if (member.probationStart !== undefined) return member.probationStart.value
  if (member.status?.value !== '预备党员') return undefined
  if (member.joined !== undefined) return member.joined.value
  const admission = heldOf(ledger, '党员大会', asOf).find(({ agenda }) =>
    agenda.some(({ content }) => ADMISSION.test(content.value) && content.value.includes(member.name.value)),
  )
  return admission?.date.value
}

/** Names the member, or names none of the other members on probation. */
function isOn(wording: string, name: string, members: readonly Member[]): boolean {
  if (!CONFIRMATION.test(wording)) return false
  if (wording.includes(name)) return true
  return !members.some((other) => other.probationStart !== undefined && wording.includes(other.name.value))
}

/** Months by which the meeting put the end of the probation off: a year, the most there is, where it does not say. */
function extensionIn(wording: string): number {
  const sentence = EXTENSION.exec(wording)?.[0]
  if (sentence === undefined) return 0
  return HALF_YEAR.test(sentence) ? 6 : 12
}

function outcomeOf(
  ledger: Ledger,
  member: Member,
  { start, end, last, meetings }: Probation,
  { within }: Params,
  { period }: CheckContext,
): Outcome {
  const name = member.name.value
  if (meetings.some(({ date }) => date.value <= last)) return pass(name)
  const unknown = end < period.from ? monthsWithout(ledger, { from: end, to: addDays(period.from, -1) }) : []
  if (unknown.length > 0) return notEvaluated(unknownReason(unknown), name)
  const [late] = meetings
  const found =
    late === undefined ? '台账未见讨论其转正的党员大会记录' : `未见讨论其转正的党员大会，${late.date.value}才有`
  return {
    outcome: 'fail',
    subject: name,
    message: `${name}的预备期自${start}起、${end}期满，期满后${within}天内${found}`,
    evidence: evidenceOf(member, late),
    data: { start, end },
  }
}

function evidenceOf(member: Member, late: DatedRecord | undefined): Evidence[] {
  return [
    evidence(member.probationStart ?? member.joined ?? member.name),
    ...(late === undefined ? [] : [evidenceAt(late.date.at, late.key)]),
  ]
}
