import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import { ABSENCE, isIllegible } from '../../ledger/illegible.ts'
import type { Absences, Attendance } from '../../ledger/schema.ts'
import type { Evidence } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { headcount, headcountEvidence, isRough, namesIn } from './headcount.ts'

/** What an attendance gets wrong, and where it says so. */
interface Mismatch {
  readonly said: string
  readonly evidence: readonly Evidence[]
}

const LABELS = {
  due: '应到',
  present: '实到',
  leave: '请假',
  absent: '缺席',
  guests: '列席',
  votersDue: '应到会有表决权',
  votersPresent: '实到会有表决权',
  mobile: '流动',
  unable: '行动不便',
} as const satisfies Record<keyof Attendance, string>
const FIELDS = Object.keys(LABELS) as (keyof Attendance)[]
const READ = [...ABSENCE, ...FIELDS]

export const arithmetic = defineCheck({
  name: 'arithmetic',
  summary: '核对应到、实到、请假、缺席人数是否相符，名单与人数是否一致。',
  params: z.strictObject({}),
  *judge(ledger, _params, context): Iterable<Outcome> {
    const incomplete: DatedRecord[] = []
    const rough: DatedRecord[] = []
    const illegible: DatedRecord[] = []
    for (const record of meetingsIn(ledger, context)) {
      const { attendance } = record
      if (FIELDS.some((field) => isRough(attendance[field]))) {
        rough.push(record)
        continue
      }
      if (isIllegible(record, READ)) {
        illegible.push(record)
        continue
      }
      const mismatches = [...listMismatches(attendance), ...sumMismatches(record)]
      if (mismatches.length > 0) yield found(record, mismatches)
      else if (isCountable(attendance)) yield pass(record.key)
      else incomplete.push(record)
    }
    yield* undecided(incomplete, '未写明应到、实到人数，无法核对')
    yield* undecided(rough, '的人数只是约数，无法核对')
    yield* undecided(illegible, '的人数或请假、缺席一栏没有读出来，无法核对')
  },
})

function found(record: DatedRecord, mismatches: readonly Mismatch[]): Outcome {
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}：${mismatches.map(({ said }) => said).join('；')}`,
    evidence: mismatches.flatMap(({ evidence }) => evidence),
  }
}

function isCountable({ due, present }: Attendance): boolean {
  return headcount(due) !== undefined && headcount(present) !== undefined
}

/** A list beside a number must name as many; one who is named twice may be two people or one. */
function* listMismatches(attendance: Attendance): Iterable<Mismatch> {
  for (const field of FIELDS) {
    const given = attendance[field]
    const names = namesIn(given)?.map(({ value }) => value)
    const number = given?.number?.value
    if (names === undefined || number === undefined) continue
    if (names.length === number || new Set(names).size === number) continue
    const said = `${LABELS[field]}${number}人，名单列有${names.length}人`
    yield { said: said + guestsExplain(names.length - number, attendance, field), evidence: shown(attendance, [field]) }
  }
}

function* sumMismatches({ attendance, jointBranches }: DatedRecord): Iterable<Mismatch> {
  const due = headcount(attendance.due)
  const present = headcount(attendance.present)
  if (due === undefined || present === undefined) return
  if (present > due) {
    if (jointBranches.length > 0) return
    const said = `应到${due}人，实到${present}人，实到多于应到`
    yield {
      said: said + guestsExplain(present - due, attendance, 'present'),
      evidence: shown(attendance, ['due', 'present']),
    }
    return
  }
  const missing = absentees(attendance)
  if (missing === undefined) return
  const apart = (headcount(attendance.mobile) ?? 0) + (headcount(attendance.unable) ?? 0)
  const gap = due - present - missing
  if (gap >= 0 && gap <= apart) return
  const parts = (['present', 'leave', 'absent', 'mobile', 'unable'] as const).flatMap((field) => {
    const number = headcount(attendance[field])
    return number === undefined ? [] : `${LABELS[field]}${number}人`
  })
  const total = present + missing + apart
  const said = `应到${due}人，${parts.join('、')}，合计${total}人，与应到不符`
  yield {
    said: said + guestsExplain(total - due, attendance, 'present'),
    evidence: shown(attendance, ['due', 'present', 'leave', 'absent', 'mobile', 'unable']),
  }
}

/**
 * 请假 and 缺席 together: where only one is given, the other is none; where neither is, it is unknown. One who stands in
 * both lists is one person, as are 缺席人数 and the names under 请假 where a table gives the former for the latter.
 */
function absentees({ leave, absent }: Attendance): number | undefined {
  const onLeave = headcount(leave)
  const away = headcount(absent)
  if (onLeave === undefined || away === undefined) return onLeave ?? away
  return onLeave + away - sharedBy(leave, absent)
}

function sharedBy(leave: Absences | undefined, absent: Absences | undefined): number {
  const names = namesIn(leave)?.map(({ value }) => value)
  if (leave?.number === undefined && absent?.list === undefined && absent?.number?.value === names?.length) {
    return names?.length ?? 0
  }
  return namesIn(absent)?.filter(({ value }) => names?.includes(value)).length ?? 0
}

/** 列席 counted as 实到 is the usual slip: said where the numbers tell it. */
function guestsExplain(surplus: number, { guests }: Attendance, field: keyof Attendance): string {
  if (field !== 'present' || surplus <= 0 || headcount(guests) !== surplus) return ''
  return `，多出的${surplus}人与列席人数相同，列席人员不计入应到和实到`
}

function shown(attendance: Attendance, fields: readonly (keyof Attendance)[]): Evidence[] {
  return fields.flatMap((field) => headcountEvidence(LABELS[field], attendance[field]))
}
