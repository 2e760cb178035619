import * as z from 'zod'
import { isOver } from '../../calendar/period.ts'
import { addDays } from '../../calendar/plain-date.ts'
import { contains, daysToDate } from '../../calendar/range.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { lostIn } from '../frequency/lost.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'
import { keeps, notKeptReason } from '../registers/register-kept.ts'

const Params = z.strictObject({
  /** 专项台账或记录的类型。 */
  kind: z.string(),
  /** 登记以后多少天内应当有结果。 */
  within: z.int().positive(),
  /** 结果在这里叫什么：答复、评议、回头看 …… */
  what: z.string().default('结果'),
  /** 没有填“结果”，内容里有这些字样的，也算有了结果。 */
  closing: z.array(z.string().min(1)).default(['办结', '已解决', '已答复', '已反馈', '已落实', '已完成', '销号']),
  /** 结果可以写在这些类型的后续记录里；同一类型总是算的。 */
  alsoIn: z.array(z.string()).default([]),
})
type Params = z.infer<typeof Params>

/** The measure is the number of days since the entry. */
export const followedUp = defineCheck({
  name: 'followed-up',
  summary: '逐条核对登记的事项在规定天数内有没有结果，结果写在后面记录里的也算。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    if (!keeps(ledger, [params.kind])) {
      yield notEvaluated(notKeptReason([params.kind]))
      return
    }
    const held = ledger.records.filter((record): record is DatedRecord => isHeld(record, context.asOf))
    for (const entry of held) {
      const due = addDays(entry.date.value, params.within)
      if (!bears(entry, params.kind) || !contains(context.period, due)) continue
      if (isClosed(entry, params) || held.some((later) => closes(later, entry, params))) yield pass(entry.key)
      else if (!isOver({ from: due, to: due }, context.asOf, context.graceDays)) yield notDue(entry.key)
      else yield undecided(ledger, entry, params, context) ?? open(entry, params)
    }
  },
})

/** The result may stand in what could not be read. */
function undecided(ledger: Ledger, { key, date }: DatedRecord, params: Params, { asOf }: CheckContext) {
  const lost = lostIn(ledger, [params.kind, ...params.alsoIn].join('、'), daysToDate(date.value, asOf))
  return lost === undefined ? undefined : notEvaluated(lost, key)
}

function open(entry: DatedRecord, { within, what }: Params): Outcome {
  const about = entry.counterparts.length > 0 ? entry.counterparts : entry.people
  const whom = about.length > 0 ? `（${about.map(({ value }) => value).join('、')}）` : ''
  return {
    outcome: 'fail',
    subject: entry.key,
    measure: within,
    message: `${recordName(entry)}${whom}登记已满${within}天，台账未见${what}`,
    evidence: [evidence(entry.content ?? entry.title ?? entry.date)],
  }
}

function isClosed(record: DatedRecord, { closing }: Params): boolean {
  if (record.result !== undefined) return true
  const text = wordingOf(record)
  return closing.some((word) => text.includes(word))
}

/** A later record on the same matter or person, with its result. */
function closes(later: DatedRecord, entry: DatedRecord, params: Params): boolean {
  if (later.key === entry.key || later.date.value < entry.date.value) return false
  if (![params.kind, ...params.alsoIn].some((kind) => bears(later, kind))) return false
  return isAboutTheSame(later, entry) && isClosed(later, params)
}

function isAboutTheSame(later: DatedRecord, { title, counterparts, people }: DatedRecord): boolean {
  if (title !== undefined && wordingOf(later).includes(title.value)) return true
  const named = counterparts.length > 0 ? counterparts : people
  const said = [...later.counterparts, ...later.people].map(({ value }) => value)
  return named.some(({ value }) => said.includes(value))
}
