import * as z from 'zod'
import { committeeOn } from '../../ledger/branch-life.ts'
import { type DatedRecord, isCalled } from '../../ledger/held.ts'
import { isIllegible } from '../../ledger/illegible.ts'
import { isMemberOn } from '../../ledger/membership.ts'
import type { Ledger } from '../../ledger/schema.ts'
import { evidence, type Located } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome, pass } from '../contract.ts'
import { isOfGroup, partyGroups } from '../frequency/groups.ts'
import { meetingsIn, undecided } from '../meetings.ts'
import { recordName } from '../record-name.ts'

const Params = z.strictObject({
  /** 由书记、副书记、委员主持的记录类型。 */
  byCommittee: z.array(z.string()).default(['党员大会', '支委会']),
  /** 由党小组组长主持的记录类型。 */
  byLeader: z.array(z.string()).default(['党小组会']),
})
type Params = z.infer<typeof Params>

/** Who may preside at a meeting: by name, and by the office that the ledger adds to a name. */
interface Entitled {
  readonly names: readonly string[]
  readonly office: RegExp
  readonly said: string
  /** Whether the ledger names all who may; else another may be one of them. */
  readonly isKnown: boolean
}

const COMMITTEE_OFFICE = /书记|委员|支委/u
const LEADER_OFFICE = /组长/u
const DELEGATED = /委托|代为?主持|上级|受.{0,6}托/u

export const presider = defineCheck({
  name: 'presider',
  summary: '逐次核对会议主持人：党员大会、支委会是书记、副书记或委员，党小组会是组长，或有委托。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    const meetings = meetingsIn(ledger, context).filter((record) => isMeant(record, params))
    if (meetings.length === 0) yield notApplicable('检查期内没有这几类会议')
    const chaired = meetings.filter(({ chair }) => chair !== undefined)
    yield* undecided(
      meetings.filter(({ chair }) => chair === undefined),
      '没有写明主持人',
    )
    const judged = chaired.map((record) => ({ record, entitled: entitledTo(ledger, record, params) }))
    const unknown = judged.filter(({ record, entitled }) => !presides(record, entitled) && !entitled.isKnown)
    yield* undecided(
      unknown.map(({ record }) => record),
      '的主持人不在已知的人选中，而台账没有写明全部支部委员或党小组组长，无法判断',
    )
    for (const one of judged) if (!unknown.includes(one)) yield judgeRecord(one.record, one.entitled)
  },
})

function isMeant(record: DatedRecord, { byCommittee, byLeader }: Params): boolean {
  return [...byCommittee, ...byLeader].some((kind) => isCalled(record, kind))
}

function judgeRecord(record: DatedRecord, entitled: Entitled): Outcome {
  const { chair } = record
  if (chair === undefined || presides(record, entitled)) return pass(record.key)
  if (isIllegible(record, ['delegation', 'minutes'])) {
    return notEvaluated(`${recordName(record)}写明受谁委托的一栏没有读出来`, record.key)
  }
  return {
    outcome: 'fail',
    subject: record.key,
    message: `${recordName(record)}由${chair.value}主持，不是${entitled.said}，也没有写明受谁委托`,
    evidence: [evidence(chair)],
    data: { chair: chair.value, entitled: [...entitled.names] },
  }
}

/** By name, by the office beside the name, on a delegation, or in a meeting held with another branch. */
function presides({ chair, delegation, jointBranches, minutes }: DatedRecord, { names, office }: Entitled): boolean {
  if (chair === undefined || delegation !== undefined || jointBranches.length > 0) return true
  if (office.test(chair.raw ?? chair.value) || names.some((name) => chair.value.includes(name))) return true
  return isDelegated(chair, minutes)
}

function isDelegated(chair: Located<string>, minutes: Located<string> | undefined): boolean {
  const told = minutes?.value.split(/[。\n]/u).find((sentence) => sentence.includes('主持')) ?? ''
  return DELEGATED.test(chair.raw ?? chair.value) || DELEGATED.test(told)
}

function entitledTo(ledger: Ledger, record: DatedRecord, { byCommittee }: Params): Entitled {
  return byCommittee.some((kind) => isCalled(record, kind)) ? committee(ledger, record) : leaders(ledger, record)
}

function committee({ branch, members = [] }: Ledger, { date }: DatedRecord): Entitled {
  const officers = members.filter(
    (member) => isMemberOn(member, date.value) && COMMITTEE_OFFICE.test(member.office?.value ?? ''),
  )
  const names = [...committeeOn(branch, date.value), ...officers.map(({ name }) => name.value)]
  const isKnown = branch.secretaries.length > 0 && (branch.committee !== undefined || officers.length > 1)
  return { names, office: COMMITTEE_OFFICE, said: '书记、副书记或委员', isKnown }
}

function leaders(ledger: Ledger, record: DatedRecord): Entitled {
  const all = partyGroups(ledger)
  const groups = record.groups.length === 0 ? all : all.filter((group) => isOfGroup(record, group))
  const listed = groups.map(({ name }) => ledger.branch.groups?.find((group) => group.name.value === name)?.leader)
  const names = listed.flatMap((leader) => leader?.value ?? [])
  const officers = (ledger.members ?? []).filter(({ office }) => LEADER_OFFICE.test(office?.value ?? ''))
  const isKnown = groups.length > 0 && listed.every((leader) => leader !== undefined)
  return {
    names: [...names, ...officers.map(({ name }) => name.value)],
    office: LEADER_OFFICE,
    said: '党小组组长',
    isKnown,
  }
}
