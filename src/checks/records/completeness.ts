import * as z from 'zod'
import { contains } from '../../calendar/range.ts'
import { bears, isHeld } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { evidenceAt } from '../../source/place.ts'
import { type CheckContext, defineCheck, type Outcome, pass } from '../contract.ts'
import { meetingName, recordName } from '../record-name.ts'
import { ELEMENTS, type Element, shows } from './record-elements.ts'

const Params = z.strictObject({
  /** 各类会议的记录应当写明的要素；一条记录有几个类型的，合在一起算。 */
  elements: z.record(z.string(), z.array(z.enum(ELEMENTS)).min(1)),
})

/** From this many records on, what none of them says is one fault of the whole ledger: a column that it does not have. */
const WHOLE_LEDGER = 3

interface Gaps {
  readonly record: LedgerRecord
  readonly wanted: readonly Element[]
  readonly missing: readonly Element[]
}

export const completeness = defineCheck({
  name: 'completeness',
  summary: '逐条核对会议记录的时间、地点、主持人、记录人、人数、内容和议决结果是否齐全。',
  params: Params,
  *judge(ledger, params, context) {
    const meetings = ledger.records.filter((record) => isExamined(record, context))
    const asked = Object.entries(params.elements)
    const gaps = meetings.map((record) => gapsOf(record, meetings, asked)).filter(({ wanted }) => wanted.length > 0)
    const nowhere = ELEMENTS.filter((element) => isNowhere(element, gaps))
    for (const element of nowhere) yield wholeLedger(ledger, element, gaps)
    for (const one of gaps) yield outcomeOf(one, nowhere)
  },
})

/** A record with no day belongs to the period as well as to any other: the day is what it lacks. */
function isExamined(record: LedgerRecord, { asOf, period }: CheckContext): boolean {
  if (record.register !== undefined) return false
  if (record.date !== undefined) return isHeld(record, asOf) && contains(period, record.date.value)
  return record.impossibleDate === undefined && (record.state === undefined || record.state.value === '已开')
}

function gapsOf(
  record: LedgerRecord,
  meetings: readonly LedgerRecord[],
  asked: readonly (readonly [kind: string, elements: readonly Element[]])[],
): Gaps {
  const ofKinds = asked.flatMap(([kind, elements]) => (bears(record, kind) ? elements : []))
  const wanted = ELEMENTS.filter((element) => ofKinds.includes(element))
  const told = [record, ...heldTogetherWith(record, meetings)]
  return { record, wanted, missing: wanted.filter((element) => !told.some((one) => shows(one, element))) }
}

/** A lecture within another meeting is often entered apart, with the numbers and the place in the meeting's own entry. */
function heldTogetherWith(record: LedgerRecord, meetings: readonly LedgerRecord[]): LedgerRecord[] {
  if (!bears(record, '党课') || record.date === undefined) return []
  return meetings.filter((other) => other !== record && other.date?.value === record.date?.value)
}

function isNowhere(element: Element, gaps: readonly Gaps[]): boolean {
  const asked = gaps.filter(({ wanted }) => wanted.includes(element))
  return asked.length >= WHOLE_LEDGER && asked.every(({ missing }) => missing.includes(element))
}

function wholeLedger({ branch }: Ledger, element: Element, gaps: readonly Gaps[]): Outcome {
  const records = gaps.filter(({ wanted }) => wanted.includes(element)).length
  const message = `台账的${records}条会议记录都没有写明${element}`
  return {
    outcome: 'fail',
    subject: element,
    message,
    evidence: [evidenceAt(branch.at, branch.name.value)],
    data: { records },
  }
}

function outcomeOf({ record, missing }: Gaps, nowhere: readonly Element[]): Outcome {
  const own = missing.filter((element) => !nowhere.includes(element))
  if (own.length === 0) return pass(record.key)
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${nameOf(record, own)}没有写明${own.join('、')}`,
    evidence: [evidenceAt(record.at, recordName(record))],
    data: { missing: own },
  }
}

function nameOf(record: LedgerRecord, missing: readonly Element[]): string {
  return missing.includes('日期') ? `有一次${meetingName(record)}` : recordName(record)
}
