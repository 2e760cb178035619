import * as z from 'zod'
import { type Period, periodLabel } from '../../calendar/period.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, type DatedRecord, isDated, isHeld } from '../../ledger/held.ts'
import { isMemberOn } from '../../ledger/membership.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue } from '../frequency/demand.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'
import { monthsNamed } from './months-named.ts'
import { keeps, notKeptReason } from './register-kept.ts'

const Params = z.strictObject({
  /** 党费登记的类型。 */
  kind: z.string().default('党费'),
  /** 连续多少个月没有登记起提出。 */
  months: z.int().positive(),
})
type Params = z.infer<typeof Params>

/** All members at once: 全体党员, 全支部. */
const EVERYBODY = /全体|全部|所有|各党员|支部/u
/** What is said of the one who takes the money, not of those who pay. */
const COLLECTED = /收缴|收取|代收|上缴|上交/u
/** Somebody who is paid for by the organisation, or let off. */
const LET_OFF = /免[缴交]|减免|免收/u

/** The measure is the number of months in a row. */
export const monthlyDues = defineCheck({
  name: 'monthly-dues',
  summary: '按党费登记逐人核对各月有没有交纳，一次交几个月的按写明的月份算。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const months = demandedPeriods({ per: 'month' }, branchLife(ledger.branch), context)
    if (months.length === 0) return yield nothingDue({ per: 'month' })
    if (!keeps(ledger, [params.kind])) return yield notEvaluated(notKeptReason([params.kind]))
    if (ledger.members === undefined) return yield notEvaluated(NO_ROSTER)
    const over = months.filter(({ isOver }) => isOver)
    if (over.length === 0) return yield notDue(months[0]?.id)
    const records = ledger.records.filter((record) => bears(record, params.kind))
    const undated = records.find((record) => !isDated(record))
    if (undated !== undefined) return yield notEvaluated(`${recordName(undated)}没有可用的日期`)
    const members = unmistakable(ledger.members)
    const paid = paymentsOf(records.filter((record): record is DatedRecord => isHeld(record, context.asOf)))
    if (!namesPayers(paid, members)) return yield notEvaluated(`${params.kind}登记没有逐人写明`)
    for (const member of members) yield judgeMember(member, paid, over, params)
  },
})

interface Payment {
  /** `undefined`: of all members. */
  readonly names: readonly string[] | undefined
  /** Somebody may pay for another: 代孙立交纳. */
  readonly wording: string
  readonly months: ReadonlySet<string>
  readonly isLetOff: boolean
}

function paymentsOf(entries: readonly DatedRecord[]): Payment[] {
  return entries.map((entry) => {
    const named = [...entry.people, ...entry.counterparts].map(({ value }) => value)
    const wording = wordingOf(entry)
    return {
      names:
        named.length === 0 || named.some((name) => EVERYBODY.test(name)) || COLLECTED.test(wording) ? undefined : named,
      wording,
      months: monthsNamed(
        [wording, ...Object.values(entry.others).map(({ value }) => value)].join('\n'),
        entry.date.value,
      ),
      isLetOff: LET_OFF.test(wording),
    }
  })
}

/** Where only a few are named, they are more likely those who collect. */
function namesPayers(payments: readonly Payment[], members: readonly Member[]): boolean {
  const named = new Set(payments.flatMap(({ names }) => names ?? []))
  const known = members.filter(({ name }) => named.has(name.value)).length
  return known * 2 >= members.length || payments.every(({ names }) => names === undefined)
}

/** Of two members of one name, a register does not tell who paid. */
function unmistakable(members: readonly Member[]): Member[] {
  return members.filter(({ name }) => members.filter((other) => other.name.value === name.value).length === 1)
}

function judgeMember(
  member: Member,
  payments: readonly Payment[],
  over: readonly DemandedPeriod[],
  { months: fewest, kind }: Params,
): Outcome {
  const name = member.name.value
  const own = payments.filter(
    ({ names, wording }) => names === undefined || names.includes(name) || wording.includes(name),
  )
  const unpaid = over.filter(
    (month) => isThere(member, month) && !own.some(({ months, isLetOff }) => isLetOff || months.has(month.id)),
  )
  const run = longestRun(unpaid)
  const [first] = run
  const last = run.at(-1)
  if (run.length < fewest || first === undefined || last === undefined) return pass(name)
  const when = run.length === 1 ? periodLabel(first) : `${periodLabel(first)}至${periodLabel(last)}`
  return {
    outcome: 'fail',
    subject: name,
    measure: run.length,
    message: `台账未见${name}${when}的${kind}登记，连续${run.length}个月`,
    evidence: [evidence(member.name)],
    data: { months: run.map(({ id }) => id) },
  }
}

/** In the branch through the whole month: who moves pays where they were. */
function isThere(member: Member, { from, to }: Period): boolean {
  return isMemberOn(member, from) && isMemberOn(member, to)
}

function longestRun(months: readonly Period[]): Period[] {
  let run: Period[] = []
  let longest: Period[] = []
  for (const month of months) {
    const before = run.at(-1)
    run = before !== undefined && addDays(before.to, 1) === month.from ? [...run, month] : [month]
    if (run.length > longest.length) longest = run
  }
  return longest
}
