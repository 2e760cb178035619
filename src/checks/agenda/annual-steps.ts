import * as z from 'zod'
import { addDays } from '../../calendar/plain-date.ts'
import { contains } from '../../calendar/range.ts'
import { yearsEndingIn } from '../../calendar/yearly-window.ts'
import { type DatedRecord, isHeld } from '../../ledger/held.ts'
import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { heldOfKind, Window, yearOfRecord } from '../frequency/annual.ts'
import { fullName } from '../kind-names.ts'
import { recordName } from '../record-name.ts'
import { grouped } from '../records/grouped.ts'
import { isShown, quoted, Step, tellsTheCourse, wordsOf } from './steps.ts'

const Params = z.strictObject({
  /** 记录类型。 */
  kind: z.string(),
  window: Window,
  /** 应有的环节。 */
  steps: z.array(Step).min(1),
  /** 会前会后这些天以内、提到这次会议的其他记录，也一并看。 */
  around: z.int().nonnegative().default(92),
  /** 除会议名称以外，怎样的字样算提到这次会议。 */
  mentions: z.array(z.string().min(1)).default([]),
})
type Params = z.infer<typeof Params>

export const annualSteps = defineCheck({
  name: 'annual-steps',
  summary: '把一个所属年度的记录合起来，核对一年一次的会议环节全不全。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const judged = yearsExamined(ledger, params, context)
    if (judged.length === 0) yield notApplicable(`检查期内没有${fullName(params.kind)}记录`)
    for (const { year, held } of judged) yield judgeYear(ledger, year, held, params, context)
  },
})

/** A year and the meetings that were held for it. */
interface MeetingYear {
  readonly year: number
  readonly held: readonly DatedRecord[]
}

/** Years for which a meeting was held, in the days examined or, for a year that ends there, at any time. */
function yearsExamined(ledger: Ledger, { kind, window }: Params, { period, asOf }: CheckContext): MeetingYear[] {
  const ended = yearsEndingIn(period, window)
  const byYear = grouped(heldOfKind(ledger, kind, asOf), (record) => yearOfRecord(record, kind, window))
  const examined = [...byYear].flatMap(([year, held]) => {
    if (year === undefined) return []
    return ended.includes(year) || held.some(({ date }) => contains(period, date.value)) ? [{ year, held }] : []
  })
  return examined.sort((a, b) => a.year - b.year)
}

function judgeYear(
  ledger: Ledger,
  year: number,
  held: readonly DatedRecord[],
  params: Params,
  context: CheckContext,
): Outcome {
  const around = recordsAround(ledger, held, params, context)
  const mentions = around.filter((record) => isShown({ words: [params.kind, ...params.mentions] }, wordsOf([record])))
  const text = wordsOf([...held, ...mentions])
  const missing = params.steps.filter(
    (step) =>
      !isShown(step, step.anywhere === true ? `${text}\n${wordsOf(around)}` : text) &&
      !(step.appraisal === true && held.some(({ appraisal }) => appraisal !== undefined)) &&
      !around.some(({ register }) => register !== undefined && step.registers?.includes(register)),
  )
  const subject = String(year)
  if (missing.length === 0) return pass(subject)
  const illegible = [...held, ...around].find((record) => isIllegible(record, COURSE))
  if (illegible !== undefined) return notEvaluated(`${recordName(illegible)}的内容没有读出来`, subject)
  const names = missing.map(({ name }) => name)
  const isTold = held.some((record) => tellsTheCourse(record) || record.agenda.length > 1)
  const meeting = `${year}年度${fullName(params.kind)}`
  return {
    outcome: 'fail',
    subject,
    message: isTold ? `台账未见${meeting}${quoted(names)}环节的记录` : `台账未反映${meeting}的${quoted(names)}环节`,
    ...(!isTold && { unreflected: true }),
    evidence: held.map(({ date }) => evidence(date)),
    data: { year, missing: names, records: held.map(({ key }) => key) },
  }
}

/** What took place shortly before the first or after the last of the year's meetings. */
function recordsAround(
  ledger: Ledger,
  held: readonly DatedRecord[],
  { around }: Params,
  { asOf }: CheckContext,
): DatedRecord[] {
  const dates = held.map(({ date }) => date.value).sort()
  const [first] = dates
  const last = dates.at(-1)
  if (first === undefined || last === undefined) return []
  const days = { from: addDays(first, -around), to: addDays(last, around) }
  return ledger.records.filter(
    (record): record is DatedRecord =>
      isHeld(record, asOf) && contains(days, record.date.value) && !held.some(({ key }) => key === record.key),
  )
}
