import * as z from 'zod'
import { addDays } from '../../calendar/plain-date.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { bears, type DatedRecord, isHeld } from '../../ledger/held.ts'
import { isEverybody } from '../../ledger/named-people.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { type Evidence, evidence } from '../../source/place.ts'
import { byText } from '../../text/order.ts'
import { quoted } from '../agenda/steps.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { keyWords, speaksOf } from '../decisions/mentions.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { recordName } from '../record-name.ts'
import { wordingOf } from '../records/record-texts.ts'
import { keeps, notKeptReason } from './register-kept.ts'

const Step = z.strictObject({
  /** 环节的名称。 */
  name: z.string().min(1),
  /** 登记里出现任何一个这样的字样，就是这个环节。 */
  words: z.array(z.string().min(1)).min(1),
  /** 这些类型的会议讨论了同一事项的，也算有这个环节。 */
  kinds: z.array(z.string()).default([]),
})
type Step = z.infer<typeof Step>

const Params = z.strictObject({
  /** 专项台账的类型。 */
  kind: z.string(),
  /** 登记按什么归到一起：title 同一主题，person 同一个人。 */
  by: z.enum(['title', 'person']).default('title'),
  /** 依次进行的环节。 */
  steps: z.array(Step).min(2),
  /** 缺环节也要提出的，最后一条登记以后多少天算走完；不写则只看先后。 */
  completeAfter: z.int().positive().optional(),
})
type Params = z.infer<typeof Params>

/** One thing that goes through the steps: a matter of the village, or a person on the way into the party. */
interface Matter {
  readonly name: string
  readonly records: readonly DatedRecord[]
}

export const stepOrder = defineCheck({
  name: 'step-order',
  summary: '按登记核对一件事的几个环节是不是依次进行、有没有缺。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    if (!keeps(ledger, [params.kind])) {
      yield notEvaluated(notKeptReason([params.kind]))
      return
    }
    const entries = ledger.records.filter(
      (record): record is DatedRecord => isHeld(record, context.asOf) && bears(record, params.kind),
    )
    for (const entry of entries) {
      if (namesOf(entry, params).length === 0 && contains(context.period, entry.date.value)) {
        yield notEvaluated(`${recordName(entry)}没有写明${params.by === 'title' ? '主题' : '人员'}`, entry.key)
      }
    }
    for (const matter of mattersOf(entries, params)) {
      const [first, last] = [matter.records[0]?.date.value, matter.records.at(-1)?.date.value]
      if (first === undefined || last === undefined || !contains(context.period, last)) continue
      yield outOfOrder(matter, params) ?? incomplete(ledger, matter, { from: first, to: last }, params, context)
    }
  },
})

function mattersOf(entries: readonly DatedRecord[], params: Params): Matter[] {
  const matters = new Map<string, DatedRecord[]>()
  for (const entry of entries) {
    for (const name of namesOf(entry, params)) matters.set(name, [...(matters.get(name) ?? []), entry])
  }
  return [...matters].map(([name, records]) => ({ name, records })).sort(byText(({ name }) => name))
}

function namesOf({ title, people, counterparts }: LedgerRecord, { by }: Pick<Params, 'by'>): string[] {
  if (by === 'title') return title === undefined ? [] : [title.value]
  const named = counterparts.length > 0 ? counterparts : people
  return [...new Set(named.map(({ value }) => value))].filter((name) => !isEverybody(name))
}

function outOfOrder({ name, records }: Matter, { steps }: Params): Outcome | undefined {
  const first = steps.map((step) => records.find((record) => stepOf(record, steps) === step))
  for (const [at, later] of first.entries()) {
    const overtaken = first.findIndex(
      (one, before) => before < at && one !== undefined && later !== undefined && one.date.value > later.date.value,
    )
    const earlier = first[overtaken]
    if (earlier === undefined || later === undefined) continue
    return {
      outcome: 'fail',
      subject: name,
      message: `${name}：“${steps[at]?.name}”（${later.date.value}）早于“${steps[overtaken]?.name}”（${earlier.date.value}），先后颠倒`,
      evidence: [evidence(later.date), evidence(earlier.date)],
    }
  }
  return undefined
}

/** The step that an entry names first: what it says behind that tells of steps taken or to come. */
function stepOf(record: DatedRecord, steps: readonly Step[]): Step | undefined {
  const text = saidOf(record)
  const found = steps.flatMap((step) => {
    const at = step.words.map((word) => text.indexOf(word)).filter((index) => index >= 0)
    return at.length === 0 ? [] : [{ step, at: Math.min(...at) }]
  })
  return found.sort((a, b) => a.at - b.at)[0]?.step
}

/** All but the title, which names the matter. */
function saidOf({ title, ...record }: DatedRecord): string {
  const others = Object.values(record.others).map(({ value }) => value)
  return [...others, record.form?.value ?? '', wordingOf(record)].join('\n')
}

function incomplete(
  ledger: Ledger,
  { name, records }: Matter,
  { from: first, to: last }: DateRange,
  params: Params,
  context: CheckContext,
): Outcome {
  const { kind, steps, completeAfter } = params
  const text = records.map(saidOf).join('\n')
  const missing = steps.filter(
    (step) => !step.words.some((word) => text.includes(word)) && !isTakenElsewhere(ledger, name, step, context),
  )
  if (completeAfter === undefined || missing.length === 0) return pass(name)
  const isFinished = missing.every((step) => step !== steps.at(-1))
  if (!isFinished && !context.asOf.isPast(addDays(last, completeAfter))) return notDue(name)
  const days = { from: addDays(first, -completeAfter), to: isFinished ? last : addDays(last, completeAfter) }
  const sought = {
    name: [kind, ...steps.flatMap(({ kinds }) => kinds)].join('、'),
    records: ledger.records.filter((record) => bears(record, kind) && namesOf(record, params).includes(name)),
  }
  const unseen = unseenIn(ledger, sought, days, context.period)
  if (unseen !== undefined) return notEvaluated(`${unseen}，无法判断${name}的环节有没有缺`, name)
  const shown: Evidence[] = records.map(({ date }) => evidence(date))
  return {
    outcome: 'fail',
    subject: name,
    message: `${name}：台账未见${quoted(missing.map((step) => step.name))}环节的登记`,
    evidence: shown,
    data: { missing: missing.map((step) => step.name) },
  }
}

function isTakenElsewhere({ records }: Ledger, matter: string, { kinds }: Step, { asOf }: CheckContext): boolean {
  const words = keyWords(matter)
  return records.some(
    (record) =>
      isHeld(record, asOf) &&
      kinds.some((kind) => bears(record, kind)) &&
      speaksOf(wordingOf(record), words, undefined),
  )
}
