import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import { evidence } from '../../source/place.ts'
import { matchesOf } from '../../text/matches.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { textsOf } from './record-texts.ts'

const Params = z.strictObject({
  /** 正文至少多少字才核对：太短的说明不了什么。 */
  atLeast: z.int().positive().default(200),
})

const DOCUMENT = /《([^《》]{4,60})》/gu
/** Words of names that stand in any text. */
const COMMON =
  /中国共产党|中华人民共和国|中共中央|习近平|关于|工作|条例|规定|办法|细则|意见|通知|建设|讲话|选编|论述|摘编|汇编|试行|（[^）]*）|\([^)]*\)|[\s\p{P}]/gu

export const titleAndBody = defineCheck({
  name: 'title-and-body',
  summary: '核对标题写明学习某份文件的，正文有没有提到它。',
  params: Params,
  *judge(ledger, { atLeast }, context) {
    for (const record of meetingsIn(ledger, context)) yield outcomeOf(record, atLeast)
  },
})

/** Only a document named in 《》 can be looked for: other titles may well be said in other words. */
function outcomeOf(record: DatedRecord, atLeast: number): Outcome {
  const { key, title } = record
  const documents = matchesOf(title?.value ?? '', DOCUMENT).map(([, name = '']) => name)
  if (title === undefined || documents.length === 0) return pass(key)
  const body = textsOf(record)
    .filter(({ part }) => part !== 'title')
    .map(({ text }) => text.value)
    .join('\n')
  if (body.length < atLeast) return pass(key)
  if (documents.some((name) => isMentioned(name, body))) return pass(key)
  return {
    outcome: 'fail',
    subject: key,
    message: `疑似题文不符：${recordName(record)}的标题写的是《${documents.join('》《')}》，正文却没有提到，请核对原始记录`,
    evidence: [evidence(title)],
    data: { documents, characters: body.length },
  }
}

/** Any two characters in a row of what sets the name apart; a name of common words alone is not looked for. */
function isMentioned(name: string, body: string): boolean {
  const own = name.split(COMMON).filter((part) => part.length >= 2)
  if (own.length === 0) return true
  return own.some((part) => pairsOf(part).some((pair) => body.includes(pair)))
}

function pairsOf(text: string): string[] {
  return Array.from({ length: text.length - 1 }, (_, at) => text.slice(at, at + 2))
}
