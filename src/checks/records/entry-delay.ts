import * as z from 'zod'
import { workingDaysBetween } from '../../calendar/holidays.ts'
import type { PlainDate } from '../../calendar/plain-date.ts'
import type { DatedRecord } from '../../ledger/held.ts'
import type { Commit } from '../../ledger/history.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { fullDayName, recordName } from '../record-name.ts'
import { commitsThatTell } from './commits-that-tell.ts'
import { BatchLimits, type EnteredRecord, isEntered, lateBatches, workingDaysLate } from './late-batch.ts'

const Params = z.strictObject({
  /** 一次提交带进（或改动）几个不同星期的会议，就是成批导入、合并提交或统一调整，不据此判断。 */
  importWeeks: z.int().min(2).default(3),
  /** 一次提交改动几份台账的已有内容，就是统一调整，不据此判断。 */
  importFiles: z.int().min(2).default(10),
  /** 什么算集中补录：已另行一并提出，这里不再逐条提；写 false 则逐条提出。 */
  batch: z.union([z.literal(false), BatchLimits]).default(false),
})
type Params = z.infer<typeof Params>

const TOLD_AS_BATCH = '集中补录的记录已一并提出'

/** The measure is how many working days after the meeting it was entered, or after its entry it was changed. */
export const entryDelay = defineCheck({
  name: 'entry-delay',
  summary: '核对每次会议结束后过了几个工作日才录入台账；台账在 Git 仓库里的，也看首次提交和后来改动的时间。',
  params: Params,
  *judge(ledger, params, context) {
    const meetings = meetingsIn(ledger, context)
    const commits = commitsThatTell(ledger, params, context)
    const inBatch = recordsInBatch(meetings, params, context)
    const silent: DatedRecord[] = []
    for (const record of meetings) {
      const { first, changed } = commits.get(record) ?? {}
      if (inBatch.has(record)) yield notApplicable(TOLD_AS_BATCH)
      else if (isEntered(record)) yield delayOf(record, context)
      else if (first !== undefined) yield commitDelayOf(record, first, context)
      else silent.push(record)
      if (changed !== undefined) yield* changeOf(record, first, changed, context)
    }
    yield* undecided(silent, '没有录入时间')
  },
})

function recordsInBatch(
  meetings: readonly DatedRecord[],
  { batch }: Params,
  { holidays }: CheckContext,
): Set<DatedRecord> {
  if (batch === false) return new Set()
  return new Set(lateBatches(meetings.filter(isEntered), batch, holidays).flatMap(({ records }) => records))
}

function delayOf(record: EnteredRecord, { holidays }: CheckContext): Outcome {
  const { key, date, enteredOn, lateNote } = record
  const delay = workingDaysLate(record, holidays)
  if (delay === 0 || lateNote !== undefined) return pass(key)
  return {
    outcome: 'fail',
    subject: key,
    measure: delay,
    message: `疑似事后补记：${recordName(record)}于${fullDayName(enteredOn.value)}录入，距会议${delay}个工作日，请核对原始记录`,
    evidence: [evidence(date), evidence(enteredOn)],
    data: { date: date.value, enteredOn: enteredOn.value, workingDays: delay },
  }
}

/** The ledger itself is silent on it, so this is never an error. */
function commitDelayOf(record: DatedRecord, { id, day }: Commit, { holidays }: CheckContext): Outcome {
  const { key, date, lateNote } = record
  const delay = workingDaysBetween(lastDayOf(record), day, holidays)
  if (delay === 0 || lateNote !== undefined) return pass(key)
  return {
    outcome: 'fail',
    subject: key,
    measure: delay,
    unreflected: true,
    message: `疑似事后补记：${recordName(record)}没有写录入时间，${fullDayName(day)}才首次提交到台账仓库，距会议${delay}个工作日，请核对原始记录`,
    evidence: [evidence(date)],
    data: { date: date.value, firstCommitted: day, commit: id, workingDays: delay },
  }
}

/** Words by which a record says that it was mended openly. */
const MENDED_OPENLY = /补正|更正|订正|补录|补记|补充说明/u

function* changeOf(
  record: DatedRecord,
  first: Commit | undefined,
  { id, day }: Commit,
  { holidays }: CheckContext,
): Iterable<Outcome> {
  const { key, date, enteredOn, lateNote, minutes, others } = record
  const said = [minutes?.value ?? '', ...Object.keys(others), ...Object.values(others).map(({ value }) => value)]
  if (lateNote !== undefined || said.some((text) => MENDED_OPENLY.test(text))) return
  const entered = latest([lastDayOf(record), ...(enteredOn === undefined ? [] : [enteredOn.value]), first?.day])
  const delay = workingDaysBetween(entered, day, holidays)
  if (delay === 0) return
  yield {
    outcome: 'fail',
    subject: `${key} 提交后改动`,
    measure: delay,
    unreflected: true,
    message: `疑似事后改动：${recordName(record)}已提交的内容于${fullDayName(day)}又作了改动，距录入${delay}个工作日，请核对原始记录`,
    evidence: [evidence(date)],
    data: { date: date.value, changedOn: day, commit: id, workingDays: delay },
  }
}

function latest(days: readonly (PlainDate | undefined)[]): PlainDate {
  const [last] = days.filter((day) => day !== undefined).sort((a, b) => (a < b ? 1 : -1))
  if (last === undefined) throw new RangeError('no day')
  return last
}

function lastDayOf({ date, endDate }: DatedRecord): PlainDate {
  return endDate?.value ?? date.value
}
