import * as z from 'zod'
import { isOver, type Period, periodLabel, periodsEndingIn } from '../../calendar/period.ts'
import { contains } from '../../calendar/range.ts'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import { isIllegible } from '../../ledger/illegible.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { CONTENT_CLASSES, type ContentClass } from '../../text/content-class.ts'
import { type CheckContext, defineCheck, notApplicable, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { nothingDue } from '../frequency/demand.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { meetingsUpTo } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { type Matter, mattersOf } from './record-content.ts'
import { matterData, namedMatters } from './shown-matters.ts'
import { areTimed, partOf, sumOf, type Weighed, weighed } from './weights.ts'

const Params = z.strictObject({
  /** 计入的会议类型。 */
  kinds: z.array(z.string()).min(1),
  /** 不计入的会议类型。 */
  except: z.array(z.string()).default([]),
  /** 议题中有这些字样的党务内容不计入。 */
  exceptWords: z.array(z.string().min(1)).default([]),
  /** 算作政治学习的类别。 */
  classes: z.array(z.enum(CONTENT_CLASSES)).min(1).default(['政治学习']),
  /** 占比下限，0 至 1。 */
  atLeast: z.number().min(0).max(1),
  /** 一个季度计入的议题不足这个数，不作判断。 */
  minItems: z.int().positive().default(3),
})
type Params = z.infer<typeof Params>

/** Fields from which it is read what a meeting was about. */
const READ = ['title', 'agenda', 'content', 'minutes']
/** Matters whose places a finding shows. */
const PLACES_SHOWN = 5
const NOT_COUNTED: ContentClass = '其他'
const SETTLED: readonly ContentClass[] = ['党务', '议事']
const TOLERANCE = 1e-9

export const studyShare = defineCheck({
  name: 'study-share',
  summary: '按季度核算政治学习在各类会议内容中占多少：议题都写明时长的按时长，否则按议题数，混合议题算一半。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const meetings = meetingsUpTo(ledger, context).filter((record) => isCounted(record, params))
    const ended = periodsEndingIn(context.period, 'quarter')
    const quarters = ended
      .map((quarter) => ({ quarter, held: meetings.filter(({ date }) => contains(quarter, date.value)) }))
      .filter(({ held }) => held.length > 0)
    if (ended.length === 0) yield nothingDue({ per: 'quarter' })
    else if (quarters.length === 0) yield notApplicable(`检查期内没有${params.kinds.join('、')}记录`)
    for (const { quarter, held } of quarters) {
      if (isOver(quarter, context.asOf, context.graceDays)) yield judgeQuarter(ledger, quarter, held, params, context)
      else yield notDue(quarter.id)
    }
  },
})

function isCounted(record: LedgerRecord, { kinds, except }: Params): boolean {
  return kinds.some((kind) => bears(record, kind)) && !except.some((kind) => bears(record, kind))
}

function judgeQuarter(
  ledger: Ledger,
  quarter: Period,
  held: readonly DatedRecord[],
  params: Params,
  { classify, period: examined }: CheckContext,
): Outcome {
  const byRecord = held.map((record) => mattersOf(record, classify))
  const isTimed = byRecord.every(areTimed)
  const counted = byRecord
    .flatMap((matters) => weighed(matters, isTimed ? 'minutes' : 'items'))
    .flatMap((one) => countedPart(one, params))
  const base = counted.reduce((sum, { weight }) => sum + weight, 0)
  if (base === 0) return notEvaluated(`${periodLabel(quarter)}的会议没有写明议题，或议题无法归类`, quarter.id)
  const study = sumOf(counted, params.classes)
  if (study / base >= params.atLeast - TOLERANCE) return pass(quarter.id)
  if (counted.length < params.minItems) {
    return notEvaluated(`${periodLabel(quarter)}能归类的议题只有${counted.length}项，太少，不作判断`, quarter.id)
  }
  const records = ledger.records.filter((record) => isCounted(record, params))
  const unseen = unseenIn(ledger, { name: params.kinds.join('、'), records }, quarter, examined)
  const illegible = held.find((record) => isIllegible(record, READ))
  if (illegible !== undefined) return notEvaluated(`${recordName(illegible)}的内容没有读全`, quarter.id)
  if (unseen !== undefined) return notEvaluated(`${unseen}，无法核算${periodLabel(quarter)}的占比`, quarter.id)
  return shortOf(quarter, counted, { study, base, isTimed }, params)
}

/**
 * 换届, 发展党员, 组织生活会 and 评议 stay out, of a mixed matter only that half; so does what cannot be classified.
 */
function countedPart({ matter, weight }: Weighed, { exceptWords }: Params): Weighed[] {
  if (matter.class === NOT_COUNTED) return []
  if (!exceptWords.some((word) => matter.text.value.includes(word))) return [{ matter, weight }]
  const settled = partOf(matter, SETTLED)
  if (settled === 0) return [{ matter, weight }]
  const left = [matter.class, matter.second].find((one) => one !== undefined && !SETTLED.includes(one))
  return left === undefined
    ? []
    : [{ matter: { ...matter, class: left, second: undefined }, weight: weight * (1 - settled) }]
}

interface Sums {
  readonly study: number
  readonly base: number
  readonly isTimed: boolean
}

function shortOf(
  quarter: Period,
  counted: readonly Weighed[],
  { study, base, isTimed }: Sums,
  params: Params,
): Outcome {
  const matters = counted.map(({ matter }) => matter)
  const others = matters.filter((matter) => partOf(matter, params.classes) < 1)
  const amounts = isTimed
    ? `议题共${rounded(base)}分钟，其中政治学习${rounded(study)}分钟`
    : `能归类的议题${counted.length}项，其中政治学习${rounded(sumOf(evenly(counted), params.classes))}项`
  const percent = Math.floor((study / base) * 100)
  return {
    outcome: 'fail',
    subject: quarter.id,
    measure: study / base,
    message: `${periodLabel(quarter)}${amounts}，占${percent}%，低于${Math.round(params.atLeast * 100)}%；其他的有${namedMatters(others)}${readFrom(matters)}`,
    evidence: others.slice(0, PLACES_SHOWN).map(({ text }) => evidence(text)),
    data: { share: rounded(study / base), by: isTimed ? 'minutes' : 'items', matters: matterData(matters) },
  }
}

function evenly(counted: readonly Weighed[]): Weighed[] {
  return counted.map(({ matter }) => ({ matter, weight: 1 }))
}

/** Says so where the agenda did not tell what a record was about. */
function readFrom(matters: readonly Matter[]): string {
  const guessed = matters.filter(({ source, by }) => source !== '议题' && by !== '党课').length
  return guessed === 0 ? '' : `（有${guessed}项没有议题，是从主题或记录开头看的）`
}

function rounded(value: number): number {
  return Math.round(value * 100) / 100
}
