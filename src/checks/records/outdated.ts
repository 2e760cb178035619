import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import { evidence } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { recordsIn } from '../examined-records.ts'
import { fullDayName, recordName } from '../record-name.ts'
import { grouped } from './grouped.ts'
import { textsOf } from './record-texts.ts'
import { type MentionFinder, mentionFinder } from './timeline-mentions.ts'

/** Wording that puts the document to use today. */
const IN_USE = /(?:学习|传达|宣读|贯彻|落实|按照|依照|依据|根据|对照|遵照|执行)[^，。；！？\n]{0,8}$/u
/** Wording that knows that it is of the past. */
const OF_THE_PAST = /原|旧|曾|当时|过去|历史|沿革|对比|比较|变化|修订前|废止|失效|取代|代替/u

export const outdated = defineCheck({
  name: 'outdated',
  summary: '核对会议有没有还在学习、依照已被取代的文件。',
  params: z.strictObject({}),
  *judge(ledger, _params, context) {
    const find = mentionFinder(context.timeline.filter(({ replaced }) => replaced !== undefined))
    for (const record of recordsIn(ledger, context)) yield* outcomesOf(record, find)
  },
})

function* outcomesOf(record: DatedRecord, { mayBeIn, mentionsIn }: MentionFinder): Iterable<Outcome> {
  if (!mayBeIn(record)) {
    yield pass(record.key)
    return
  }
  const { date } = record
  const found = textsOf(record).flatMap(({ text }) =>
    mentionsIn(text.value).flatMap(({ entry: { name, replaced }, before, after, quote }) => {
      if (replaced === undefined || replaced.on >= date.value) return []
      const isInUse = IN_USE.test(before.replace(/[《“"]$/u, '')) && !OF_THE_PAST.test(`${before}${after}`)
      return isInUse ? [{ name, replaced, evidence: evidence(text, quote) }] : []
    }),
  )
  if (found.length === 0) yield pass(record.key)
  for (const [name, same] of grouped(found, (one) => one.name)) {
    const [first] = same
    if (first === undefined) continue
    const { by, on } = first.replaced
    yield {
      outcome: 'fail',
      subject: `${record.key} ${name}`,
      message: `疑似沿用过时文件：${recordName(record)}仍用《${name}》，它已在${fullDayName(on)}由《${by}》取代，请核对原始记录`,
      evidence: same.map((one) => one.evidence),
      data: { name, by, on },
    }
  }
}
