import * as z from 'zod'
import { addDays } from '../calendar/plain-date.ts'
import { contains, type DateRange } from '../calendar/range.ts'
import { monthsWithout } from '../ledger/coverage.ts'
import { bears, type DatedRecord, heldOf } from '../ledger/held.ts'
import type { Ledger } from '../ledger/schema.ts'
import { evidence, type Located } from '../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from './contract.ts'
import { meetingsIn } from './meetings.ts'
import { keyWords, speaksOf, wordingOf } from './mentions.ts'
import { dayName, recordName } from './record-name.ts'

const Params = z.strictObject({
  /** 支委会之后多少天内应有党员大会。 */
  within: z.int().positive().default(92),
})

const TO_ASSEMBLY = /(?:提交|提请|报请?|交|上)(?:支部|党支部|本支部)?(?:全体)?(?:党员)?大会(?!以来|精神)/u

export const submitted = defineCheck({
  name: 'submitted',
  summary: '支委会议定提交党员大会的事项，以后有没有党员大会研究。',
  params: Params,
  *judge(ledger, { within }, context): Iterable<Outcome> {
    for (const record of meetingsIn(ledger, context)) {
      if (!bears(record, '支委会')) continue
      for (const matter of mattersOf(record)) {
        const window = { from: record.date.value, to: addDays(record.date.value, within) }
        yield outcomeOf(ledger, record, matter, window, within, context)
      }
    }
  },
})

/** What was resolved, else what stood on the agenda. */
function mattersOf({ decisions, agenda }: DatedRecord): Located<string>[] {
  const isSubmitted = ({ value }: Located<string>) => TO_ASSEMBLY.test(value)
  const resolved = decisions.map(({ task }) => task).filter(isSubmitted)
  return resolved.length > 0 ? resolved : agenda.map(({ content }) => content).filter(isSubmitted)
}

function outcomeOf(
  ledger: Ledger,
  record: DatedRecord,
  matter: Located<string>,
  window: DateRange,
  within: number,
  context: CheckContext,
): Outcome {
  const subject = `${record.key} ${matter.value}`
  const assemblies = heldOf(ledger, '党员大会', context.asOf).filter(({ date }) => contains(window, date.value))
  const words = keyWords(matter.value)
  if (assemblies.some((assembly) => takesUp(assembly, words))) return pass(subject)
  if (context.asOf <= window.to) return notDue(subject)
  const missing = monthsBeyond(ledger, window, context)
  if (missing.length > 0) return notEvaluated(`台账没有${missing.join('、')}的记录`, subject)
  const found = assemblies.length === 0 ? '台账未见党员大会记录' : '党员大会记录中未见这一议题'
  return {
    outcome: 'fail',
    subject,
    message: `疑似议而未提：${recordName(record)}议定“${matter.value}”，此后${within}天（至${dayName(window.to)}）内${found}，请核对原始记录`,
    evidence: [evidence(matter)],
  }
}

/** A 大会 that tells nothing of what it was about may have been about this. */
function takesUp(assembly: DatedRecord, words: readonly string[]): boolean {
  const wording = wordingOf(assembly)
  return wording === '' || words.length === 0 || speaksOf(wording, words, undefined)
}

/** Months of the window outside the period that are not in the ledger: what happened in them is unknown. */
function monthsBeyond(ledger: Ledger, window: DateRange, { period }: CheckContext): string[] {
  if (window.to <= period.to) return []
  return monthsWithout(ledger, { from: addDays(period.to, 1), to: window.to }).map(({ id }) => id)
}
