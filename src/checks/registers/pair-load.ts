import * as z from 'zod'
import { type Period, periodLabel } from '../../calendar/period.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import { isExemptOn, isMemberOn } from '../../ledger/membership.ts'
import { isEverybody, isNamed, leavesNamesOut } from '../../ledger/named-people.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { byText } from '../../text/order.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue, regularity } from '../frequency/demand.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { holdsPost } from './member-posts.ts'
import { keeps, notKeptReason } from './register-kept.ts'

const Load = z.strictObject({
  /** 职务、职级或岗位状态里有这些字样的；不写则是其余的人。 */
  post: z.array(z.string()).min(1).optional(),
  /** 每人至少几名对象。 */
  atLeast: z.int().nonnegative().default(1),
  /** 每人至多几名对象。 */
  atMost: z.int().positive().optional(),
})
type Load = z.infer<typeof Load>

const Params = z.strictObject({
  /** 登记结对的专项台账，“人员”是负责人，“对象”是结对的人。 */
  kind: regularity.kind,
  per: regularity.per,
  /** 各类人员的名额；一个人按第一条说到他的算，都没有说到的不要求。 */
  loads: z.array(Load).min(1),
  /** 一名对象是不是只能由一个人负责。 */
  exclusive: z.boolean().default(false),
  /** 名册上说到的每名党员是不是都要有对象；不写则只看登记里有的人。 */
  everyone: z.boolean().default(false),
})
type Params = z.infer<typeof Params>

export const pairLoad = defineCheck({
  name: 'pair-load',
  summary: '按结对登记核对每人负责几名对象、有没有一名对象分在两个人名下。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    if (periods.length === 0) yield nothingDue(params)
    else if (!keeps(ledger, params.kind)) yield notEvaluated(notKeptReason(params.kind))
    else if (ledger.members === undefined) yield notEvaluated(`${NO_ROSTER}，不知道各人的职务和岗位`)
    else for (const period of periods) yield* judgePeriod(ledger, ledger.members, period, params, context)
  },
})

function* judgePeriod(
  ledger: Ledger,
  members: readonly Member[],
  period: DemandedPeriod,
  params: Params,
  context: CheckContext,
): Iterable<Outcome> {
  if (!period.isOver) return yield notDue(period.id)
  const records = ledger.records.filter((record) => params.kind.some((kind) => bears(record, kind)))
  const unseen = unseenIn(ledger, { name: params.kind.join('、'), records }, period, context.period)
  if (unseen !== undefined) return yield notEvaluated(unseen, period.id)
  const entries = records.filter((record): record is DatedRecord => isHeld(record, context.asOf))
  for (const member of members) yield* judgeMember(member, entries, period, params)
  if (params.exclusive) yield* sharedCounterparts(entries, period)
}

function* judgeMember(
  member: Member,
  entries: readonly DatedRecord[],
  period: Period,
  { loads, everyone, kind }: Params,
): Iterable<Outcome> {
  const load = loads.find(({ post }) => holdsPost(member, post))
  if (load === undefined || !isThere(member, period)) return
  const name = member.name.value
  const own = entries.filter(({ people }) => people.some(({ value }) => value === name))
  // What was paired a year ago or less may go on without an entry in this period.
  const known = countOf(own, { from: addDays(period.to, -DAYS_A_YEAR), to: period.to })
  const running = countOf(
    own.filter(({ people }) => people.length === 1),
    period,
  )
  if (known === 0 && !everyone) return
  const subject = `${period.id} ${name}`
  const fault = faultOf(load, known, running)
  if (fault === undefined) return yield pass(subject)
  const isOpen = entries.some((entry) => !own.includes(entry) && (leavesNamesOut(entry) || isNamed(entry.people, name)))
  if (known < load.atLeast && isOpen) {
    return yield notEvaluated(`有的${kind.join('、')}登记没有逐人写明人员，不知道${name}负责几名对象`, subject)
  }
  yield {
    outcome: 'fail',
    subject,
    message: `${periodLabel(period)}${kind.join('、')}登记中，${name}${fault}`,
    evidence: [evidence(member.name), ...own.slice(0, ENTRIES_SHOWN).map(({ date }) => evidence(date))],
    data: { count: known, atLeast: load.atLeast, atMost: load.atMost ?? null },
  }
}

const DAYS_A_YEAR = 365
const ENTRIES_SHOWN = 3

function isThere(member: Member, { from, to }: Period): boolean {
  return [from, to].every((date) => isMemberOn(member, date) && !isExemptOn(member, date))
}

function countOf(records: readonly DatedRecord[], range: Pick<Period, 'from' | 'to'>): number {
  const counted = records.filter(({ date }) => contains(range, date.value))
  return new Set(counted.flatMap(({ counterparts }) => counterparts.map(({ value }) => value))).size
}

function faultOf({ atLeast, atMost }: Load, known: number, running: number): string | undefined {
  if (known === 0 && atLeast > 0) return '没有对象'
  if (known < atLeast) return `有${known}名对象，应不少于${atLeast}名`
  return atMost !== undefined && running > atMost ? `有${running}名对象，应不超过${atMost}名` : undefined
}

/** What one person has to do with a counterpart, from the first entry to the last. */
interface Charge extends DateRange {
  readonly person: string
  readonly at: Evidence
}

/** Two whose entries with one counterpart lie one after the other handed over; an entry of both was a common visit. */
function* sharedCounterparts(entries: readonly DatedRecord[], period: Period): Iterable<Outcome> {
  for (const [name, charges] of [...chargesIn(entries, period)].sort(byText(([name]) => name))) {
    const [one, other] = charges.filter((charge) => charges.some((another) => overlap(charge, another)))
    if (one === undefined || other === undefined) continue
    yield {
      outcome: 'fail',
      subject: `${period.id} ${name}`,
      message: `${periodLabel(period)}${name}同时登记在${one.person}和${other.person}名下`,
      evidence: [one.at, other.at],
    }
  }
}

/** By counterpart; entries come by date. */
function chargesIn(entries: readonly DatedRecord[], period: Period): Map<string, Charge[]> {
  const charges = new Map<string, Charge[]>()
  for (const entry of entries) {
    const { people, counterparts, date } = entry
    const [person, ...others] = people
    if (person === undefined || others.length > 0 || leavesNamesOut(entry) || isEverybody(person.value)) continue
    if (!contains(period, date.value)) continue
    for (const { value } of counterparts) {
      const known = charges.get(value) ?? []
      const before = known.find((charge) => charge.person === person.value)
      const charge = before ?? { person: person.value, from: date.value, to: date.value, at: evidence(date) }
      charges.set(value, [...known.filter((one) => one !== before), { ...charge, to: date.value }])
    }
  }
  return charges
}

function overlap(a: Charge, b: Charge): boolean {
  return a !== b && a.from <= b.to && b.from <= a.to
}
