import * as z from 'zod'
import { periodLabel } from '../../calendar/period.ts'
import { contains } from '../../calendar/range.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notEvaluated, type Outcome, pass } from '../contract.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { type AbsentMonth, meetingMonths, monthsOf } from './member-months.ts'
import { longestUnexplained, runsInPeriod, unmistakable } from './unexplained-months.ts'

const Params = z.strictObject({
  /** 无故缺席连续多少个月起提出。 */
  withoutReason: z.int().positive().default(2),
  /** 一直请假的，连续多少个月起提出。 */
  withReasons: z.int().positive().default(6),
  /** 连续多少个月无故缺席，要另行核实。 */
  grave: z.int().positive().default(6),
})
type Params = z.infer<typeof Params>

const ABSENCES_SHOWN = 6
const NAMES_SHOWN = 3

/** The measure is the number of months without a reason; of a run with reasons all along, `withoutReason`. */
export const absentMonths = defineCheck({
  name: 'absent-months',
  summary: '逐人核对连续几个月应参加的组织生活全部缺席的情况，谈心谈话不算参加组织生活。',
  params: Params,
  *judge(ledger, params, context): Iterable<Outcome> {
    if (ledger.members === undefined) yield notEvaluated(`${NO_ROSTER}，不知道谁应参加`)
    else yield* outcomesOf(unmistakable(ledger.members), ledger, params, context)
  },
})

function* outcomesOf(
  members: readonly Member[],
  ledger: Ledger,
  params: Params,
  context: CheckContext,
): Iterable<Outcome> {
  const meetings = meetingMonths(ledger, context)
  const untold: string[] = []
  for (const member of members) {
    const months = monthsOf(member, meetings)
    const runs = runsInPeriod(months, context)
    const found = runs.flatMap((run) => outcomeOfRun(member, run, params) ?? [])
    const inPeriod = months.filter(({ month, is }) => is !== 'not-due' && contains(context.period, month.to))
    if (found.length > 0) yield* found
    else if (inPeriod.some(({ is }) => is !== 'unknown')) yield pass(member.name.value)
    else if (inPeriod.length > 0) untold.push(member.name.value)
  }
  if (untold.length > 0) yield notEvaluated(`会议记录的到会、请假、缺席名单中没有${listed(untold)}`)
}

function listed(names: readonly string[]): string {
  const shown = names.slice(0, NAMES_SHOWN).join('、')
  return names.length > NAMES_SHOWN ? `${shown}等${names.length}人` : shown
}

function outcomeOfRun(member: Member, run: readonly AbsentMonth[], params: Params): Outcome | undefined {
  const unexcused = longestUnexplained(run)
  if (unexcused.length >= params.withoutReason) return withoutReason(member, unexcused, params)
  return run.length >= params.withReasons ? withReasons(member, run, params) : undefined
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
