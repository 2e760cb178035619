import * as z from 'zod'
import { yearOf } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn, meetingsUpTo } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { grouped } from './grouped.ts'

/** A meeting that its title calls the nth of a series. */
interface Numbered {
  readonly record: DatedRecord
  readonly number: number
  readonly quote: string
  /** Kind, group, year and the wording around the number: meetings that differ in one of these are counted apart. */
  readonly series: string
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
    const numbered = all.flatMap((record) => numberedBy(record) ?? [])
    for (const series of grouped(numbered, (one) => one.series).values()) yield* outcomesOf(series, all, context)
    if (numbered.length === 0 && meetingsIn(ledger, context).length > 0) yield pass()
  },
})

function numberedBy(record: DatedRecord): Numbered | undefined {
  const [quote, before = '', digits = '', after = ''] = NTH.exec(record.title?.value ?? '') ?? []
  if (quote === undefined || OF_SOMETHING_ELSE.test(`${before}${after}`)) return undefined
  const kinds = record.kinds.map(({ value }) => value).join('、')
  const groups = record.groups.map(({ value }) => value).join('、')
  const series = [kinds, groups, yearOf(record.date.value), before, after].join('\n')
  return { record, number: readNumeral(digits), quote, series }
}

function* outcomesOf(
  series: readonly Numbered[],
  all: readonly DatedRecord[],
  { period }: CheckContext,
): Iterable<Outcome> {
  for (const [index, one] of series.entries()) {
    const before = series[index - 1]
    if (!contains(period, one.record.date.value)) continue
    const found = before && oddityOf(before, one, all)
    if (before === undefined || found === undefined) {
      yield pass(one.record.key)
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

function oddityOf(before: Numbered, one: Numbered, all: readonly DatedRecord[]): string | undefined {
  const step = one.number - before.number
  if (step === 1 || (step < 0 && one.number === 1)) return undefined
  if (step === 0) return before.record.date.value === one.record.date.value ? undefined : '次数相同'
  if (step < 0) return '次数与日期先后相反'
  return unnumberedBetween(before, one, all) >= step - 1 ? undefined : '中间的次数台账未见记录'
}

/** Meetings of the same kind between the two whose titles give no number: they may be the ones that are left out. */
function unnumberedBetween(before: Numbered, one: Numbered, all: readonly DatedRecord[]): number {
  const kinds = new Set(one.record.kinds.map(({ value }) => value))
  return all.filter((record) => {
    const isBetween = before.record.date.value <= record.date.value && record.date.value <= one.record.date.value
    return isBetween && numberedBy(record) === undefined && record.kinds.some(({ value }) => kinds.has(value))
  }).length
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
