import * as z from 'zod'
import { parsePeriod } from '../../calendar/period.ts'
import { weekday } from '../../calendar/plain-date.ts'
import { contains, intersect } from '../../calendar/range.ts'
import type { LedgerRecord } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, type Outcome, pass } from '../contract.ts'
import { recordName } from '../record-name.ts'

const WEEKDAYS = ['', '星期一', '星期二', '星期三', '星期四', '星期五', '星期六', '星期日'] as const
const MINUTES_PER_HOUR = 60
const MINUTES_PER_DAY = 1440

interface Contradiction {
  readonly message: string
  readonly evidence: readonly Evidence[]
}

export const impossible = defineCheck({
  name: 'impossible',
  summary: '核对日期是否存在、星期与日期是否相符、结束是否早于开始。',
  params: z.strictObject({}),
  *judge({ records }, _params, context) {
    for (const record of records) {
      if (!isExamined(record, context)) continue
      yield outcomeOf(record)
    }
  },
})

/** A plan with a day that does not exist is as impossible; a day that does not exist counts by its month. */
function isExamined({ date, impossibleDate }: LedgerRecord, { period }: CheckContext): boolean {
  if (date !== undefined) return contains(period, date.value)
  if (impossibleDate === undefined) return false
  const [, year, month] = /(\d{4})\D+(\d{1,2})/u.exec(impossibleDate.value) ?? []
  const range = year && month ? parsePeriod(`${year}-${month.padStart(2, '0')}`) : undefined
  return range === undefined || intersect(period, range) !== undefined
}

function outcomeOf(record: LedgerRecord): Outcome {
  const found = [missingDay(record), wrongWeekday(record), reversedDays(record), reversedTimes(record)].filter(
    (one) => one !== undefined,
  )
  if (found.length === 0) return pass(record.key)
  return {
    outcome: 'fail',
    subject: record.key,
    message: found.map(({ message }) => message).join('；'),
    evidence: found.flatMap((one) => one.evidence),
  }
}

function missingDay({ impossibleDate }: LedgerRecord): Contradiction | undefined {
  if (impossibleDate === undefined) return undefined
  const written = impossibleDate.raw ?? impossibleDate.value
  return { message: `日期写作“${written}”，历法上没有这一天`, evidence: [evidence(impossibleDate)] }
}

function wrongWeekday(record: LedgerRecord): Contradiction | undefined {
  const { date, statedWeekday } = record
  if (date === undefined || statedWeekday === undefined || weekday(date.value) === statedWeekday.value) return undefined
  const stated = WEEKDAYS[statedWeekday.value]
  return {
    message: `${recordName(record)}写明是${stated}，而${date.value}是${WEEKDAYS[weekday(date.value)]}`,
    evidence: [evidence(date)],
  }
}

function reversedDays(record: LedgerRecord): Contradiction | undefined {
  const { date, endDate } = record
  if (date === undefined || endDate === undefined || endDate.value >= date.value) return undefined
  return {
    message: `${recordName(record)}的结束日期${endDate.value}早于开始日期${date.value}`,
    evidence: [evidence(date), evidence(endDate)],
  }
}

/** An end past midnight stands above 1440, so an end below the start is a contradiction. */
function reversedTimes(record: LedgerRecord): Contradiction | undefined {
  const { time, date, endDate } = record
  if (time?.value.end === undefined || time.value.end >= time.value.start) return undefined
  if (date !== undefined && endDate !== undefined && endDate.value > date.value) return undefined
  const { start, end } = time.value
  return {
    message: `${recordName(record)}的结束时间${clock(end)}早于开始时间${clock(start)}`,
    evidence: [evidence(time)],
  }
}

function clock(minutes: number): string {
  const ofDay = minutes % MINUTES_PER_DAY
  return `${Math.floor(ofDay / MINUTES_PER_HOUR)}:${String(ofDay % MINUTES_PER_HOUR).padStart(2, '0')}`
}
