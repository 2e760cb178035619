import * as z from 'zod'
import { PERIOD_UNITS, type Period, periodLabel } from '../../calendar/period.ts'
import { contains, intersect } from '../../calendar/range.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue } from '../frequency/demand.ts'
import { absenceOf } from '../frequency/series.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 记录类型。 */
  kind: z.string().default('党课'),
  /** 以什么为一期。 */
  per: z.enum(PERIOD_UNITS).default('year'),
})
type Params = z.infer<typeof Params>

const BY_SECRETARY = /(?<!副)书记/u

export const lectureSecretary = defineCheck({
  name: 'lecture-secretary',
  summary: '核对支部书记每年有没有讲党课；年内换了书记的，任何一位讲过都算。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    if (periods.length === 0) yield nothingDue(params)
    for (const period of periods) yield judgePeriod(ledger, period, params, context)
  },
})

function judgePeriod(ledger: Ledger, period: DemandedPeriod, params: Params, context: CheckContext): Outcome {
  const { kind } = params
  const lectures = ledger.records.filter(
    (record): record is DatedRecord =>
      isHeld(record, context.asOf) && bears(record, kind) && contains(period, record.date.value),
  )
  const secretaries = secretariesIn(ledger, period)
  if (lectures.some((record) => isGivenBy(record, secretaries))) return pass(period.id)
  if (!period.isOver) return notDue(period.id)
  const reason = undecided(ledger, period, lectures, secretaries, params, context)
  if (reason !== undefined) return notEvaluated(reason, period.id)
  if (lectures.length === 0) return notApplicable(`${periodLabel(period)}没有${kind}记录`)
  return {
    outcome: 'fail',
    subject: period.id,
    message: `台账未见${periodLabel(period)}支部书记讲党课的记录`,
    evidence: [absenceOf(ledger), ...lectures.flatMap(({ lecturer }) => (lecturer ? [evidence(lecturer)] : []))],
    data: { period: period.id, secretaries, lectures: lectures.map(({ key }) => key) },
  }
}

function undecided(
  ledger: Ledger,
  period: Period,
  lectures: readonly DatedRecord[],
  secretaries: readonly string[],
  { kind }: Params,
  { period: examined }: CheckContext,
): string | undefined {
  if (secretaries.length === 0) return '台账没有写明书记'
  const records = ledger.records.filter((record) => bears(record, kind))
  const unseen = unseenIn(ledger, { name: kind, records }, period, examined)
  if (unseen !== undefined) return unseen
  const anonymous = lectures.find((record) => lecturersOf(record).length === 0)
  return anonymous && `${recordName(anonymous)}没有写明主讲人`
}

/** All who were secretary on some day of the period. */
function secretariesIn({ branch }: Ledger, period: Period): string[] {
  const inOffice = branch.secretaries.filter(
    ({ from, to }) => intersect(period, { from: from ?? period.from, to: to ?? period.to }) !== undefined,
  )
  return [...new Set(inOffice.map(({ name }) => name.value))]
}

function isGivenBy(record: DatedRecord, secretaries: readonly string[]): boolean {
  const said = lecturersOf(record)
  if (said.some((text) => BY_SECRETARY.test(text))) return true
  if (/书记.{0,4}讲.{0,4}党课|书记党课/u.test(record.title?.value ?? '')) return true
  return secretaries.some((name) => said.some((text) => text.includes(name)))
}

function lecturersOf({ lecturer, agenda }: DatedRecord): string[] {
  return [lecturer, ...agenda.map(({ speaker }) => speaker)].flatMap((one) => (one ? [one.raw ?? one.value] : []))
}
