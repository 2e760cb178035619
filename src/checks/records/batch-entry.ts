import { evidence } from '../../source/place.ts'
import { defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { dayName, fullDayName, recordName } from '../record-name.ts'
import { BatchLimits, isEntered, type LateBatch, lateBatches } from './late-batch.ts'

/** Records that the evidence shows; the message counts them all. */
const SHOWN = 20

export const batchEntry = defineCheck({
  name: 'batch-entry',
  summary: '核对有没有把好几个星期的会议记录集中在同一天补录。',
  params: BatchLimits,
  *judge(ledger, params, context) {
    const meetings = meetingsIn(ledger, context)
    const entered = meetings.filter(isEntered)
    yield* lateBatches(entered, params, context.holidays).map(outcomeOf)
    if (entered.length > 0) yield pass()
    yield* undecided(
      meetings.filter((record) => !isEntered(record)),
      '没有录入时间',
    )
  },
})

function outcomeOf({ day, weeks, records }: LateBatch): Outcome {
  const dates = records.map(({ date }) => date.value)
  const [first = day, last = day] = [dates[0], dates.at(-1)]
  return {
    outcome: 'fail',
    subject: day,
    measure: records.length,
    message: `疑似集中补录：${fullDayName(day)}一天录入了${dayName(first)}至${dayName(last)}之间${weeks}个不同星期的${records.length}条记录，请核对原始记录`,
    evidence: records.slice(0, SHOWN).map(({ enteredOn }) => evidence(enteredOn)),
    data: { enteredOn: day, records: records.map(recordName) },
  }
}
