import * as z from 'zod'
import { isOver, type Period, periodLabel, periodOf } from '../calendar/period.ts'
import { addDays } from '../calendar/plain-date.ts'
import { contains } from '../calendar/range.ts'
import type { DatedRecord } from '../ledger/held.ts'
import type { Absence, Ledger, Member } from '../ledger/schema.ts'
import { evidence } from '../source/place.ts'
import { attendanceOf, isDueAt } from './attendance-of.ts'
import { type CheckContext, defineCheck, notEvaluated, type Outcome, pass } from './contract.ts'
import { namesIn } from './headcount.ts'
import { meetingsUpTo } from './meetings.ts'

const Params = z.strictObject({
  /** 无故缺席连续多少个月起提出。 */
  withoutReason: z.int().positive().default(2),
  /** 一直请假的，连续多少个月起提出。 */
  withReasons: z.int().positive().default(6),
  /** 连续多少个月无故缺席，要另行核实。 */
  grave: z.int().positive().default(6),
})
type Params = z.infer<typeof Params>

/** A month in which the member was absent from all that they were due at. */
interface AbsentMonth {
  readonly month: Period
  readonly absences: readonly Absence[]
}

const ABSENCES_SHOWN = 6
/** 无故 is said of an absence that has no reason. */
const NO_REASON = /^无(?:故|理由|原因|正当理由)|^旷|^(?:未|没有?)请假/u

/** The measure is the number of months without a reason; of a run with reasons all along, `withoutReason`. */
export const absentMonths = defineCheck({
  name: 'absent-months',
  summary: '逐人核对连续几个月应参加的组织生活全部缺席的情况，谈心谈话不算参加组织生活。',
  params: Params,
  *judge(ledger, params, context): Iterable<Outcome> {
    const meetings = meetingsUpTo(ledger, context)
    if (ledger.members === undefined) {
      yield notEvaluated('缺党员名册，不知道谁应参加')
    } else if (!meetings.some(namesAnybody)) {
      yield notEvaluated('会议记录缺到会或请假、缺席人员名单')
    } else {
      for (const member of unmistakable(ledger.members)) yield* outcomesOf(member, meetings, ledger, params, context)
    }
  },
})

function namesAnybody({ attendance: { present, leave, absent } }: DatedRecord): boolean {
  return [present, leave, absent].some((given) => namesIn(given) !== undefined)
}

/** Of two members of one name, a list of names does not tell which was meant. */
function unmistakable(members: readonly Member[]): Member[] {
  return members.filter(({ name }) => members.filter((other) => other.name.value === name.value).length === 1)
}

function* outcomesOf(
  member: Member,
  meetings: readonly DatedRecord[],
  ledger: Ledger,
  params: Params,
  context: CheckContext,
): Iterable<Outcome> {
  const name = member.name.value
  const inPeriod = absentRuns(member, meetings, ledger, context).filter((run) =>
    run.some(({ month }) => contains(context.period, month.to)),
  )
  const found = inPeriod.flatMap((run) => outcomeOfRun(member, run, params) ?? [])
  yield* found.length === 0 ? [pass(name)] : found
}

/** Stretches of months that follow one another, each absent from all; a month with nothing due, or unknown, ends one. */
function absentRuns(
  member: Member,
  meetings: readonly DatedRecord[],
  ledger: Ledger,
  { asOf, graceDays }: CheckContext,
): AbsentMonth[][] {
  const runs: AbsentMonth[][] = []
  for (const [month, held] of byMonth(meetings)) {
    if (!isOver(month, asOf, graceDays)) continue
    const absences = absencesFromAll(member, held, ledger)
    if (absences === undefined) continue
    const run = runs.at(-1)
    const before = run?.at(-1)
    if (run !== undefined && before !== undefined && addDays(before.month.to, 1) === month.from) {
      run.push({ month, absences })
    } else {
      runs.push([{ month, absences }])
    }
  }
  return runs
}

function byMonth(meetings: readonly DatedRecord[]): [Period, DatedRecord[]][] {
  const months = new Map<string, [Period, DatedRecord[]]>()
  for (const record of meetings) {
    const month = periodOf(record.date.value, 'month')
    const known = months.get(month.id)
    if (known === undefined) months.set(month.id, [month, [record]])
    else known[1].push(record)
  }
  return [...months.values()].sort(([a], [b]) => (a.from < b.from ? -1 : 1))
}

/** `undefined` where the member was at any meeting, was due at none, or where any is silent on them. */
function absencesFromAll(member: Member, held: readonly DatedRecord[], ledger: Ledger): Absence[] | undefined {
  const absences: Absence[] = []
  for (const record of held) {
    const { presence, absence } = attendanceOf(member, record)
    if (presence === 'present') return undefined
    if (!isDueAt(member, record, ledger)) continue
    if (absence === undefined) return undefined
    absences.push(absence)
  }
  return absences.length === 0 ? undefined : absences
}

function outcomeOfRun(member: Member, run: readonly AbsentMonth[], params: Params): Outcome | undefined {
  const unexcused = longestWithoutReason(run)
  if (unexcused.length >= params.withoutReason) return withoutReason(member, unexcused, params)
  return run.length >= params.withReasons ? withReasons(member, run, params) : undefined
}

function longestWithoutReason(run: readonly AbsentMonth[]): AbsentMonth[] {
  let longest: AbsentMonth[] = []
  let current: AbsentMonth[] = []
  for (const one of run) {
    current = one.absences.every(isWithoutReason) ? [...current, one] : []
    if (current.length > longest.length) longest = current
  }
  return longest
}

function isWithoutReason({ reason }: Absence): boolean {
  return reason === undefined || NO_REASON.test(reason.value)
}

function withoutReason(member: Member, run: readonly AbsentMonth[], { grave }: Params): Outcome {
  const isGrave = run.length >= grave
  return {
    ...shown(member, run),
    measure: run.length,
    message: `${spanOf(member, run)}应参加的组织生活全部缺席，台账未注明原因${isGrave ? '，请核实有无正当理由' : ''}`,
    ...(isGrave && {
      remedy:
        '由支部书记与本人谈话，核实有无正当理由并作记录；无正当理由的，按党章第九条和党员教育管理有关规定研究处理；台账漏记到会或请假的，据实补正并注明补正日期、补正人。',
    }),
  }
}

function withReasons(member: Member, run: readonly AbsentMonth[], params: Params): Outcome {
  return {
    ...shown(member, run),
    measure: params.withoutReason,
    message: `${spanOf(member, run)}应参加的组织生活全部请假，请核实是否属于流动党员、应否转接组织关系`,
    remedy: '向本人了解情况并作记录：属外出流动的，按流动党员管理；工作、居住地已固定变动的，办理组织关系转接。',
  }
}

function shown(member: Member, run: readonly AbsentMonth[]) {
  const absences = run.flatMap((one) => one.absences)
  return {
    outcome: 'fail' as const,
    subject: member.name.value,
    evidence: absences.slice(0, ABSENCES_SHOWN).map(({ name, reason }) => evidence(reason ?? name)),
    data: { months: run.map(({ month }) => month.id) },
  }
}

function spanOf({ name }: Member, run: readonly AbsentMonth[]): string {
  const first = run[0]?.month
  const last = run.at(-1)?.month
  const span = first && last && first !== last ? `${periodLabel(first)}至${periodLabel(last)}` : ''
  return `${name.value}${span}连续${run.length}个月`
}
