import * as z from 'zod'
import { isOver, type Period, periodLabel, periodsEndingIn } from '../../calendar/period.ts'
import { contains } from '../../calendar/range.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import { isExcusedOn, membersOn } from '../../ledger/membership.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { defineCheck, notDue, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { headcount, headcountEvidence, namesIn } from './headcount.ts'

const Params = z.strictObject({
  /** 到会率下限，0 至 1。 */
  atLeast: z.number().min(0).max(1),
  /** 不计入到会率的会议类型。 */
  except: z.array(z.string()).default([]),
})

/** Meetings that a finding shows: those with the lowest turnout. */
const MEETINGS_SHOWN = 3

export const turnout = defineCheck({
  name: 'turnout',
  summary: '按季度核算各类会议的总到会率，不作硬性要求的党员和流动党员不计入应到。',
  params: Params,
  *judge(ledger, params, context): Iterable<Outcome> {
    const meetings = meetingsIn(ledger, context).filter(({ kinds }) =>
      kinds.some(({ value }) => !params.except.includes(value)),
    )
    const uncounted: DatedRecord[] = []
    for (const quarter of periodsEndingIn(context.period, 'quarter')) {
      if (!isOver(quarter, context.asOf, context.graceDays)) {
        yield notDue(quarter.id)
        continue
      }
      const held = meetings.filter(({ date }) => contains(quarter, date.value))
      const counted = held.flatMap((record) => countedIn(ledger, record) ?? [])
      if (counted.length === 0) uncounted.push(...held)
      else yield outcomeOf(quarter, counted, params.atLeast)
    }
    yield* undecided(uncounted, '未写明应到、实到人数，无法核算到会率')
  },
})

interface CountedMeeting {
  readonly record: DatedRecord
  readonly present: number
  /** 应到 without those of whom nothing is demanded and those who live elsewhere. */
  readonly base: number
}

function outcomeOf(quarter: Period, counted: readonly CountedMeeting[], atLeast: number): Outcome {
  const present = counted.reduce((sum, meeting) => sum + meeting.present, 0)
  const base = counted.reduce((sum, meeting) => sum + meeting.base, 0)
  if (base === 0 || present / base >= atLeast) return pass(quarter.id)
  const lowest = [...counted].sort((a, b) => a.present / a.base - b.present / b.base).slice(0, MEETINGS_SHOWN)
  const rate = Math.floor((present / base) * 100)
  return {
    outcome: 'fail',
    subject: quarter.id,
    message: `${periodLabel(quarter)}${counted.length}次会议应到共${base}人次、实到共${present}人次，到会率${rate}%，低于${Math.round(atLeast * 100)}%`,
    evidence: lowest.flatMap(({ record }) => headcountEvidence(`${recordName(record)}实到`, record.attendance.present)),
    data: { due: base, present },
  }
}

function countedIn(ledger: Ledger, record: DatedRecord): CountedMeeting | undefined {
  const due = headcount(record.attendance.due)
  const present = headcount(record.attendance.present)
  if (due === undefined || due === 0 || present === undefined) return undefined
  return { record, present, base: Math.max(present, due - excusedAmong(ledger, record, due)) }
}

/** How many of those due nothing is demanded of: as the record gives them apart, or as the roster shows. */
function excusedAmong(ledger: Ledger, record: DatedRecord, due: number): number {
  const { attendance } = record
  const apart = (headcount(attendance.mobile) ?? 0) + (headcount(attendance.unable) ?? 0)
  const members = (membersOn(ledger, record.date.value) ?? []).filter((member) => isOf(record, member))
  const excused = members.filter((member) => isExcusedOn(member, record.date.value))
  const dueNames = namesIn(attendance.due)?.map(({ value }) => value)
  if (dueNames !== undefined) return Math.max(apart, excused.filter(({ name }) => dueNames.includes(name.value)).length)
  const surplus = due - (members.length - excused.length)
  return Math.max(apart, Math.min(excused.length, Math.max(0, surplus)))
}

/** At a 党小组会, the members of its groups are due. */
function isOf({ groups }: DatedRecord, { group }: Member): boolean {
  return groups.length === 0 || groups.some(({ value }) => value === group?.value)
}
