import * as z from 'zod'
import { isOver } from '../../calendar/period.ts'
import { dayOfMonth, monthOf, type PlainDate } from '../../calendar/plain-date.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { windowOf, type YearlyWindow, yearsEndingIn } from '../../calendar/yearly-window.ts'
import { livedThrough } from '../../ledger/branch-life.ts'
import { type DatedRecord, isHeld } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { fullName } from '../kind-names.ts'
import { recordName } from '../record-name.ts'
import { heldForYear, isOfKind, mayBeOfKind, Window, yearOfRecord } from './annual.ts'
import { regularity } from './demand.ts'
import { mayStandElsewhere } from './never-listed.ts'
import { absenceOf } from './series.ts'
import { unseenIn } from './unseen.ts'

const Params = z.strictObject({
  /** 记录类型。 */
  kind: z.string(),
  window: Window,
  neverListed: regularity.neverListed,
})
type Params = z.infer<typeof Params>

export const frequencyAnnual = defineCheck({
  name: 'frequency-annual',
  summary: '按所属年度核对一年一次的会议；在通常时间以外开的也算，另作提示。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const years = yearsEndingIn(context.period, params.window).filter((year) =>
      livedThrough(ledger.branch, windowOf(params.window, year)),
    )
    if (years.length === 0) yield notDue(undefined, '检查期内没有到期的年度')
    for (const year of years) yield* judgeYear(ledger, year, params, context)
  },
})

function* judgeYear(ledger: Ledger, year: number, params: Params, context: CheckContext): Iterable<Outcome> {
  const held = heldForYear(ledger, params, year, context.asOf)
  if (held.length === 0) {
    yield missing(ledger, year, params, context)
    return
  }
  yield pass(String(year))
  yield* atUnusualTime(held, year, params)
}

function missing(ledger: Ledger, year: number, params: Params, context: CheckContext): Outcome {
  const subject = String(year)
  const usual = windowOf(params.window, year)
  if (!isOver(usual, context.asOf, context.graceDays)) return notDue(subject)
  const name = `${year}年度${fullName(params.kind)}`
  const reason = undecided(ledger, year, usual, params, context)
  if (reason !== undefined) return notEvaluated(`${reason}，无法判断${year}年度是否召开`, subject)
  const isListed = ledger.records.some((record) => isOfKind(record, params.kind))
  return {
    outcome: 'fail',
    subject,
    message: `台账未见${name}记录${isListed ? '' : `，整本台账没有一次${fullName(params.kind)}，请核实是否漏交`}`,
    evidence: [absenceOf(ledger)],
    data: { year, from: usual.from, to: usual.to },
  }
}

function undecided(
  ledger: Ledger,
  year: number,
  usual: DateRange,
  { kind, window, neverListed }: Params,
  { period: examined, asOf }: CheckContext,
): string | undefined {
  const ofKind = ledger.records.filter((record) => isOfKind(record, kind))
  if (ofKind.length === 0 && mayStandElsewhere(ledger, neverListed)) return `台账从未登记${fullName(kind)}`
  const records = ofKind.filter((record) => [undefined, year].includes(yearOfRecord(record, kind, window)))
  const unseen = unseenIn(ledger, { name: fullName(kind), records }, usual, examined)
  if (unseen !== undefined) return unseen
  const open = ledger.records.find(
    (record) => mayBeOfKind(record, kind) && yearOfRecord(record, kind, window) === year && isHeld(record, asOf),
  )
  return open && `${recordName(open)}的记录提到召开${kind}，看不出是不是当次召开`
}

/** Held, but not when it usually is: worth a word, no fault. */
function* atUnusualTime(held: readonly DatedRecord[], year: number, { kind, window }: Params): Iterable<Outcome> {
  const usual = windowOf(window, year)
  if (held.some(({ date }) => contains(usual, date.value))) return
  const dates = held.map(({ date }) => date.value).join('、')
  yield {
    outcome: 'note',
    subject: String(year),
    message: `${year}年度${fullName(kind)}于${dates}召开，不在通常安排的${windowLabel(window, year)}内`,
    evidence: held.map(({ date }) => evidence(date)),
  }
}

/** `10月1日至次年3月31日`. */
function windowLabel(window: YearlyWindow, year: number): string {
  const { from, to } = windowOf(window, year)
  return `${dayLabel(from)}至${window.to < window.from ? '次年' : ''}${dayLabel(to)}`
}

function dayLabel(date: PlainDate): string {
  return `${monthOf(date)}月${dayOfMonth(date)}日`
}
