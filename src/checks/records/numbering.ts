import * as z from 'zod'
import { yearOf } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notEvaluated, type Outcome, pass } from '../contract.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { meetingsIn, meetingsUpTo } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { grouped } from './grouped.ts'

/** The number that a title gives its meeting. */
interface Nth {
  readonly number: number
  /** Kind, group and the wording around the number: meetings that differ in one of these are counted apart. */
  readonly series: string
}

/** A meeting that its title calls the nth of the year. */
interface Numbered extends Nth {
  readonly record: DatedRecord
}

const NTH = /^(.*?)第\s*(\d{1,3}|[一二三四五六七八九十百]{1,4})\s*次(.{0,6})/u
/** The number of something else: of a congress, a study of the Politburo, a plenary session. */
const OF_SOMETHING_ELSE = /代表大会|全体会议|全会|集体学习|党代会|学习|贯彻|传达/u

export const numbering = defineCheck({
  name: 'numbering',
  summary: '核对标题写“第几次”的会议，次数有没有断号、重号、倒置。',
  params: z.strictObject({}),
  *judge(ledger, _params, context) {
    const all = meetingsUpTo(ledger, context)
    const numbered = all.flatMap((record) => {
      const nth = nthOf(record)
      return nth === undefined ? [] : [{ ...nth, record }]
    })
    const inYear = ({ record, series }: Numbered) => `${yearOf(record.date.value)}\n${series}`
    for (const series of grouped(numbered, inYear).values()) yield* outcomesOf(series, ledger, context)
    if (numbered.length === 0 && meetingsIn(ledger, context).length > 0) yield pass()
  },
})

function nthOf({ title, kinds, groups }: LedgerRecord): Nth | undefined {
  const [quote, before = '', digits = '', after = ''] = NTH.exec(title?.value ?? '') ?? []
  if (quote === undefined || OF_SOMETHING_ELSE.test(`${before}${after}`)) return undefined
  const [ofKinds, ofGroups] = [kinds, groups].map((names) => names.map(({ value }) => value).join('、'))
  return { number: readNumeral(digits), series: [ofKinds, ofGroups, before, after].join('\n') }
}

function* outcomesOf(series: readonly Numbered[], ledger: Ledger, context: CheckContext): Iterable<Outcome> {
  for (const [index, one] of series.entries()) {
    const before = series[index - 1]
    if (!contains(context.period, one.record.date.value)) continue
    const found = before && oddityOf(before, one, ledger, context)
    if (before === undefined || found === undefined) {
      yield pass(one.record.key)
      continue
    }
    const unseen = found === GAP ? unseenBetween(before, one, ledger, context) : undefined
    if (unseen !== undefined) {
      yield notEvaluated(`${unseen}，无法判断次数有没有断号`, one.record.key)
      continue
    }
    const title = one.record.title
    yield {
      outcome: 'fail',
      subject: one.record.key,
      message: `疑似编号有误：${recordName(before.record)}写作第${before.number}次，${recordName(one.record)}写作第${one.number}次，${found}，请核对原始记录`,
      evidence: [before.record.title, title].flatMap((text) => (text === undefined ? [] : [evidence(text)])),
      data: { before: before.number, number: one.number },
    }
  }
}

const GAP = '中间的次数台账未见记录'

function oddityOf(before: Numbered, one: Numbered, ledger: Ledger, context: CheckContext): string | undefined {
  const step = one.number - before.number
  if (step === 1 || (step < 0 && one.number === 1)) return undefined
  if (step === 0) return before.record.date.value === one.record.date.value ? undefined : '次数相同'
  if (step < 0) return '次数与日期先后相反'
  const told = new Set(ledger.records.flatMap((record) => toldAs(record, one) ?? []))
  const left = step - 1 - [...told].filter((number) => before.number < number && number < one.number).length
  return unnumberedBetween(before, one, meetingsUpTo(ledger, context)) >= left ? undefined : GAP
}

/** The number in the same series that a record bears, held or not: what was called off is not left out. */
function toldAs(record: LedgerRecord, one: Numbered): number | undefined {
  const isOfYear = record.date === undefined || yearOf(record.date.value) === yearOf(one.record.date.value)
  const nth = nthOf(record)
  return isOfYear && nth?.series === one.series ? nth.number : undefined
}

/** Meetings of the same kind between the two whose titles give no number: they may be the ones that are left out. */
function unnumberedBetween(before: Numbered, one: Numbered, all: readonly DatedRecord[]): number {
  const range = { from: before.record.date.value, to: one.record.date.value }
  return all.filter(
    (record) => contains(range, record.date.value) && nthOf(record) === undefined && isOfKindsOf(record, one),
  ).length
}

function unseenBetween(before: Numbered, one: Numbered, ledger: Ledger, { period }: CheckContext): string | undefined {
  const name = one.record.kinds.map(({ value }) => value).join('、')
  const records = ledger.records.filter((record) => isOfKindsOf(record, one))
  return unseenIn(ledger, { name, records }, { from: before.record.date.value, to: one.record.date.value }, period)
}

function isOfKindsOf({ kinds }: LedgerRecord, { record }: Numbered): boolean {
  return record.kinds.some(({ value }) => kinds.some((kind) => kind.value === value))
}

/** 二十三 is 23. */
function readNumeral(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text)
  let total = 0
  let digit = 0
  for (const character of text) {
    const unit = { 十: 10, 百: 100 }[character]
    if (unit === undefined) digit = '一二三四五六七八九'.indexOf(character) + 1
    else {
      total += (digit || 1) * unit
      digit = 0
    }
  }
  return total + digit
}
