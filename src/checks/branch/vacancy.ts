import * as z from 'zod'
import { dateOf, hasCome, isPast, type SomeDay } from '../../calendar/judging-day.ts'
import { addDays, addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { branchLife, inOffice } from '../../ledger/branch-life.ts'
import { isHeld } from '../../ledger/held.ts'
import type { Branch, Ledger, Tenure } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { wordingOf } from '../records/record-texts.ts'
import { judgingDay } from './judging-day.ts'

const Params = z.strictObject({
  /** 出缺多少个月以内应当补上。 */
  months: z.int().positive(),
})
type Params = z.infer<typeof Params>

/** A by-election, or the word of the superior that somebody takes over. */
const FILLED =
  /补选|增补|补齐|任命|指派|临时负责|主持.{0,6}工作|(?:选举|推选|选出|当选|担任|接任|兼任|代理|代行|暂代).{0,8}(?:书记|委员)/u

/** The measure is the number of offices that stand empty. */
export const vacancy = defineCheck({
  name: 'vacancy',
  summary: '按写明的任职起止日期核对书记、委员离任以后有没有及时补上。',
  params: Params,
  *judge(ledger: Ledger, { months }: Params, context): Iterable<Outcome> {
    const { branch } = ledger
    const day = judgingDay(context)
    if (isPast(branchLife(branch).to, day)) return yield notApplicable('支部已撤销')
    const offices = OFFICES.map(([name, of]) => ({ name, tenures: of(branch) })).filter(
      ({ tenures }) => tenures.length > 0,
    )
    if (offices.length === 0) return yield notEvaluated('台账没有写明书记和支部委员')
    for (const { name, tenures } of offices) yield outcomeOf(ledger, name, tenures, months, day)
  },
})

const OFFICES: readonly (readonly [name: string, of: (branch: Branch) => readonly Tenure[]])[] = [
  ['书记', ({ secretaries }) => secretaries],
  ['支部委员', ({ committee }) => committee ?? []],
]

function outcomeOf(ledger: Ledger, office: string, tenures: readonly Tenure[], months: number, day: SomeDay): Outcome {
  const gone = leftEmpty(tenures, day, ledger.branch).filter(({ to }) => isPast(addMonths(to, months), day))
  const [first] = gone
  if (first === undefined || isFilledOnRecord(ledger, first.to, day)) return pass(office)
  return {
    outcome: 'fail',
    subject: office,
    measure: gone.length,
    message: `${office}${gone.map(({ name, to }) => `${name.value}（${to}离任）`).join('、')}出缺，至${dateOf(day)}已超过${months}个月，台账未见补选或新的任职`,
    evidence: gone.map(({ name }) => evidence(name)),
    data: { since: first.to, names: gone.map(({ name }) => name.value) },
  }
}

type Ended = Tenure & { readonly to: PlainDate }

/** Those of the running term who left, latest first, as far as fewer are in office than before them. */
function leftEmpty(tenures: readonly Tenure[], day: SomeDay, { termStart }: Branch): Ended[] {
  const ended = tenures
    .filter((tenure): tenure is Ended => tenure.to !== undefined && isPast(tenure.to, day))
    .filter(({ to }) => termStart === undefined || termStart.value <= to)
    .sort((a, b) => (a.to < b.to ? -1 : 1))
  return ended.filter(({ to }) => heldOn(tenures, day) < heldOn(tenures, to) && !isSucceeded(tenures, to, day))
}

function heldOn(tenures: readonly Tenure[], day: SomeDay): number {
  return new Set(inOffice(tenures, day).map(({ name }) => name.value)).size
}

function isSucceeded(tenures: readonly Tenure[], to: PlainDate, day: SomeDay): boolean {
  return tenures.some(({ from }) => from !== undefined && from >= addDays(to, -MONTH_DAYS) && hasCome(from, day))
}

const MONTH_DAYS = 31

function isFilledOnRecord({ records }: Ledger, since: PlainDate, day: SomeDay): boolean {
  return records.some((record) => isHeld(record, day) && record.date.value >= since && FILLED.test(wordingOf(record)))
}
