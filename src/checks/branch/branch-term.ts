import * as z from 'zod'
import { isPast, type SomeDay } from '../../calendar/judging-day.ts'
import { addMonths, type PlainDate } from '../../calendar/plain-date.ts'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears, isHeld } from '../../ledger/held.ts'
import type { Branch, Ledger } from '../../ledger/schema.ts'
import { SCENES } from '../../ledger/vocabulary.ts'
import { type Evidence, evidence, evidenceAt } from '../../source/place.ts'
import { defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { judgingDay } from './judging-day.ts'

const Params = z.strictObject({
  /** 一般任期，年。 */
  years: z.number().positive(),
  /** 任期不同的领域。 */
  longer: z.strictObject({ scenes: z.array(z.enum(SCENES)), years: z.number().positive() }),
})
type Params = z.infer<typeof Params>

const MONTHS_A_YEAR = 12
/** 选举工作条例第三条: a term is put off by no more than a year, where the grant names no day. */
const DELAY_MONTHS = 12
const ELECTION_OF_A_TERM =
  /换届(?:选举|改选|大会|党员大会)|支部(?:换届|改选)|(?:选举|选出)(?:产生)?.{0,8}(?:新一届|支部委员会|支委会)/u
const ONLY_ABOUT_IT = /学习|筹备|准备|研究|安排|部署|动员|方案|请示|通知|提醒/u

export const branchTerm = defineCheck({
  name: 'branch-term',
  summary: '按换届日期和任期核对支部是否超期未换届，经批准延期的除外。',
  params: Params,
  *judge(ledger, params, context): Iterable<Outcome> {
    const { branch } = ledger
    const day = judgingDay(context)
    if (branch.form?.value === '临时') return yield notApplicable('临时党支部不定任期')
    if (isPast(branchLife(branch).to, day)) return yield notApplicable('支部已撤销')
    const start = termStart(ledger, day)
    if (start === undefined) return yield notEvaluated('缺换届日期')
    const years = termYears(branch, params)
    if (!isPast(lastDay(branch, start, years.atLeast), day)) return yield pass()
    if (!isPast(lastDay(branch, start, years.atMost), day)) return yield notEvaluated('缺任期或领域，不知道任期几年')
    yield overrun(branch, start, years.atMost)
  },
})

/** The day of 换届, of a later election on record, or else of the founding, from which the first term runs. */
function termStart(ledger: Ledger, day: SomeDay): PlainDate | undefined {
  const elections = ledger.records.flatMap((record) => {
    if (!isHeld(record, day) || !bears(record, '党员大会')) return []
    const said = [record.title, ...record.agenda.map(({ content }) => content)].map((text) => text?.value ?? '')
    return said.some((text) => ELECTION_OF_A_TERM.test(text) && !ONLY_ABOUT_IT.test(text)) ? [record.date.value] : []
  })
  const { termStart: stated, founded } = ledger.branch
  const known = [...elections, ...(stated === undefined ? [] : [stated.value])]
  const latest = known.reduce<PlainDate | undefined>(
    (late, date) => (late === undefined || date > late ? date : late),
    undefined,
  )
  return latest ?? (founded !== undefined && isRecent(founded.value, day) ? founded.value : undefined)
}

/** Of an older branch the founding says nothing of the running term. */
function isRecent(founded: PlainDate, day: SomeDay): boolean {
  return !isPast(addMonths(founded, 3 * MONTHS_A_YEAR), day)
}

/** Years; two numbers where the ledger names neither 任期 nor 领域. */
function termYears(branch: Branch, { years, longer }: Params): { atLeast: number; atMost: number } {
  const stated = branch.termLength?.value
  if (stated !== undefined) return { atLeast: stated, atMost: stated }
  const scene = branch.scene?.value
  if (scene === undefined) return { atLeast: Math.min(years, longer.years), atMost: Math.max(years, longer.years) }
  const own = longer.scenes.includes(scene) ? longer.years : years
  return { atLeast: own, atMost: own }
}

/** The last day of the term, or of the delay that was granted. */
function lastDay({ termExtension }: Branch, start: PlainDate, years: number): PlainDate {
  const end = addMonths(start, Math.round(years * MONTHS_A_YEAR))
  if (termExtension === undefined) return end
  const until = termExtension.until?.value ?? addMonths(end, DELAY_MONTHS)
  return until > end ? until : end
}

function overrun(branch: Branch, start: PlainDate, years: number): Outcome {
  const until = lastDay(branch, start, years)
  const granted = branch.termExtension === undefined ? '' : '（含批准的延期）'
  return {
    outcome: 'fail',
    subject: '换届',
    message: `本届自${start}起，任期${years}年，应在${until}前换届${granted}，台账未见换届记录`,
    evidence: evidenceOf(branch),
    data: { start, until },
  }
}

function evidenceOf(branch: Branch): Evidence[] {
  const { termStart: start, termExtension, name } = branch
  return [
    evidence(start ?? name),
    ...(termExtension === undefined
      ? []
      : [evidenceAt(termExtension.at, termExtension.document?.value ?? '换届延期批复')]),
  ]
}
