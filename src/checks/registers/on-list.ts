import * as z from 'zod'
import { contains } from '../../calendar/range.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import type { LedgerRecord } from '../../ledger/schema.ts'
import { APPRAISAL_GRADES } from '../../ledger/vocabulary.ts'
import { evidence, type Located } from '../../source/place.ts'
import { namesIn } from '../attendance/headcount.ts'
import { defineCheck, notEvaluated, type Outcome, pass } from '../contract.ts'
import { recordName } from '../record-name.ts'
import { keeps, notKeptReason } from './register-kept.ts'

const Field = z.enum(['people', 'counterparts'])

const Params = z.strictObject({
  /** 要核对的登记。 */
  kind: z.string(),
  /** 其中的“人员”（people）还是“对象”（counterparts）。 */
  field: Field,
  /** 名字应当在哪里：另一种登记的人员或对象，或者民主评议的一个等次。 */
  source: z.union([
    z.strictObject({ kind: z.string(), field: Field }),
    z.strictObject({ appraisal: z.enum(APPRAISAL_GRADES) }),
  ]),
  /** 那份名单在这里叫什么。 */
  list: z.string().min(1),
})
type Params = z.infer<typeof Params>

/** 6名困难党员 and the like name nobody. */
const PERSON = /^\p{Script=Han}(?:·?\p{Script=Han}){1,6}$/u
const LONGEST_NAME = 4
const NOT_A_NAME = /全体|所有|各位|党员|人员|同志|家庭|职工|群众|支部|小组|村|社区/u

export const onList = defineCheck({
  name: 'on-list',
  summary: '核对一份登记里的人是不是都在另一份名单上。',
  params: Params,
  *judge(ledger, params, { asOf, period }): Iterable<Outcome> {
    const { kind, field, source, list } = params
    if (!keeps(ledger, [kind])) return yield notEvaluated(notKeptReason([kind]))
    const held = ledger.records.filter((record): record is DatedRecord => isHeld(record, asOf))
    const listed = new Set(held.flatMap((record) => listedIn(record, source)).map(({ value }) => value))
    if (listed.size === 0) return yield notEvaluated(`台账没有${list}，无法核对${kind}`)
    for (const record of held) {
      if (!bears(record, kind) || !contains(period, record.date.value)) continue
      const beyond = record[field].filter((name) => isPerson(name) && !listed.has(name.value))
      if (beyond.length === 0) yield pass(record.key)
      else yield notListed(record, beyond, list)
    }
  },
})

function notListed(record: DatedRecord, beyond: readonly Located<string>[], list: string): Outcome {
  const names = beyond.map(({ value }) => value)
  return {
    outcome: 'fail',
    subject: record.key,
    measure: names.length,
    message: `${recordName(record)}里的${names.join('、')}不在台账的${list}上`,
    evidence: beyond.map((name) => evidence(name)),
    data: { names },
  }
}

function listedIn(record: LedgerRecord, source: Params['source']): readonly Located<string>[] {
  if ('appraisal' in source) return namesIn(record.appraisal?.grades[source.appraisal]) ?? []
  return bears(record, source.kind) ? record[source.field] : []
}

function isPerson({ value }: Located<string>): boolean {
  return PERSON.test(value) && value.length <= LONGEST_NAME && !NOT_A_NAME.test(value)
}
