import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import { ABSENCE, isIllegible } from '../../ledger/illegible.ts'
import { isExcusedOn, membersOn } from '../../ledger/membership.ts'
import type { Absence, Absences, Ledger } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { headcount, headcountEvidence } from './headcount.ts'
import { unexplainedAbsences } from './unexplained-months.ts'

const Params = z.strictObject({
  /** 无故缺席满这么多个月的已另行提出，这里不再逐次提；写 false 则逐次提出。 */
  absentMonths: z.union([z.literal(false), z.int().positive()]).default(false),
})
type Params = z.infer<typeof Params>

export const leaveReasons = defineCheck({
  name: 'leave-reasons',
  summary: '有人未到会的，台账是否写明是谁、什么原因。',
  params: Params,
  *judge(ledger, params, context): Iterable<Outcome> {
    const unknown: DatedRecord[] = []
    const illegible: DatedRecord[] = []
    const meetings = meetingsIn(ledger, context)
    const elsewhere = toldElsewhere(ledger, meetings, params, context)
    for (const record of meetings) {
      const { due, present, leave, absent } = record.attendance
      const isTold = leave !== undefined || absent !== undefined
      if (isIllegible(record, ABSENCE)) illegible.push(record)
      else if (isTold) yield reasonsGiven(ledger, record, elsewhere)
      else if (headcount(due) === undefined || headcount(present) === undefined) unknown.push(record)
      else yield absenteesTold(ledger, record)
    }
    yield* undecided(unknown, '未写明应到、实到人数，不知道有无缺席')
    yield* undecided(illegible, '的请假、缺席一栏没有读出来')
  },
})

/** One absence is told once: where it is one of months on end, there. */
function toldElsewhere(
  ledger: Ledger,
  meetings: readonly DatedRecord[],
  { absentMonths }: Params,
  context: CheckContext,
): ReadonlySet<Absence> {
  if (absentMonths === false || meetings.every((record) => bareAbsences(record).length === 0)) return new Set()
  return unexplainedAbsences(ledger, absentMonths, context)
}

function bareAbsences({ attendance: { leave, absent } }: DatedRecord): Absence[] {
  return [...(leave?.list ?? []), ...(absent?.list ?? [])].filter(({ reason }) => reason === undefined)
}

/** Fewer came than were due, and the ledger says nothing of the others. */
function absenteesTold(ledger: Ledger, record: DatedRecord): Outcome {
  const { due, present, mobile, unable } = record.attendance
  const apart = (headcount(mobile) ?? 0) + (headcount(unable) ?? 0)
  const missing = (headcount(due) ?? 0) - (headcount(present) ?? 0) - apart
  const remarked = record.remarkedAbsences?.length ?? 0
  if (missing <= 0 || missing <= excused(ledger, record).size + remarked) return pass(record.key)
  const unsaid =
    remarked > 0 ? `备注写明${remarked}人，未写明其余${missing - remarked}人` : `台账未写明未到会的${missing}人`
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}应到${headcount(due)}人、实到${headcount(present)}人，${unsaid}及原因`,
    evidence: [...headcountEvidence('应到', due), ...headcountEvidence('实到', present)],
  }
}

function reasonsGiven(ledger: Ledger, record: DatedRecord, elsewhere: ReadonlySet<Absence>): Outcome {
  const { leave, absent } = record.attendance
  const bare = bareAbsences(record)
  const known = bare.length === 0 ? new Set() : excused(ledger, record)
  const unsaid = bare.filter(({ name }) => !known.has(name.value))
  const silent = unsaid.filter((absence) => !elsewhere.has(absence))
  const remarked = record.remarkedAbsences?.length ?? 0
  const nameless = [...namelessIn('请假', leave, remarked), ...namelessIn('缺席', absent, remarked)]
  if (silent.length === 0 && nameless.length === 0) {
    return unsaid.length > 0 ? notApplicable('连续几个月无故缺席的已一并提出') : pass(record.key)
  }
  const said = [
    ...(silent.length === 0 ? [] : [`${silent.map(({ name }) => name.value).join('、')}未到会，台账未见请假原因`]),
    ...nameless.map(({ said }) => said),
  ]
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}${said.join('；')}`,
    evidence: [...silent.map(({ name }) => evidence(name)), ...nameless.flatMap((one) => one.evidence)],
  }
}

interface Nameless {
  readonly said: string
  readonly evidence: readonly Evidence[]
}

/** A number of absentees with no names beside it, and not as many in the remarks. */
function namelessIn(label: string, absences: Absences | undefined, remarked: number): Nameless[] {
  const number = absences?.number?.value ?? 0
  if (number <= remarked || absences?.list !== undefined) return []
  return [{ said: `只写${label}${number}人，未写明姓名和原因`, evidence: headcountEvidence(label, absences) }]
}

/** Members whose reason the roster gives: 年老体弱 and the like, and those who live elsewhere. */
function excused(ledger: Ledger, { date }: DatedRecord): Set<string> {
  const members = membersOn(ledger, date.value) ?? []
  return new Set(members.filter((member) => isExcusedOn(member, date.value)).map(({ name }) => name.value))
}
