import * as z from 'zod'
import { daysBetween, type PlainDate, yearOf } from '../../calendar/plain-date.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import { type Evidence, evidence, type Located } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { recordsIn } from '../examined-records.ts'
import { fullDayName, recordName } from '../record-name.ts'
import { laterEvents } from './dated-reference.ts'
import { grouped } from './grouped.ts'
import { isPlanned } from './planned.ts'
import { textsOf } from './record-texts.ts'
import { type UntimelyFinder, untimelyFinder } from './untimely.ts'

/** How sure it is that the record could not know: the measure of a finding. */
const SURE = 1
const UNSURE = 0.5
/** A day that nobody has checked may be wrong by some weeks, but hardly by more. */
const UNVERIFIED_DAYS = 31
/** Passages that a finding shows. */
const SHOWN = 3

/** Something that a record tells too early, with where it does. */
interface Untimely {
  /** What it is, as messages and findings' ids call it. */
  readonly name: string
  readonly reason: string
  readonly known: PlainDate
  readonly measure: number
  readonly evidence: Evidence
}

/** The measure is 1 where the record could surely not know, 0.5 where the day known is unchecked or the year is not written. */
export const anachronism = defineCheck({
  name: 'anachronism',
  summary: '核对记录有没有提到会议当天还没有发布的文件、还没有召开的会议、还没有部署的学习教育或以后的日子。',
  params: z.strictObject({}),
  *judge(ledger, _params, context) {
    const records = recordsIn(ledger, context)
    const first = records[0]
    if (first === undefined) return
    const find = untimelyFinder(context.timeline, first.date.value)
    for (const record of records) {
      const found = untimelyIn(record, find)
      if (found.length === 0) yield pass(record.key)
      for (const one of grouped(found, ({ name }) => name).values()) yield outcomeOf(record, one)
    }
  },
})

/** A task is what is still to be done, so it may speak of what is to come. */
function untimelyIn(record: DatedRecord, find: UntimelyFinder): Untimely[] {
  const day = lastDayOf(record)
  const isNamed = find.mayBeIn(record)
  const found: Untimely[] = []
  for (const { part, text } of textsOf(record)) {
    if (part === 'task') continue
    if (isNamed) found.push(...named(text, day, find))
    found.push(...dated(text, day))
  }
  return found
}

function named(text: Located<string>, day: PlainDate, { untimelyIn }: UntimelyFinder): Untimely[] {
  return untimelyIn(text.value, day).flatMap(({ name, known, verified, quote, start }) => {
    if (isPlanned(text.value, start, start + quote.length)) return []
    const isSure = verified || daysBetween(day, known) > UNVERIFIED_DAYS
    const reason = `${name}最早见于${fullDayName(known)}`
    return [{ name, reason, known, measure: isSure ? SURE : UNSURE, evidence: evidence(text, quote) }]
  })
}

function dated(text: Located<string>, day: PlainDate): Untimely[] {
  return laterEvents(text.value, day).map(({ said, from, quote, isUnsure }) => ({
    name: said,
    reason: `“${said}”${said.includes(String(yearOf(from))) ? '' : `按${yearOf(from)}年算`}在会议日期之后`,
    known: from,
    measure: isUnsure ? UNSURE : SURE,
    evidence: evidence(text, quote),
  }))
}

function lastDayOf({ date, endDate }: DatedRecord): PlainDate {
  return endDate !== undefined && endDate.value > date.value ? endDate.value : date.value
}

function outcomeOf(record: DatedRecord, found: readonly Untimely[]): Outcome {
  const { name, reason, known } = found[0] ?? { name: '', reason: '', known: record.date.value }
  return {
    outcome: 'fail',
    subject: `${record.key} ${name}`,
    measure: Math.max(...found.map(({ measure }) => measure)),
    message: `疑似提到当时还没有的内容：${recordName(record)}开在${fullDayName(record.date.value)}，而${reason}，请核对原始记录`,
    evidence: found.slice(0, SHOWN).map((one) => one.evidence),
    data: { name, known },
  }
}
