import { periodLabel } from '../../calendar/period.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { countsFor, type DatedRecord, isHeld, madeUpFor } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { type Evidence, evidence, evidenceAt } from '../../source/place.ts'
import { type CheckContext, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { recordName } from '../record-name.ts'
import type { DemandedPeriod } from './demand.ts'
import { unseenIn } from './unseen.ts'

/** What is to come back every period: a kind of meeting of the branch, of a group, of a member. */
export interface Series {
  /** As a finding calls it: `支部党员大会`, `第一党小组党小组会`. */
  readonly name: string
  /** Comes behind the period in subjects (`2026-05 第一党小组`); none for the branch as a whole. */
  readonly of?: string
  /** Records that count where they took place. */
  readonly records: readonly LedgerRecord[]
  /** Records that may count, but do not say whose they are, and what they leave out: `没有写明是哪个党小组`. */
  readonly unassigned?: { readonly records: readonly LedgerRecord[]; readonly want: string }
  readonly atLeast: number
  /** The last day that still belongs to a period, where that is after its end. */
  readonly lastDayOf?: (period: DemandedPeriod) => PlainDate
}

/** Judges each period by itself. */
export function* judgeSeries(
  ledger: Ledger,
  series: Series,
  periods: readonly DemandedPeriod[],
  context: CheckContext,
): Iterable<Outcome> {
  const held = series.records.filter((record): record is DatedRecord => isHeld(record, context.asOf))
  for (const period of periods) {
    const lastDay = series.lastDayOf?.(period) ?? period.to
    const counted = held.filter(
      (record) => countsFor(record, period) || contains({ from: period.to, to: lastDay }, record.date.value),
    )
    yield counted.length >= series.atLeast
      ? pass(subjectOf(series, period))
      : short(ledger, series, period, counted, context)
    if (counted.length >= series.atLeast) yield* madeUp(series, period, counted)
  }
}

function short(
  ledger: Ledger,
  series: Series,
  period: DemandedPeriod,
  counted: readonly DatedRecord[],
  context: CheckContext,
): Outcome {
  const subject = subjectOf(series, period)
  if (!period.isOver) return notDue(subject)
  const reason = undecided(ledger, series, period, context)
  if (reason !== undefined) {
    return notEvaluated(`${reason}，无法判断${periodLabel(period)}${series.name}的次数`, subject)
  }
  const called = calledOff(series, period)
  return {
    outcome: 'fail',
    subject,
    message: `${shortMessage(series, period, counted.length)}${calledOffRemark(called)}`,
    evidence: [absenceOf(ledger), ...counted.map(shown), ...called.map(shown)],
    data: { period: period.id, count: counted.length, atLeast: series.atLeast },
  }
}

/** Why it cannot be said whether the period is short, or `undefined` where it can. */
function undecided(
  ledger: Ledger,
  { name, records, unassigned = { records: [], want: '' } }: Series,
  period: DemandedPeriod,
  { period: examined, asOf }: CheckContext,
): string | undefined {
  const unseen = unseenIn(ledger, { name, records: [...records, ...unassigned.records] }, period, examined)
  if (unseen !== undefined) return unseen
  const nobodys = unassigned.records.find((record) => isHeld(record, asOf) && countsFor(record, period))
  return nobodys && `${recordName(nobodys)}${unassigned.want}`
}

function shortMessage({ name, atLeast }: Series, period: DemandedPeriod, count: number): string {
  const when = periodLabel(period)
  if (count === 0) return `台账未见${when}${name}记录`
  return `台账仅见${when}${name}记录${count}次，应不少于${atLeast}次`
}

/** Meetings of the period that the ledger itself calls off or puts off. */
function calledOff({ records }: Series, period: DemandedPeriod): LedgerRecord[] {
  return records.filter(
    ({ date, state }) =>
      date !== undefined &&
      (state?.value === '取消' || state?.value === '延期') &&
      period.from <= date.value &&
      date.value <= period.to,
  )
}

function calledOffRemark(records: readonly LedgerRecord[]): string {
  if (records.length === 0) return ''
  const said = records.map(({ date, state }) => `${date?.value}一次记为“${state?.value}”`)
  return `（${said.join('，')}）`
}

/** A period that only a make-up meeting fills says so. */
function* madeUp(series: Series, period: DemandedPeriod, counted: readonly DatedRecord[]): Iterable<Outcome> {
  const later = counted.filter((record) => madeUpFor(record, period) && record.date.value > period.to)
  if (counted.length - later.length >= series.atLeast) return
  yield {
    outcome: 'note',
    subject: subjectOf(series, period),
    message: `${periodLabel(period)}${series.name}由${later.map(({ date }) => date.value).join('、')}补开的记录计入`,
    evidence: later.map(({ makeUpFor, date }) => evidence(makeUpFor ?? date)),
  }
}

/** What is not there is shown at the entry of the branch. */
export function absenceOf({ branch }: Ledger): Evidence {
  return evidenceAt(branch.at, branch.name.value)
}

function shown(record: LedgerRecord): Evidence {
  return record.date === undefined ? evidenceAt(record.at, record.key) : evidence(record.date)
}

function subjectOf({ of }: Series, { id }: DemandedPeriod): string {
  return of === undefined ? id : `${id} ${of}`
}
