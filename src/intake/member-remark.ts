import { parsePeriod } from '../calendar/period.ts'
import type { PlainDate } from '../calendar/plain-date.ts'
import type { Member } from '../ledger/schema.ts'
import type { Located } from '../source/place.ts'
import type { Reading } from './reading.ts'
import { fold } from './values/fold.ts'

/** What the remarks of a roster say of a member that has a column of its own, and whether they say that he left. */
export interface RemarkReading {
  readonly told: Partial<Pick<Member, 'movedIn' | 'movedOut' | 'died' | 'suspended' | 'mobile' | 'exemptions'>>
  /** The words by which a member is said to have left, where no day is given. */
  readonly leftSomeTime?: string
}

type DayField = 'movedIn' | 'movedOut' | 'died' | 'suspended'

interface Event {
  readonly field: DayField
  readonly called: string
  readonly words: RegExp
  /** Of a month the day that asks least of the member. */
  readonly day: 'from' | 'to'
}

const EVENTS: readonly Event[] = [
  { field: 'movedOut', called: '转出', words: /转出|转走|转往|调离/u, day: 'from' },
  { field: 'movedIn', called: '转入', words: /转入|转来/u, day: 'to' },
  { field: 'died', called: '去世', words: /去世|逝世|病故|已故|死亡/u, day: 'from' },
  { field: 'suspended', called: '停止党籍', words: /停止党籍|开除党籍|除名|退党|出党/u, day: 'from' },
]
/** Not yet, or of somebody else. */
const NOT_SO = /拟|未|待|准备|申请|正在|计划|配偶|父|母|子女/u
const EXEMPT =
  /年老体弱|年老多病|体弱多病|长期患病|长期病|重病|大病|卧床|瘫痪|失能|行动不便|出国|出境|援[藏疆]|产假|哺乳/u
const MOBILE = /流动党员|\(流动|外出务工|在外务工|长期外出|外出打工/u
const WRITTEN_DAY = /\d{4}\s*[-/.年]\s*\d{1,2}(?:\s*[-/.月]\s*\d{1,2}\s*日?|\s*月)?/u

/** Reads what stands beside a name or under 备注: 2026年5月转出, 年老体弱, 外出务工. */
export function readRemark(remark: Located<string>, reading: Reading): RemarkReading {
  const text = fold(remark.value)
  if (NOT_SO.test(text)) return { told: {} }
  const met = EVENTS.filter(({ words }) => words.test(text))
  const [event, second] = met
  if (event !== undefined && second === undefined) return ofEvent(event, text, remark, reading)
  if (event !== undefined) return { told: {} }
  if (EXEMPT.test(text)) return { told: { exemptions: [{ reason: remark }] } }
  return { told: MOBILE.test(text) ? { mobile: { value: true, at: remark.at, raw: remark.value } } : {} }
}

function ofEvent(event: Event, text: string, remark: Located<string>, reading: Reading): RemarkReading {
  const day = dayIn(text, event, reading)
  if (day !== undefined) return { told: { [event.field]: { value: day, at: remark.at, raw: remark.value } } }
  return event.field === 'movedIn' ? { told: {} } : { told: {}, leftSomeTime: event.called }
}

function dayIn(text: string, { day }: Event, { dates }: Reading): PlainDate | undefined {
  const written = WRITTEN_DAY.exec(text)?.[0]
  const read = written === undefined ? undefined : dates.read(written)
  if (read?.date !== undefined) return read.date
  return read?.period === undefined ? undefined : parsePeriod(read.period)?.[day]
}
