import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import type { Located } from '../../source/place.ts'
import { evidence } from '../../source/place.ts'
import { anyOf, matchesOf } from '../../text/matches.ts'
import { onceEach } from '../../text/once-each.ts'
import { defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 会议记录至少多少字才核对。 */
  atLeast: z.int().positive().default(80),
})

/** The list in `rules/lexicon` of wording that says nothing of this meeting. */
const LEXICON = 'stock-phrases'
/** Phrases that a message names. */
const NAMED = 3

/** The measure is the share of the minutes, 0 to 1, that is such wording. */
export const stockPhrases = defineCheck({
  name: 'stock-phrases',
  summary: '估算会议记录中套话占多少。',
  params: Params,
  *judge(ledger, { atLeast }, context) {
    const records = meetingsIn(ledger, context).filter(({ minutes }) => (minutes?.value.length ?? 0) >= atLeast)
    if (records.length === 0) yield notApplicable(`检查期内没有${atLeast}字以上的会议记录`)
    const pattern = patternOf(context.phrases(LEXICON))
    for (const record of records) if (record.minutes !== undefined) yield outcomeOf(record, record.minutes, pattern)
  },
})

/** The list is the same for all ledgers. */
const patternOf = onceEach(anyOf)

function outcomeOf(record: DatedRecord, minutes: Located<string>, pattern: RegExp): Outcome {
  const found = matchesOf(minutes.value, pattern).map(([phrase]) => phrase)
  const [first] = found
  if (first === undefined) return pass(record.key)
  const characters = minutes.value.replace(/[\s\p{P}]/gu, '').length
  const share = found.join('').length / Math.max(characters, 1)
  const distinct = [...new Set(found)].slice(0, NAMED)
  return {
    outcome: 'fail',
    subject: record.key,
    measure: share,
    message: `${recordName(record)}的会议记录约${Math.floor(share * 100)}%是套话（${distinct.join('、')}），看不出会上说了什么`,
    evidence: [evidence(minutes, first)],
    data: { share: Math.round(share * 100) / 100 },
  }
}
