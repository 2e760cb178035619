import { type DatedRecord, isCalled } from '../../ledger/held.ts'
import type { AgendaItem } from '../../ledger/schema.ts'
import type { Located } from '../../source/place.ts'
import type { Classification, ContentClass, ContentClassifier } from '../../text/content-class.ts'

/** Where what is known of a record's content stands: in its agenda, else in its minutes, else in its title. */
export const CONTENT_SOURCES = ['议题', '记录', '主题'] as const
export type ContentSource = (typeof CONTENT_SOURCES)[number]

/** One matter of a record, and what it is about. */
export interface Matter {
  readonly text: Located<string>
  readonly class: ContentClass
  readonly second: ContentClass | undefined
  /** What decided: words of the text, else the label or the kind of the record. */
  readonly by: string
  readonly source: ContentSource
  readonly minutes: number | undefined
  /** The lexicon knows no word of it: it may be about anything. */
  readonly unknown: boolean
}

/** Sentences that are read of the minutes of a record with no agenda: what it was about stands at their head. */
const SENTENCES_READ = 6
const LECTURE = '党课'

/** The matters of a record, each as the ledger labels it, else as the lexicon reads it. */
export function mattersOf(record: DatedRecord, classify: ContentClassifier): Matter[] {
  if (isLecture(record)) return lectureMatters(record)
  if (record.agenda.length > 0) return record.agenda.map((item) => matterOfItem(item, classify))
  const told = toldIn(record, classify)
  return told.length > 0 ? told : titleMatters(record, classify)
}

/** A 党课 is study by kind, whatever its title; held within another meeting it stands among that one's items. */
function isLecture(record: DatedRecord): boolean {
  return isCalled(record, LECTURE) && record.kinds.filter(({ implied }) => implied !== true).length === 1
}

function lectureMatters(record: DatedRecord): Matter[] {
  const items = record.agenda.map(({ content, minutes }) => ({ text: content, minutes: minutes?.value }))
  const whole = { text: record.title ?? kindText(record), minutes: undefined }
  return (items.length > 0 ? items : [whole]).map(({ text, minutes }) => ({
    text,
    class: '政治学习',
    second: undefined,
    by: LECTURE,
    source: items.length > 0 ? '议题' : '主题',
    minutes,
    unknown: false,
  }))
}

function kindText({ kinds, date }: DatedRecord): Located<string> {
  const kind = kinds[0]
  return kind === undefined ? { value: date.value, at: date.at } : { value: kind.value, at: kind.at, raw: kind.raw }
}

function matterOfItem({ content, label, minutes }: AgendaItem, classify: ContentClassifier): Matter {
  if (label === undefined) return read(content, classify(content.value), '议题', minutes?.value)
  return {
    text: content,
    class: label.value,
    second: undefined,
    by: '台账所标类别',
    source: '议题',
    minutes: minutes?.value,
    unknown: false,
  }
}

function read(text: Located<string>, found: Classification, source: ContentSource, minutes?: number): Matter {
  return {
    text,
    class: found.class,
    second: found.second,
    by: found.words.join('、'),
    source,
    minutes,
    unknown: found.class === '其他' && found.words.length === 0,
  }
}

/** With no agenda, the first sentences of the minutes; those that the lexicon cannot read are passed over. */
function toldIn(record: DatedRecord, classify: ContentClassifier): Matter[] {
  const text = record.minutes ?? record.content
  if (text === undefined) return []
  return sentencesOf(text)
    .slice(0, SENTENCES_READ)
    .map((sentence) => read(sentence, classify(sentence.value), '记录'))
    .filter((matter) => matter.class !== '其他')
}

function sentencesOf({ value, at }: Located<string>): Located<string>[] {
  let line = at.line
  return value.split(/(?<=[。；\n])/u).flatMap((sentence) => {
    const place = at.cell === undefined ? { ...at, line } : at
    line += sentence.endsWith('\n') ? 1 : 0
    const said = sentence.trim()
    return said === '' ? [] : [{ value: said, at: place }]
  })
}

/** Words of a title that name the meeting and not its matter. */
const MEETING_NAMES =
  /(?:\d{4}年|[第\d一二三四五六七八九十]+(?:月份?|季度|次)|[上下]半年|年度|第?[^，。]{0,4}党小组|支部|党员大会|支委会|党小组会|主题党日(?:活动)?|会议|大会|例会|会)/gu

function titleMatters({ title }: DatedRecord, classify: ContentClassifier): Matter[] {
  if (title === undefined) return []
  return [read(title, classify(title.value.replace(MEETING_NAMES, '')), '主题')]
}
