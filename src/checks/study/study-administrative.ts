import * as z from 'zod'
import { bears, type DatedRecord, isCalled } from '../../ledger/held.ts'
import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import type { ContentClass } from '../../text/content-class.ts'
import { tellsTheCourse } from '../agenda/steps.ts'
import { type CheckContext, defineCheck, notApplicable, type Outcome, pass } from '../contract.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { type Matter, mattersOf } from './record-content.ts'
import { matterData, namedMatters } from './shown-matters.ts'
import { areTimed, partOf, sumOf, weighed } from './weights.ts'

const Params = z.strictObject({
  /** 会议类型。 */
  kinds: z.array(z.string()).min(1),
  /** 不看的会议类型。 */
  except: z.array(z.string()).default([]),
  /** 可以以服务活动为内容的会议类型。 */
  service: z.array(z.string()).default([]),
  /** 行政业务占比达到多少算以行政业务为主，0 至 1。 */
  atMost: z.number().positive().max(1),
})
type Params = z.infer<typeof Params>

const ADMINISTRATIVE: readonly ContentClass[] = ['行政业务']
/** 议事 is a branch's own work: 村、社区重要事项应当经党员大会讨论 (支部工作条例第十一条). */
const OF_THE_PARTY: readonly ContentClass[] = ['政治学习', '党务', '议事']
const SERVICE: readonly ContentClass[] = ['活动']
const TOLERANCE = 1e-9

export const studyAdministrative = defineCheck({
  name: 'study-administrative',
  summary: '逐次看会议是不是以行政业务为主，或者没有政治学习和党务内容。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const meetings = meetingsIn(ledger, context).filter(
      (record) =>
        params.kinds.some((kind) => isCalled(record, kind)) && !params.except.some((kind) => bears(record, kind)),
    )
    if (meetings.length === 0) yield notApplicable(`检查期内没有${params.kinds.join('、')}记录`)
    const vague = new Map<string, DatedRecord[]>()
    for (const record of meetings) {
      const matters = mattersOf(record, context.classify)
      const told = matters.filter(({ class: first, unknown }) => first !== '其他' || unknown)
      const want = isIllegible(record, COURSE) ? '的内容没有读全' : wantOf(told)
      if (want === undefined) yield judgeRecord(record, told, params)
      else vague.set(want, [...(vague.get(want) ?? []), record])
    }
    for (const [want, records] of vague) yield* undecided(records, want)
  },
})

/** What keeps a meeting from being judged; `undefined` where nothing does. */
function wantOf(told: readonly Matter[]): string | undefined {
  const known = told.filter(({ unknown }) => !unknown)
  if (known.length === 0) return '没有写明议题，或议题无法归类'
  const isBare = known.some(({ source }) => source === '主题') && sumOf(weighed(known, 'items'), OF_THE_PARTY) === 0
  return isBare ? '没有议题和会议记录，只凭主题无法判断' : undefined
}

function judgeRecord(record: DatedRecord, told: readonly Matter[], params: Params): Outcome {
  const found = faultOf(record, told, params)
  return found === undefined ? pass(record.key) : outcomeOf(record, told, found)
}

interface Fault {
  readonly said: string
  readonly share: number
  readonly matters: readonly Matter[]
}

function faultOf(record: DatedRecord, told: readonly Matter[], { atMost, service }: Params): Fault | undefined {
  const all = weighed(told, 'minutes')
  const base = all.reduce((sum, { weight }) => sum + weight, 0)
  const share = base === 0 ? 0 : sumOf(all, ADMINISTRATIVE) / base
  const administrative = told.filter((matter) => partOf(matter, ADMINISTRATIVE) > 0)
  if (share >= atMost - TOLERANCE) return { said: `${amountOf(told, share)}是行政业务`, share, matters: administrative }
  const isOfService = service.some((kind) => isCalled(record, kind)) && sumOf(all, SERVICE) > 0
  const isSettled = told.some((matter) => matter.unknown || partOf(matter, OF_THE_PARTY) > 0)
  return isOfService || isSettled ? undefined : { said: '没有政治学习和党务内容', share, matters: told }
}

function amountOf(told: readonly Matter[], share: number): string {
  const subject = told.every(({ source }) => source === '议题') ? '议题' : '内容'
  if (share >= 1 - TOLERANCE) return `${subject}全部`
  return `${subject}${areTimed(told) ? '按时间计' : ''}有${Math.floor((share + TOLERANCE) * 100)}%`
}

function outcomeOf(record: DatedRecord, told: readonly Matter[], { said, share, matters }: Fault): Outcome {
  const isFromMinutes = told.every(({ source }) => source === '记录')
  return {
    outcome: 'fail',
    subject: record.key,
    measure: share,
    message: `${recordName(record)}${said}：${namedMatters(matters)}${isFromMinutes ? '（没有议题，是从会议记录看的）' : ''}`,
    ...(isFromMinutes && !tellsTheCourse(record) && { unreflected: true }),
    evidence: matters.map(({ text }) => evidence(text)),
    data: { administrative: Math.round(share * 100) / 100, matters: matterData(told) },
  }
}
