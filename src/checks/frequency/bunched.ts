import * as z from 'zod'
import { type Period, periodLabel, periodOf, periodsEndingIn } from '../../calendar/period.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { livedThrough } from '../../ledger/branch-life.ts'
import { coveredMonths } from '../../ledger/coverage.ts'
import { bears, type DatedRecord, isCalled, isHeld } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, type Outcome, pass } from '../contract.ts'
import { fullName } from '../kind-names.ts'
import { isOfGroup, partyGroups } from './groups.ts'

const Params = z.strictObject({
  /** 按月或按季度召开的记录类型。 */
  kinds: z.array(z.string()).min(1),
  /** 季度末的几天。 */
  lastDays: z.int().positive().default(10),
  /** 几次以上算扎堆。 */
  atLeast: z.int().min(2).default(3),
  /** 第四季度占全年的比例达到多少算扎堆。 */
  share: z.number().positive().max(1).default(0.6),
})
type Params = z.infer<typeof Params>

/** Meetings of one kind; those of each 党小组 by themselves. */
interface Row {
  readonly name: string
  readonly records: readonly DatedRecord[]
}

/** Due once a year at the year's end, whatever else the record counts as. */
const YEARLY = ['组织生活会', '民主评议']

export const bunched = defineCheck({
  name: 'bunched',
  summary: '看按月、按季度召开的会议是不是集中在季度末或第四季度。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const quarters = periodsEndingIn(context.period, 'quarter')
    const years = periodsEndingIn(context.period, 'year')
    if (quarters.length === 0) yield notDue(undefined, '检查期内没有满期的季度')
    for (const row of rowsOf(ledger, params, context)) {
      const crowded = quarters.flatMap((quarter) => inLastDays(row, quarter, params) ?? [])
      yield* crowded
      const told = crowded.map(({ data }) => data?.period)
      for (const year of years.filter(({ to }) => !told.includes(periodOf(to, 'quarter').id))) {
        if (isWhole(ledger, year)) yield* inLastQuarter(row, year, params)
      }
      if (crowded.length === 0) yield pass()
    }
  },
})

type Fail = Extract<Outcome, { outcome: 'fail' }>

function inLastDays({ name, records }: Row, quarter: Period, { lastDays, atLeast }: Params): Fail | undefined {
  const days = { from: addDays(quarter.to, 1 - lastDays), to: quarter.to }
  const late = within(records, days)
  if (late.length < atLeast) return undefined
  return clue(
    quarter,
    name,
    late,
    `疑似突击开会：${periodLabel(quarter)}最后${lastDays}天内有${late.length}次${name}，请核对原始记录`,
  )
}

function* inLastQuarter({ name, records }: Row, year: Period, { atLeast, share }: Params): Iterable<Outcome> {
  const all = within(records, year)
  const late = within(records, periodOf(year.to, 'quarter'))
  if (late.length < atLeast || late.length < share * all.length) return
  const said = `${periodLabel(year)}${all.length}次${name}中有${late.length}次在第四季度`
  yield clue(year, name, late, `疑似突击开会：${said}，请核对原始记录`)
}

function clue(period: Period, name: string, late: readonly DatedRecord[], message: string): Fail {
  return {
    outcome: 'fail',
    subject: `${period.id} ${name}`,
    message,
    evidence: late.map(({ date }) => evidence(date)),
    data: { period: period.id, count: late.length, dates: late.map(({ date }) => date.value) },
  }
}

function rowsOf(ledger: Ledger, { kinds }: Params, { asOf }: CheckContext): Row[] {
  return kinds.flatMap((kind): Row[] => {
    const records = ledger.records.filter(
      (record): record is DatedRecord => isHeld(record, asOf) && isCalled(record, kind) && isRegular(record),
    )
    const groups = kind === '党小组会' ? partyGroups(ledger) : []
    if (groups.length === 0) return [{ name: fullName(kind), records }]
    return groups.map((group) => ({
      name: `${group.name}${kind}`,
      records: records.filter((record) => isOfGroup(record, group)),
    }))
  })
}

/** A make-up meeting says itself that it is late, and a yearly one belongs at the end of the year. */
function isRegular(record: DatedRecord): boolean {
  return record.makeUpFor === undefined && !YEARLY.some((kind) => bears(record, kind))
}

/** Whether the branch existed and the ledger has entries in every quarter: else what it shows is no share of a year. */
function isWhole(ledger: Ledger, year: Period): boolean {
  const covered = [...coveredMonths(ledger)]
  const quarters = new Set(
    covered.filter((id) => id.startsWith(`${year.id}-`)).map((id) => Math.ceil(Number(id.slice(5)) / 3)),
  )
  return livedThrough(ledger.branch, year) && quarters.size === 4
}

function within(records: readonly DatedRecord[], range: DateRange): DatedRecord[] {
  return records.filter(({ date }) => contains(range, date.value))
}
