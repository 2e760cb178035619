import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import type { AgendaItem, LedgerRecord } from '../../ledger/schema.ts'

/** What a record of a meeting should say, in the words of ledgers. */
export const ELEMENTS = ['日期', '时间', '地点', '主持人', '记录人', '应到', '实到', '内容', '议决结果'] as const
export type Element = (typeof ELEMENTS)[number]

/** Where the field itself is empty, its place in the wording of minutes that say it all in one text. */
const IN_WORDS: Readonly<Partial<Record<Element, RegExp>>> = {
  时间: /时间[:：]|\d[:：]\d{2}|(?:上午|下午|晚上)\s*\d/u,
  地点: /地点[:：]|在[^，。；\n]{2,20}(?:召开|举行|开展|集合|集中)/u,
  主持人: /主持/u,
  记录人: /记录人?(?:员)?[:：]/u,
  应到: /应到/u,
  实到: /实到|到会|参会人员|出席人员/u,
}

/** The fields that an element stands in, by the names that intake has for them. */
const FIELDS: Readonly<Record<Element, readonly string[]>> = {
  日期: ['date', 'time', 'start'],
  时间: ['date', 'time', 'start', 'end', 'duration'],
  地点: ['place', 'mode'],
  主持人: ['chair', 'lecturer'],
  记录人: ['recorder'],
  应到: ['due', 'votersDue', 'attendance'],
  实到: ['present', 'votersPresent', 'attendance', 'attendees'],
  内容: COURSE,
  议决结果: COURSE,
}

/** Whether the record says this of itself, in its field or in its minutes; what cannot be read is said all the same. */
export function shows(record: LedgerRecord, element: Element): boolean {
  if (hasField(record, element) || isIllegible(record, FIELDS[element])) return true
  return IN_WORDS[element]?.test(record.minutes?.value ?? '') ?? false
}

function hasField(record: LedgerRecord, element: Element): boolean {
  const { attendance } = record
  switch (element) {
    case '日期':
      return record.date !== undefined || record.unreadDate !== undefined
    case '时间':
      return [record.time, record.halfDay, record.duration].some((told) => told !== undefined)
    case '地点':
      return record.place !== undefined || record.mode?.value === '线上'
    case '主持人':
      return record.chair !== undefined || record.lecturer !== undefined
    case '记录人':
      return record.recorder !== undefined
    case '应到':
      return attendance.due !== undefined || attendance.votersDue !== undefined
    case '实到':
      return attendance.present !== undefined || attendance.votersPresent !== undefined
    case '内容':
      return (
        [record.minutes, record.script, record.content].some((text) => text !== undefined) || record.agenda.length > 0
      )
    case '议决结果':
      return record.agenda.every((item) => !isToBeDecided(item) || isDecided(item, record))
  }
}

/** Wording that puts an item to the decision of the meeting. */
const PUT_TO_DECISION = /表决|票决|审议|选举|讨论(?:接收|同意|决定|确定|转正)/u
/** What is only read, heard or prepared needs no result; `审议通过的` tells of another meeting. */
const ONLY_TOLD = /学习|传达|宣读|解读|宣讲|培训|通报|汇报|听取|部署|筹备|准备|观看|条例|办法|审议通过的/u
const RESULT = /通过|同意|决定|决议|议定|当选|选出|形成|缓议|再议|延期|不予|确定|明确|推荐|赞成|一致/u

function isToBeDecided({ content, vote }: AgendaItem): boolean {
  if (vote !== undefined) return true
  return PUT_TO_DECISION.test(content.value) && !ONLY_TOLD.test(content.value)
}

function isDecided(
  { content, vote, speeches }: AgendaItem,
  { decisions, minutes, result, appraisal }: LedgerRecord,
): boolean {
  if (vote?.result !== undefined || vote?.approve !== undefined) return true
  if (decisions.length > 0 || result !== undefined || appraisal !== undefined) return true
  const said = [minutes, ...speeches.map((speech) => speech.content)].map((text) => text?.value ?? '')
  return said.some((text) => RESULT.test(text)) || /通过|同意|当选|选出/u.test(content.value)
}
