import * as z from 'zod'
import type { DatedRecord } from '../../ledger/held.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { fullDayName, recordName } from '../record-name.ts'
import { textsOf } from './record-texts.ts'

const CLOCK = /^([01]\d|2[0-3]):([0-5]\d)$/

const Clock = z
  .string()
  .regex(CLOCK, '应写成 06:30 这样的时刻')
  .transform((text) => Number(text.slice(0, 2)) * 60 + Number(text.slice(3)))

const Params = z.strictObject({
  /** 早于这个时刻开会要提示。 */
  earliest: Clock,
  /** 不早于这个时刻才开会要提示。 */
  latest: Clock,
})
type Params = z.infer<typeof Params>

/** What is rightly done on holidays and at night. */
const ON_DUTY =
  /慰问|走访|看望|值班|值守|志愿|防汛|抗洪|抗旱|抢险|救灾|应急|疫情|森林防火|扫墓|祭扫|倒班|夜班|轮班|春运/u

export const hour = defineCheck({
  name: 'hour',
  summary: '提示法定节假日和深夜、凌晨召开的会议。',
  params: Params,
  *judge(ledger, params, context) {
    for (const record of meetingsIn(ledger, context)) yield outcomeOf(record, params, context)
  },
})

function outcomeOf(record: DatedRecord, params: Params, context: CheckContext): Outcome {
  const { key, date, time } = record
  const when = unusualTime(record, params, context)
  if (when === undefined || textsOf(record).some(({ text }) => ON_DUTY.test(text.value))) return pass(key)
  return {
    outcome: 'fail',
    subject: key,
    message: `疑似日期或时间有误：${recordName(record)}${when}，请核对原始记录`,
    evidence: [evidence(date), ...(time === undefined ? [] : [evidence(time, time.raw)])],
  }
}

function unusualTime({ date, time }: DatedRecord, { earliest, latest }: Params, { holidays }: CheckContext) {
  if (holidays.isHoliday(date.value)) return `开在法定节假日（${fullDayName(date.value)}）`
  const start = time?.value.start
  return start !== undefined && (start < earliest || start >= latest) ? '开在深夜或凌晨' : undefined
}
