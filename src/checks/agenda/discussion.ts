import * as z from 'zod'
import { type DatedRecord, isCalled } from '../../ledger/held.ts'
import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import type { AgendaItem, Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { businessesIn } from './business.ts'
import { isDecided } from './decided.ts'
import { quoted } from './steps.ts'

const Params = z.strictObject({
  /** 记录类型。 */
  kinds: z.array(z.string()).min(1).default(['党员大会', '支委会', '党小组会']),
})
type Params = z.infer<typeof Params>

const SPEAKER = /(?:^|[\n。；;”])\s*[\p{Script=Han}·]{2,6}(?:同志|书记|委员)?(?:（[^）]*）)?[：:]/u
const SPEAKS = '(?:认为|提出|表示|建议|指出|发言|谈到|谈了|说|强调|补充|回答|主张|介绍|提议|希望)'
const SPEAKS_SOON = new RegExp(`^[^。；\\n]{0,8}${SPEAKS}`, 'u')
const SOMEBODY = new RegExp(`(?:同志|书记|委员|组长|党员)[^，。；\\n]{0,6}${SPEAKS}`, 'u')

export const discussion = defineCheck({
  name: 'discussion',
  summary: '逐次核对作出决定的会议，有没有记下谁说了什么。',
  params: Params,
  *judge(ledger: Ledger, { kinds }: Params, context: CheckContext): Iterable<Outcome> {
    const meetings = meetingsIn(ledger, context).filter((record) => kinds.some((kind) => isCalled(record, kind)))
    const deciding = meetings.filter(({ agenda }) => agenda.some(isDiscussed))
    if (deciding.length === 0) yield notApplicable('检查期内没有作出决定的会议')
    else if (!ledger.records.some(tells)) yield notEvaluated('整本台账都没有会议记录或发言，无法判断')
    else for (const record of deciding) yield judgeRecord(ledger, record)
  },
})

function judgeRecord(ledger: Ledger, record: DatedRecord): Outcome {
  const namesSpeakers = isToldIn(record.minutes?.value ?? '', ledger)
  const wanting = record.agenda.filter((item) => isDiscussed(item) && !namesSpeakers && !hasSpeakers(item))
  if (wanting.length === 0) return pass(record.key)
  if (isIllegible(record, COURSE)) return notEvaluated(`${recordName(record)}的内容没有读出来`, record.key)
  const items = quoted(wanting.map(({ content }) => content.value))
  const isTold = tells(record)
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}的议题${items}已作决定，${isTold ? '未记发言人和发言内容' : '台账未反映讨论发言情况'}`,
    ...(!isTold && { unreflected: true }),
    evidence: wanting.map(({ content }) => evidence(content)),
    data: { items: wanting.map(({ content }) => content.value) },
  }
}

/** To be decided, and not by ballot alone as an election is. */
function isDiscussed(item: AgendaItem): boolean {
  return isDecided(item) && !businessesIn(item.content.value).includes('election')
}

function hasSpeakers({ speeches }: AgendaItem): boolean {
  return speeches.some(({ name }) => name !== undefined)
}

/** Minutes that tell what who said: `孙立：…`, `孙立同志认为…`, a member of the roster who 提出, 表示 … */
function isToldIn(minutes: string, { members = [], branch }: Ledger): boolean {
  if (SPEAKER.test(minutes) || SOMEBODY.test(minutes)) return true
  const known = [...members, ...branch.secretaries, ...branch.deputies, ...(branch.committee ?? [])]
  return known.some(({ name }) => speaks(name.value, minutes))
}

function tells({ minutes, agenda }: Ledger['records'][number]): boolean {
  return minutes !== undefined || agenda.some(({ speeches }) => speeches.length > 0)
}

/** Whether the name stands anywhere with a word of speaking soon after it. */
function speaks(name: string, minutes: string): boolean {
  const [, ...after] = minutes.split(name)
  return after.some((text) => SPEAKS_SOON.test(text))
}
