import * as z from 'zod'
import { type Period, periodLabel, periodsTouching } from '../../calendar/period.ts'
import { contains } from '../../calendar/range.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import { isExcusedOn, isMemberOn } from '../../ledger/membership.ts'
import { isEverybody, isNamed, leavesNamesOut } from '../../ledger/named-people.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { evidence, type Located } from '../../source/place.ts'
import { byText } from '../../text/order.ts'
import { type CheckContext, defineCheck, notApplicable, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue, regularity } from '../frequency/demand.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { holdsPost } from './member-posts.ts'
import { keeps, notKeptReason } from './register-kept.ts'

const Params = z.strictObject({
  kind: regularity.kind,
  per: regularity.per.default('year'),
  /** 每人每期至少多少小时。 */
  hours: z.number().positive(),
  /** 对谁要求：members 名册上的党员，named 登记里出现的人。 */
  of: z.enum(['members', 'named']).default('members'),
  /** 只要求职务、职级或岗位状态里有这些字样的党员。 */
  post: z.array(z.string()).min(1).optional(),
})
type Params = z.infer<typeof Params>

const MINUTES_AN_HOUR = 60

export const serviceHours = defineCheck({
  name: 'service-hours',
  summary: '按登记逐人累计服务时长，年中才开始登记的按月折算。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    if (periods.length === 0) return yield nothingDue(params)
    if (!keeps(ledger, params.kind)) return yield notEvaluated(notKeptReason(params.kind))
    if (params.of === 'members' && ledger.members === undefined) return yield notEvaluated(NO_ROSTER)
    const entries = ledger.records.filter((record) => params.kind.some((kind) => bears(record, kind)))
    for (const period of periods) yield* judgePeriod(ledger, entries, period, params, context)
  },
})

function* judgePeriod(
  ledger: Ledger,
  entries: readonly LedgerRecord[],
  period: DemandedPeriod,
  params: Params,
  context: CheckContext,
): Iterable<Outcome> {
  if (!period.isOver) return yield notDue(period.id)
  const unseen = unseenIn(ledger, { name: params.kind.join('、'), records: entries }, period, context.period)
  if (unseen !== undefined) return yield notEvaluated(unseen, period.id)
  const held = entries.filter((record): record is DatedRecord => isHeld(record, context.asOf))
  const people = params.of === 'members' ? membersMeant(ledger, period, params) : peopleNamed(held, period)
  if (people.length === 0) yield notApplicable('没有这项要求所指的人')
  for (const person of people) {
    const own = held.filter((record) => isNamed(record.people, person.value))
    const isOpen = held.some(
      (record) => contains(period, record.date.value) && !own.includes(record) && leavesNamesOut(record),
    )
    yield judgePerson(person, own, isOpen, period, params)
  }
}

function membersMeant(ledger: Ledger, { from, to }: Period, { post }: Params): Located<string>[] {
  const members = ledger.members ?? []
  return members
    .filter(
      (member) =>
        holdsPost(member, post) && members.filter(({ name }) => name.value === member.name.value).length === 1,
    )
    .filter((member) => [from, to].every((date) => isMemberOn(member, date) && !isExcusedOn(member, date)))
    .map(({ name }) => name)
}

function peopleNamed(entries: readonly DatedRecord[], period: Period): Located<string>[] {
  const named = new Map<string, Located<string>>()
  for (const entry of entries.filter(({ date }) => contains(period, date.value))) {
    const people = leavesNamesOut(entry) ? [] : entry.people.filter(({ value }) => !isEverybody(value))
    for (const person of people) if (!named.has(person.value)) named.set(person.value, person)
  }
  return [...named.values()].sort(byText(({ value }) => value))
}

function judgePerson(
  person: Located<string>,
  own: readonly DatedRecord[],
  isOpen: boolean,
  period: Period,
  { hours, of, kind }: Params,
): Outcome {
  const subject = `${period.id} ${person.value}`
  const counted = own.filter(({ date }) => contains(period, date.value))
  const lengths = counted.map(minutesOf)
  const sum = lengths.reduce((total: number, length) => total + (length ?? 0), 0) / MINUTES_AN_HOUR
  const demanded = of === 'named' ? shareOf(hours, own, period) : hours
  if (sum >= demanded) return pass(subject)
  if (lengths.includes(undefined)) return notEvaluated(`${person.value}的${kind.join('、')}登记有未写时长的`, subject)
  if (isOpen) return notEvaluated(`有的${kind.join('、')}登记没有逐人写明人员，不知道${person.value}是否参加`, subject)
  return {
    outcome: 'fail',
    subject,
    measure: sum / demanded,
    message: `${person.value}${periodLabel(period)}登记的${kind.join('、')}合计${round(sum)}小时，不足${round(demanded)}小时`,
    evidence: [evidence(person), ...counted.slice(0, ENTRIES_SHOWN).map(({ date }) => evidence(date))],
    data: { hours: round(sum), demanded: round(demanded) },
  }
}

const ENTRIES_SHOWN = 3

/** Of one who is first entered within the period, from that month on. */
function shareOf(hours: number, [first]: readonly DatedRecord[], period: Period): number {
  if (first === undefined || !contains(period, first.date.value)) return hours
  const from = first.date.value
  const left = periodsTouching({ from, to: period.to }, 'month').length
  return Math.floor((hours * left) / periodsTouching(period, 'month').length)
}

function minutesOf({ duration, hours, time }: DatedRecord): number | undefined {
  if (duration !== undefined) return duration.value
  if (hours !== undefined) return hours.value * MINUTES_AN_HOUR
  const { start, end } = time?.value ?? {}
  return start === undefined || end === undefined ? undefined : end - start
}

function round(hours: number): number {
  return Math.round(hours * 10) / 10
}
