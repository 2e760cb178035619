import * as z from 'zod'
import { addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { type Evidence, evidence, type Located } from '../../source/place.ts'
import { foldText } from '../../text/reuse/index.ts'
import { type BranchOutcome, type ConcludeContext, defineCheck, notApplicable, pass } from '../contract.ts'
import { type LectureFact, reuseFacts } from '../reuse/reuse-facts.ts'
import { kinshipLabels } from '../reuse/reuse-kinship.ts'

const Params = z.strictObject({
  /** 本支部多少个月以内题目相同算重复。 */
  months: z.int().positive().default(12),
  /** 几个互不相干的支部题目相同算重复。 */
  branches: z.int().min(2).default(3),
  /** 题目少于这么多字的（“党章”），不比。 */
  minLength: z.int().positive().default(4),
})
type Params = z.infer<typeof Params>

/** A lecture with a title, as `reuseFacts` tells it, and where the title stands. */
type TitledFact = LectureFact & { readonly date: PlainDate; readonly title: string; readonly titleAt: Evidence }
type TitleFact = { readonly type: 'branch'; readonly branch: string } | TitledFact

/** Says that it is a lecture, not what about. */
const NO_TITLE = /^(?:(?:第?[一二三四1-4]季度|[上下]半年|专题|书记|支部|廉政|微)*(?:讲|上)?党课)$/u
/** A theme that comes from above is the same everywhere. */
const COMMON_THEME = /精神|学习|贯彻|主题教育|《|讲话|条例|党章|党纪|二十大|全会|八项规定|七一|廉洁|廉政/u

export const lectureTitles = defineCheck({
  name: 'lecture-titles',
  summary: '看党课题目一年内在本支部有没有重复，在几个互不相干的支部是不是相同。',
  params: Params,
  collect: (ledger) => titleFacts(ledger),
  *conclude(facts: readonly TitleFact[], params: Params, context: ConcludeContext): Iterable<BranchOutcome> {
    const lectures = facts.filter((fact) => fact.type === 'lecture').filter((fact) => counts(fact, params, context))
    const told = new Set<string>()
    for (const group of alikeIn(lectures)) {
      for (const lecture of group.lectures.filter(({ date }) => contains(context.period, date))) {
        told.add(lecture.branch)
        yield judgeTitle(lecture, group, params)
      }
    }
    for (const { type, branch } of facts) {
      if (type === 'branch' && !told.has(branch)) yield { branch, ...notApplicable('检查期内没有写明题目的党课') }
    }
  },
})

function* titleFacts(ledger: Ledger): Iterable<TitleFact> {
  const titles = new Map<string, Located<string>>()
  for (const { key, title } of ledger.records) if (title !== undefined) titles.set(key, title)
  for (const fact of reuseFacts(ledger)) {
    if (fact.type === 'branch') yield fact
    else {
      const title = titles.get(fact.record)
      const { date, script: _script, ...lecture } = fact
      if (title !== undefined && date !== undefined) {
        yield { ...lecture, date, title: title.value, titleAt: evidence(title) }
      }
    }
  }
}

function counts(
  { date, state, title, issuedBy }: TitledFact,
  { minLength }: Params,
  { asOf }: ConcludeContext,
): boolean {
  const isHeld = asOf.hasCome(date) && (state === undefined || state === '已开')
  return isHeld && issuedBy === undefined && [...foldText(title)].length >= minLength && !NO_TITLE.test(title)
}

/** All lectures of one title, and one branch of each set that has to do with each other. */
interface Group {
  readonly lectures: readonly TitledFact[]
  readonly ofBranch: ReadonlyMap<string, readonly TitledFact[]>
  readonly branches: readonly string[]
}

function alikeIn(lectures: readonly TitledFact[]): Group[] {
  return [...groupedBy(lectures, ({ title }) => foldedTitle(title)).values()].map((group) => ({
    lectures: group,
    ofBranch: groupedBy(group, ({ branch }) => branch),
    branches: unrelatedBranches(group),
  }))
}

function groupedBy(lectures: readonly TitledFact[], keyOf: (lecture: TitledFact) => string) {
  const groups = new Map<string, TitledFact[]>()
  for (const lecture of lectures) {
    const key = keyOf(lecture)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, [lecture])
    else group.push(lecture)
  }
  return groups
}

/** Folding leaves numbers out, yet 第1讲 and 第2讲 are two lectures. */
function foldedTitle(title: string): string {
  return `${foldText(title)}${title.normalize('NFKC').replace(/\D/gu, '')}`
}

function judgeTitle(lecture: TitledFact, { lectures, ofBranch, branches }: Group, params: Params): BranchOutcome {
  const earlier = earlierInBranch(lecture, ofBranch.get(lecture.branch) ?? [], params)
  const isWide = branches.length >= params.branches && !COMMON_THEME.test(lecture.title)
  if (earlier === undefined && !isWide) return { branch: lecture.branch, ...pass(lecture.record) }
  const others = isWide ? firstOfOthers(lecture, lectures) : []
  const said = [
    ...(earlier === undefined ? [] : [`与本支部${earlier.date}的党课题目相同`]),
    ...(isWide ? [`${branches.length}个支部的党课用了同一题目`] : []),
  ]
  return {
    branch: lecture.branch,
    outcome: 'fail',
    subject: lecture.record,
    message: `疑似重复：党课《${lecture.title.replace(/^《|》$/gu, '')}》${said.join('，')}，请核对原始记录`,
    evidence: [
      lecture.titleAt,
      ...(earlier === undefined ? [] : [earlier.titleAt]),
      ...others.map(({ titleAt }) => titleAt),
    ],
    data: { title: lecture.title, branches: isWide ? branches.length : 1 },
  }
}

/** Other branches that the evidence shows. */
const OTHERS_SHOWN = 3

/** A title may be that of thousands of lectures, so the search ends with the last one shown. */
function firstOfOthers({ branch }: TitledFact, lectures: readonly TitledFact[]): TitledFact[] {
  const others: TitledFact[] = []
  for (const lecture of lectures) {
    if (lecture.branch !== branch) others.push(lecture)
    if (others.length === OTHERS_SHOWN) break
  }
  return others
}

function earlierInBranch(
  lecture: TitledFact,
  lectures: readonly TitledFact[],
  { months }: Params,
): TitledFact | undefined {
  return lectures.find(({ date }) => date < lecture.date && addMonths(date, months) > lecture.date)
}

/** Branches whose lectures have nothing to do with each other: of those that were held together, one. */
function unrelatedBranches(lectures: readonly TitledFact[]): string[] {
  const labels = kinshipLabels(lectures)
  const taken = new Set<string>()
  const branches = new Set<string>()
  lectures.forEach(({ branch }, at) => {
    const own = labels[at] ?? []
    if (!own.some((label) => taken.has(label))) branches.add(branch)
    for (const label of own) taken.add(label)
  })
  return [...branches]
}
