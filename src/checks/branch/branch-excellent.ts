import * as z from 'zod'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import { fullMembersOn } from '../../ledger/membership.ts'
import type { Appraisal, Ledger } from '../../ledger/schema.ts'
import { APPRAISAL_GRADES } from '../../ledger/vocabulary.ts'
import { type Evidence, evidenceAt } from '../../source/place.ts'
import { headcount, headcountEvidence } from '../attendance/headcount.ts'
import { defineCheck, notEvaluated, type Outcome, pass } from '../contract.ts'
import { recordsIn } from '../examined-records.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 优秀等次不超过几分之一。 */
  oneIn: z.int().positive(),
})

export const branchExcellent = defineCheck({
  name: 'branch-excellent',
  summary: '民主评议中评为优秀的人数占正式党员的比例是否超过规定。',
  params: Params,
  *judge(ledger, { oneIn }, context): Iterable<Outcome> {
    for (const record of recordsIn(ledger, context)) {
      if (record.appraisal !== undefined) yield outcomeOf(ledger, record, record.appraisal, oneIn)
      else if (bears(record, '民主评议')) yield notEvaluated(`${recordName(record)}缺评议结果`, record.key)
    }
  },
})

/** How many there were to grade, and what makes them so many. */
interface Base {
  readonly name: string
  readonly people: number
}

/** Those who were graded and the full members of the day may differ: only what is too much of either is told. */
function outcomeOf(ledger: Ledger, record: DatedRecord, appraisal: Appraisal, oneIn: number): Outcome {
  const excellent = headcount(appraisal.grades.优秀)
  if (excellent === undefined) return notEvaluated(`${recordName(record)}的评议结果缺优秀人数`, record.key)
  const bases = [...gradedIn(appraisal), ...fullMembers(ledger, record)]
  if (bases.length === 0) return notEvaluated(`${recordName(record)}缺参评人数和党员名册`, record.key)
  if (bases.some(({ people }) => oneIn * excellent <= people)) return pass(record.key)
  const said = bases.map(({ name, people }) => `${name}${people}人`).join('、')
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}评为优秀${excellent}人，${said}，优秀超过${FRACTIONS[oneIn] ?? `${oneIn}分之一`}`,
    evidence: evidenceOf(appraisal),
    data: { excellent, bases: bases.map(({ people }) => people) },
  }
}

const FRACTIONS: Readonly<Record<number, string>> = { 2: '二分之一', 3: '三分之一', 4: '四分之一', 5: '五分之一' }

/** Known only where grades beside 优秀 are given. */
function gradedIn({ grades }: Appraisal): Base[] {
  const given = APPRAISAL_GRADES.flatMap((grade) => headcount(grades[grade]) ?? [])
  return given.length < 2 ? [] : [{ name: '参评', people: given.reduce((sum, people) => sum + people, 0) }]
}

function fullMembers(ledger: Ledger, { date }: DatedRecord): Base[] {
  const people = fullMembersOn(ledger, date.value)?.length ?? 0
  return people === 0 ? [] : [{ name: '名册上的正式党员', people }]
}

function evidenceOf({ grades, at }: Appraisal): Evidence[] {
  const shown = APPRAISAL_GRADES.flatMap((grade) => headcountEvidence(grade, grades[grade]))
  return shown.length > 0 ? shown : [evidenceAt(at, '评议结果')]
}
