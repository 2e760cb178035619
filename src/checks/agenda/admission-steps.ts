import * as z from 'zod'
import { hasCommittee } from '../../ledger/branch-life.ts'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import { COURSE, isIllegible } from '../../ledger/illegible.ts'
import type { AgendaItem, Ledger } from '../../ledger/schema.ts'
import { evidence } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { meetingsIn } from '../meetings.ts'
import { recordName } from '../record-name.ts'
import { businessesIn } from './business.ts'
import { type Admission, admissionOf, candidateOf } from './candidate.ts'
import { daysUpTo, othersIn } from './earlier.ts'
import { isShown, quoted, Step, tellsTheCourse, wordsOf } from './steps.ts'

const Params = z.strictObject({
  /** 接收预备党员应有的环节。 */
  admission: z.array(Step).min(1),
  /** 预备党员转正应有的环节。 */
  confirmation: z.array(Step).min(1),
  /** 会前这些天以内、提到同一人的其他记录，也一并看。 */
  before: z.int().nonnegative().default(92),
})
type Params = z.infer<typeof Params>

/** All that one meeting says of one candidate. */
interface Case {
  readonly record: DatedRecord
  readonly item: AgendaItem
  readonly items: readonly AgendaItem[]
  readonly type: Admission
  readonly candidate: string | undefined
}

/** `讨论接收钱多为预备党员`, and where the item names nobody. */
const MATTER: Readonly<Record<Admission, (candidate: string | undefined) => string>> = {
  admission: (candidate) => (candidate === undefined ? '讨论接收预备党员' : `讨论接收${candidate}为预备党员`),
  confirmation: (candidate = '预备党员') => `讨论${candidate}转正`,
}
const VOTED = /赞成|全票|一致(?:通过|同意)|表决通过|(?:同意|反对|弃权)[^，。；\d]{0,4}\d|\d+\s*票/u

export const admissionSteps = defineCheck({
  name: 'admission-steps',
  summary: '逐人核对接收预备党员和转正的环节、表决情况在台账里有没有。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const assemblies = meetingsIn(ledger, context).filter((record) => bears(record, '党员大会'))
    const cases = assemblies.flatMap((record) => casesOf(ledger, record))
    if (cases.length === 0) yield notApplicable('检查期内没有接收预备党员或转正的议题')
    for (const one of cases) yield judgeCase(ledger, one, params, context)
  },
})

function casesOf(ledger: Ledger, record: DatedRecord): Case[] {
  const cases = new Map<string, Case>()
  for (const item of record.agenda) {
    const type = admissionOf(item)
    if (type === undefined) continue
    const candidate = candidateOf(item, ledger)
    const key = `${type}\n${candidate ?? item.content.value}`
    const known = cases.get(key)
    cases.set(key, { ...(known ?? { record, item, type, candidate }), items: [...(known?.items ?? []), item] })
  }
  return [...cases.values()]
}

function judgeCase(ledger: Ledger, one: Case, params: Params, { asOf }: CheckContext): Outcome {
  const { record, item, type, candidate } = one
  const before = othersIn(ledger, record, daysUpTo(record.date.value, params.before), asOf).filter((other) =>
    isOnSameCase(other, one),
  )
  const text = wordsOf([record, ...before])
  const missing = params[type]
    .filter((step) => step.committee !== true || hasCommittee(ledger))
    .filter((step) => !isShown(step, text) && !(step.committee === true && before.some(isCommittee)))
    .map(({ name }) => name)
  if (!isVoted(one)) missing.push('表决结果')
  const subject = `${record.key} ${candidate ?? item.content.value}`
  if (missing.length === 0) return pass(subject)
  const illegible = [record, ...before].find((told) => isIllegible(told, COURSE))
  if (illegible !== undefined) return notEvaluated(`${recordName(illegible)}的内容没有读出来`, subject)
  const isTold = tellsTheCourse({ ...record, agenda: one.items })
  const whose = `${recordName(record)}${MATTER[type](candidate)}`
  return {
    outcome: 'fail',
    subject,
    message: isTold ? `${whose}，台账未见${quoted(missing)}的记录` : `${whose}，台账未反映${quoted(missing)}`,
    ...(!isTold && { unreflected: true }),
    evidence: [evidence(item.content)],
    data: { type, candidate: candidate ?? null, missing },
  }
}

/** An earlier record that names the candidate, or, where nobody is named, speaks of the same matter. */
function isOnSameCase(other: DatedRecord, { candidate, type }: Case): boolean {
  const text = [wordsOf([other]), ...other.people.map(({ value }) => value)].join('\n')
  return candidate === undefined ? businessesIn(text).includes(type) : text.includes(candidate)
}

function isCommittee(record: DatedRecord): boolean {
  return bears(record, '支委会')
}

function isVoted({ items, record }: Case): boolean {
  if (items.some(({ vote }) => vote?.approve !== undefined || vote?.result !== undefined)) return true
  return VOTED.test(wordsOf([record]))
}
