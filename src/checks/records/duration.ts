import * as z from 'zod'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import { type Evidence, evidence, type Located } from '../../source/place.ts'
import { defineCheck, type Json, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 太短要提示的会议类型。 */
  kinds: z.array(z.string()).min(1),
  /** 分钟：不足这个时长算太短。 */
  atLeast: z.int().positive(),
  /** 分钟：超过这个时长算太长。 */
  atMost: z.int().positive(),
})
type Params = z.infer<typeof Params>

/** What takes a day by its nature: going somewhere, working together, and sittings with a break. */
const LONG_BY_NATURE =
  /参观|外出|赴|前往|志愿|义务|实践|走访|慰问|劳动|植树|清扫|清理|研学|观摩|培训|运动|比赛|竞赛|防汛|抗旱|抢险|救灾|值守|午休|休会|全天|一天/u
/** These hear every member in turn, whether the kind of the record says so or its title or an item. */
const LONG_KINDS = ['组织生活会', '民主评议', '民主生活会'] as const
const IN_TURN = /选举|换届|组织生活会|民主评议|民主生活会/u

export const duration = defineCheck({
  name: 'duration',
  summary: '核对会议时长是否过短、过长，或短于各议题时长之和。',
  params: Params,
  *judge(ledger, params, context) {
    const silent: DatedRecord[] = []
    for (const record of meetingsIn(ledger, context)) {
      const outcome = outcomeOf(record, params)
      if (outcome === undefined) silent.push(record)
      else yield outcome
    }
    yield* undecided(silent, '没有写明起止时间')
  },
})

/** `undefined` where the record is to be judged and does not say how long it took. */
function outcomeOf(record: DatedRecord, params: Params): Outcome | undefined {
  if (record.endDate !== undefined) return pass(record.key)
  const length = lengthOf(record)
  if (length === undefined) return params.kinds.some((kind) => bears(record, kind)) ? undefined : pass(record.key)
  const odd = shorterThanItems(record, length) ?? tooShort(record, length, params) ?? tooLong(record, length, params)
  return odd ?? pass(record.key)
}

/** Minutes, as stated or from start to end; an end before its start is told elsewhere. */
function lengthOf({ duration: stated, time }: DatedRecord): Located<number> | undefined {
  if (stated !== undefined) return stated
  if (time?.value.end === undefined || time.value.end < time.value.start) return undefined
  return { value: time.value.end - time.value.start, at: time.at, raw: time.raw }
}

function shorterThanItems(record: DatedRecord, length: Located<number>): Outcome | undefined {
  const items = record.agenda.flatMap(({ minutes }) => minutes ?? [])
  const sum = items.reduce((total, { value }) => total + value, 0)
  if (sum <= length.value) return undefined
  const found = `时长${length.value}分钟，少于各议题时长之和${sum}分钟`
  return odd(record, found, [shown(length), ...items.map((item) => evidence(item))], {
    minutes: length.value,
    items: sum,
  })
}

function tooShort(record: DatedRecord, length: Located<number>, { kinds, atLeast }: Params): Outcome | undefined {
  if (length.value >= atLeast || !kinds.some((kind) => bears(record, kind))) return undefined
  return odd(record, `时长只有${length.value}分钟`, [shown(length)], { minutes: length.value })
}

function tooLong(record: DatedRecord, length: Located<number>, { atMost }: Params): Outcome | undefined {
  if (length.value <= atMost || isLongByNature(record)) return undefined
  return odd(record, `时长达${length.value}分钟，超过${atMost / 60}小时`, [shown(length)], { minutes: length.value })
}

function isLongByNature(record: DatedRecord): boolean {
  if (LONG_KINDS.some((kind) => bears(record, kind))) return true
  const { title, form, place, agenda, minutes } = record
  const named = [title, ...agenda.map(({ content }) => content)].map((text) => text?.value ?? '')
  const said = [...named, ...[form, place, minutes].map((text) => text?.value ?? '')]
  return said.some((text) => LONG_BY_NATURE.test(text)) || named.some((text) => IN_TURN.test(text))
}

function odd(record: DatedRecord, found: string, at: readonly Evidence[], data: { [key: string]: Json }): Outcome {
  const message = `疑似时长不实：${recordName(record)}${found}，请核对原始记录`
  return { outcome: 'fail', subject: record.key, message, evidence: at, data }
}

function shown(length: Located<number>): Evidence {
  return evidence(length, length.raw ?? `${length.value}分钟`)
}
