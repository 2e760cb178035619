import * as z from 'zod'
import { type DatedRecord, isCalled } from '../../ledger/held.ts'
import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { CONTENT_CLASSES } from '../../text/content-class.ts'
import { isBareTitle } from '../bare-title.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { textsOf, wordingOf } from '../records/record-texts.ts'
import { tellsTheCourse } from './steps.ts'

const Content = z.strictObject({
  /** 内容的名称。 */
  name: z.string().min(1),
  /** 台账里出现任何一个这样的字样，就算有这项内容。 */
  words: z.array(z.string().min(1)).default([]),
  /** 有一个议题属于这些类别，就算有这项内容。 */
  classes: z.array(z.enum(CONTENT_CLASSES)).default([]),
})
type Content = z.infer<typeof Content>

const Params = z.strictObject({
  /** 记录类型。 */
  kind: z.string(),
  /** 应至少有其中一项。 */
  anyOf: z.array(Content).min(1),
  /** 还应写明主题。 */
  theme: z.boolean().default(false),
})
type Params = z.infer<typeof Params>

export const contents = defineCheck({
  name: 'contents',
  summary: '逐次核对某类会议有没有应有的内容（几项里至少一项）和主题。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const meetings = meetingsIn(ledger, context).filter((record) => isCalled(record, params.kind))
    if (meetings.length === 0) yield notApplicable(`检查期内没有${params.kind}记录`)
    const illegible = meetings.filter((record) => isIllegible(record, COURSE))
    const legible = meetings.filter((record) => !illegible.includes(record))
    const told = legible.filter((record) => !saysNothing(record) || hasAny(record, params, context))
    yield* undecided(
      legible.filter((record) => !told.includes(record)),
      '没有主题、议题或记录，无法看出内容',
    )
    yield* undecided(illegible, '的内容没有读出来')
    for (const record of told) yield judgeRecord(record, params, context)
  },
})

/** `3月主题党日` and nothing else: what was done is not in the ledger. */
function saysNothing(record: DatedRecord): boolean {
  if (!isBareTitle(record.title?.value ?? '')) return false
  return textsOf(record).every(({ part, text }) => part === 'title' || text.value === '')
}

function hasAny(record: DatedRecord, { anyOf }: Params, context: CheckContext): boolean {
  return anyOf.some((content) => isIn(record, content, context))
}

function judgeRecord(record: DatedRecord, params: Params, context: CheckContext): Outcome {
  const { anyOf, theme } = params
  const isThemed = record.title !== undefined || record.agenda.length > 0 || record.content !== undefined
  const hasContent = hasAny(record, params, context)
  if (hasContent && (isThemed || !theme)) return pass(record.key)
  const wanting = hasContent ? '写明主题' : `反映${anyOf.map(({ name }) => name).join('、')}中的任何一项`
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}未${wanting}`,
    ...(!tellsTheCourse(record) && { unreflected: true }),
    evidence: [evidence(record.agenda[0]?.content ?? record.title ?? record.date)],
    data: { theme: isThemed, content: hasContent },
  }
}

/** By a word of the record, or by what an item is about as the ledger labels it or the lexicon reads it. */
function isIn(record: DatedRecord, { words, classes }: Content, { classify }: CheckContext): boolean {
  const text = wordingOf(record)
  if (words.some((word) => text.includes(word))) return true
  if (classes.length === 0) return false
  const labels = record.agenda.flatMap(({ label }) => label?.value ?? [])
  const texts = [record.title, record.content, record.minutes, ...record.agenda.map(({ content }) => content)]
  const read = texts.flatMap((one) => (one === undefined ? [] : [classify(one.value)]))
  return [...labels, ...read.flatMap((one) => [one.class, one.second])].some(
    (found) => found !== undefined && classes.includes(found),
  )
}
