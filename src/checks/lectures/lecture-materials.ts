import * as z from 'zod'
import { type DatedRecord, isCalled } from '../../ledger/held.ts'
import { isIllegible } from '../../ledger/illegible.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 记录类型。 */
  kind: z.string().default('党课'),
  /** 会议记录达到这么多字的，视同有提纲。 */
  outline: z.int().positive().default(200),
})
type Params = z.infer<typeof Params>

type Part = '主讲人' | '题目' | '讲稿或提纲'

export const lectureMaterials = defineCheck({
  name: 'lecture-materials',
  summary: '逐次核对党课有没有主讲人、题目、讲稿或提纲。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const lectures = meetingsIn(ledger, context).filter((record) => isCalled(record, params.kind))
    if (lectures.length === 0) yield notApplicable(`检查期内没有${params.kind}`)
    const columns = columnsOf(ledger, params)
    const absent = PARTS.filter((part) => !columns.includes(part))
    if (lectures.length > 0 && absent.length > 0)
      yield notEvaluated(`表格里的党课都没有${absent.join('、')}，可能没有这一栏`)
    for (const record of lectures) yield judgeLecture(record, columns, params)
  },
})

const PARTS: readonly Part[] = ['主讲人', '题目', '讲稿或提纲']
/** A file that may hold what was said. */
const MATERIAL = /讲稿|课件|教案|讲义|提纲|党课|\.(?:pptx?|docx?|md|txt|pdf)$/iu

function judgeLecture(record: DatedRecord, wanted: readonly Part[], params: Params): Outcome {
  const missing = wanted.filter((part) => !has(record, part, params))
  if (missing.length === 0) return pass(record.key)
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}缺少${missing.join('、')}`,
    evidence: [evidence(record.title ?? record.date)],
    data: { missing },
  }
}

/** A table has no place for what none of its lectures gives; whoever fills in YAML has one for each. */
function columnsOf({ records, origins }: Ledger, params: Params): Part[] {
  if (origins.includes('yaml')) return [...PARTS]
  const lectures = records.filter((record) => isCalled(record, params.kind))
  return PARTS.filter((part) => lectures.some((record) => has(record, part, params)))
}

/** The fields that each stands in, by the names that intake has for them. */
const FIELDS: Readonly<Record<Part, readonly string[]>> = {
  主讲人: ['lecturer', 'agenda'],
  题目: ['title', 'lectureTitle', 'agenda'],
  讲稿或提纲: ['script', 'attachments', 'minutes', 'content'],
}

/** Whether a script, slides or the like are attached. */
export function hasMaterial({ attachments }: Pick<LedgerRecord, 'attachments'>): boolean {
  return attachments.some(({ value }) => MATERIAL.test(value))
}

function has(record: Ledger['records'][number], part: Part, { outline }: Params): boolean {
  if (isIllegible(record, FIELDS[part])) return true
  const { lecturer, title, agenda, script, minutes, content } = record
  switch (part) {
    case '主讲人':
      return lecturer !== undefined || agenda.some(({ speaker }) => speaker !== undefined)
    case '题目':
      return title !== undefined || agenda.length > 0
    case '讲稿或提纲':
      return (
        script !== undefined ||
        hasMaterial(record) ||
        [minutes, content].some((text) => (text?.value.length ?? 0) >= outline)
      )
  }
}
