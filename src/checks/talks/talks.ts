import * as z from 'zod'
import { PERIOD_UNITS, type Period, periodLabel } from '../../calendar/period.ts'
import { branchLife, committeeOn, hasCommittee } from '../../ledger/branch-life.ts'
import { bears } from '../../ledger/held.ts'
import { isIllegible } from '../../ledger/illegible.ts'
import { isExemptOn, isMemberOn } from '../../ledger/membership.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue } from '../frequency/demand.ts'
import { absenceOf } from '../frequency/series.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { recordName } from '../record-name.ts'
import { committeeTalkedWith, haveTalked, type TalkPair, talkPairs } from './pairs.ts'

const Params = z.strictObject({
  /** 谈心谈话登记的类型。 */
  kind: z.string().default('谈心谈话'),
  /** 以什么为一期。 */
  per: z.enum(PERIOD_UNITS).default('year'),
})
type Params = z.infer<typeof Params>

export const talks = defineCheck({
  name: 'talks',
  summary: '按登记核对谈心谈话的覆盖面：支委会委员两两之间，其他党员与任一委员之间。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    const over = periods.filter(({ isOver }) => isOver)
    if (periods.length === 0) yield nothingDue(params)
    else if (over.length === 0) yield notDue(periods[0]?.id)
    else if (keepsNone(ledger, params)) yield neverKept(ledger, over, params, context)
    else for (const period of over) yield* judgePeriod(ledger, period, params, context)
  },
})

function keepsNone({ registers, records }: Ledger, { kind }: Params): boolean {
  return !registers.includes(kind) && !records.some((record) => bears(record, kind))
}

/** A ledger that keeps registers would keep this one too; one that keeps none may have it elsewhere. */
function neverKept(ledger: Ledger, over: readonly Period[], params: Params, context: CheckContext): Outcome {
  const { kind } = params
  if (ledger.registers.length === 0) return notEvaluated(`台账没有${kind}登记，无法判断`)
  const unknown = over.flatMap((period) => undecided(ledger, period, params, context) ?? [])
  if (unknown.length === over.length) return notEvaluated(`${unknown[0]}，无法判断有没有${kind}登记`)
  const [first, ...others] = over
  return {
    outcome: 'fail',
    subject: first !== undefined && others.length === 0 ? first.id : kind,
    message: `台账未见${kind}登记，请核实是否漏交`,
    evidence: [absenceOf(ledger)],
  }
}

function* judgePeriod(
  ledger: Ledger,
  period: DemandedPeriod,
  params: Params,
  context: CheckContext,
): Iterable<Outcome> {
  const committee = standing(period, (date) => committeeOn(ledger.branch, date))
  if (committee.length === 0 || isCommitteeUnknown(ledger)) {
    yield notEvaluated('台账没有写明书记和支部委员', period.id)
    return
  }
  const reason = undecided(ledger, period, params, context)
  const talked = { committee, pairs: talkPairs(ledger, params.kind, period, context), reason }
  yield withCommittee(ledger, period, talked)
  if (ledger.members === undefined) yield notEvaluated(`${NO_ROSTER}，无法核对其他党员`, period.id)
  else yield withMembers(ledger, period, talked)
}

/** There is one, or must be one, and the ledger does not say who is on it. */
function isCommitteeUnknown(ledger: Ledger): boolean {
  if (ledger.branch.committee !== undefined) return false
  return hasCommittee(ledger) || (ledger.members?.length ?? 0) >= LEAST_FOR_COMMITTEE
}

/** 正式党员七人以上的支部应设支委会（支部工作条例第二十条）。 */
const LEAST_FOR_COMMITTEE = 7

interface Talked {
  readonly committee: readonly string[]
  readonly pairs: readonly TalkPair[]
  /** Why what is missing may yet have taken place. */
  readonly reason: string | undefined
}

function withCommittee(ledger: Ledger, period: Period, { committee, pairs, reason }: Talked): Outcome {
  const wanted = committee.flatMap((a, at) => committee.slice(at + 1).map((b): [string, string] => [a, b]))
  const missing = wanted.filter(([a, b]) => !haveTalked(pairs, a, b)).map((pair) => pair.join('与'))
  return coverage(ledger, period, '委员之间', missing, wanted.length, reason)
}

function withMembers(ledger: Ledger, period: Period, { committee, pairs, reason }: Talked): Outcome {
  const members = (ledger.members ?? []).filter(
    (member) =>
      !committee.includes(member.name.value) &&
      [period.from, period.to].every((date) => isMemberOn(member, date) && !isExemptOn(member, date)) &&
      !committeeOn(ledger.branch, period.to).includes(member.name.value),
  )
  const missing = members.map(({ name }) => name.value).filter((name) => !committeeTalkedWith(pairs, name))
  return coverage(ledger, period, '委员与党员之间', missing, members.length, reason)
}

function coverage(
  ledger: Ledger,
  period: Period,
  between: string,
  missing: readonly string[],
  wanted: number,
  reason: string | undefined,
): Outcome {
  const subject = `${period.id} ${between}`
  if (missing.length === 0) return pass(subject)
  if (reason !== undefined) return notEvaluated(`${reason}，无法判断${between}的谈心谈话`, subject)
  const counted = between === '委员之间' ? `${missing.length}对` : `${missing.length}人`
  return {
    outcome: 'fail',
    subject,
    measure: missing.length / wanted,
    message: `台账未见${periodLabel(period)}${between}谈心谈话记录${counted}：${missing.join('、')}`,
    evidence: [absenceOf(ledger)],
    data: { period: period.id, missing, wanted },
  }
}

function undecided(
  ledger: Ledger,
  period: Period,
  { kind }: Params,
  { period: examined }: CheckContext,
): string | undefined {
  const records = ledger.records.filter((record) => bears(record, kind))
  const illegible = records.find((record) => isIllegible(record, ['people', 'counterparts', 'attendees']))
  if (illegible !== undefined) return `${recordName(illegible)}的人员没有读出来`
  return unseenIn(ledger, { name: kind, records }, period, examined)
}

/** Those on the committee on the first and on the last day: who came or left in between owes no talk with everybody. */
function standing(period: Period, on: (date: Period['from']) => readonly string[]): string[] {
  const atEnd = on(period.to)
  return on(period.from).filter((name) => atEnd.includes(name))
}
