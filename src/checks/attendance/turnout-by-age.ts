import * as z from 'zod'
import { periodLabel } from '../../calendar/period.ts'
import { monthOf, type PlainDate, yearOf } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { isMemberOn } from '../../ledger/membership.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { type CheckContext, defineCheck, notApplicable, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { type DemandedPeriod, demandedPeriods, nothingDue, regularity } from '../frequency/demand.ts'
import { absenceOf } from '../frequency/series.ts'
import { meetingsUpTo } from '../meetings.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { type Roll, rollOf, standingOf } from './roll.ts'

const Params = z.strictObject({
  per: regularity.per.default('quarter'),
  /** 多少岁以下算这个年龄段。 */
  below: z.int().positive(),
  /** 这个年龄段的到会率至少多少。 */
  atLeast: z.number().positive().max(1),
  /** 应到不足这么多人次的，不作判断。 */
  fewest: z.int().positive().default(5),
})
type Params = z.infer<typeof Params>

interface Tally {
  readonly due: number
  readonly present: number
}

/** The measure is the turnout of the age group. */
export const turnoutByAge = defineCheck({
  name: 'turnout-by-age',
  summary: '按名单核对某个年龄以下的党员一个时期的到会率，不作硬性要求的和流动党员除外。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const { members } = ledger
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    if (periods.length === 0) yield nothingDue(params)
    else if (members === undefined) yield notEvaluated(NO_ROSTER)
    else if (members.every(({ birth }) => birth === undefined)) yield notEvaluated('党员名册没有出生日期')
    else for (const period of periods) yield judgePeriod(ledger, members, period, params, context)
  },
})

function judgePeriod(
  ledger: Ledger,
  members: readonly Member[],
  period: DemandedPeriod,
  { below, atLeast, fewest }: Params,
  context: CheckContext,
): Outcome {
  if (!period.isOver) return notDue(period.id)
  const rolls = meetingsUpTo(ledger, context)
    .filter(({ date }) => contains(period, date.value))
    .map((record) => rollOf(record, ledger))
  const young = members.filter((member) => isBelow(member, below, period.to))
  if (young.length === 0) return notApplicable(`名册上没有${below}岁以下的党员`)
  const tally = tallyOf(young, rolls)
  if (tally.due < fewest) {
    return notEvaluated(`${periodLabel(period)}的会议没有写明谁到会、谁缺席，无法统计到会率`, period.id)
  }
  const turnout = tally.present / tally.due
  if (turnout >= atLeast) return pass(period.id)
  const others = tallyOf(
    members.filter((member) => member.birth !== undefined && !young.includes(member)),
    rolls,
  )
  const beside = others.due < fewest ? '' : `，其他党员${percent(others.present / others.due)}`
  return {
    outcome: 'fail',
    subject: period.id,
    measure: turnout,
    message: `${periodLabel(period)}${below}岁以下党员到会率${percent(turnout)}（应到${tally.due}人次，到会${tally.present}人次）${beside}`,
    evidence: [absenceOf(ledger)],
    data: { due: tally.due, present: tally.present },
  }
}

/** Only what the lists tell of by name: who is not mentioned counts neither way. */
function tallyOf(members: readonly Member[], rolls: readonly Roll[]): Tally {
  const standings = rolls.flatMap((roll) =>
    members.filter((member) => isMemberOn(member, roll.record.date.value)).map((member) => standingOf(member, roll).is),
  )
  const present = standings.filter((is) => is === 'present').length
  return { present, due: present + standings.filter((is) => is === 'absent').length }
}

function isBelow({ birth }: Member, age: number, date: PlainDate): boolean {
  if (birth === undefined) return false
  const hadBirthday = monthOf(birth.value) <= monthOf(date)
  return yearOf(date) - yearOf(birth.value) - (hadBirthday ? 0 : 1) < age
}

function percent(share: number): string {
  return `${Math.round(share * 100)}%`
}
