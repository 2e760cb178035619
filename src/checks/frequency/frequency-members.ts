import * as z from 'zod'
import { branchLife } from '../../ledger/branch-life.ts'
import { bears } from '../../ledger/held.ts'
import { isIllegible } from '../../ledger/illegible.ts'
import { isExemptOn, isMemberOn } from '../../ledger/membership.ts'
import { isNamed } from '../../ledger/named-people.ts'
import type { Ledger, LedgerRecord, Member } from '../../ledger/schema.ts'
import type { Located } from '../../source/place.ts'
import { type CheckContext, defineCheck, notApplicable, notEvaluated, type Outcome } from '../contract.ts'
import { fullNames } from '../kind-names.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { wordingOf } from '../records/record-texts.ts'
import { holdsPost } from '../registers/member-posts.ts'
import { demandedPeriods, nothingDue, regularity } from './demand.ts'
import { neverListed } from './never-listed.ts'
import { judgeSeries } from './series.ts'

const Params = z.strictObject({
  ...regularity,
  /** 党员在记录里的位置：people 人员，counterparts 对象，either 任一处。 */
  named: z.enum(['people', 'counterparts', 'either']).default('either'),
  /** 只要求职务、职级或岗位状态里有这些字样的党员；不写则要求每名党员。 */
  post: z.array(z.string()).min(1).optional(),
  /** 只要求流动党员（true）或非流动党员（false）。 */
  mobile: z.boolean().optional(),
})
type Params = z.infer<typeof Params>

export const frequencyMembers = defineCheck({
  name: 'frequency-members',
  summary: '按月、季度、半年、学期或年，逐名党员核对某类记录够不够次数。',
  params: Params,
  *judge(ledger: Ledger, params: Params, context: CheckContext): Iterable<Outcome> {
    if (ledger.members === undefined) {
      yield notEvaluated(NO_ROSTER)
      return
    }
    const periods = demandedPeriods(params, branchLife(ledger.branch), context)
    const records = ledger.records.filter((record) => params.kind.some((kind) => bears(record, kind)))
    const members = ledger.members.filter((member) => isMeant(member, params))
    if (members.length === 0) yield notApplicable('名册上没有这项要求所指的党员')
    else if (periods.length === 0) yield nothingDue(params)
    else if (records.length === 0) yield neverListed(ledger, params, periods, context)
    else for (const member of members) yield* judgeMember(ledger, member, params, records, context)
  },
})

function* judgeMember(
  ledger: Ledger,
  member: Member,
  params: Params,
  records: readonly LedgerRecord[],
  context: CheckContext,
): Iterable<Outcome> {
  const name = member.name.value
  const periods = demandedPeriods(params, branchLife(ledger.branch), context).filter(({ from, to }) =>
    [from, to].every((date) => isMemberOn(member, date) && !isExemptOn(member, date)),
  )
  const own = records.filter((record) => isNamedIn(record, name, params.named))
  const unassigned = { records: records.filter((record) => leavesNamesOut(record, params.named)), want: '没有逐人写明' }
  const series = {
    name: `${name}的${fullNames(params.kind)}`,
    of: name,
    records: own,
    unassigned,
    atLeast: params.atLeast,
  }
  yield* judgeSeries(ledger, series, periods, context)
}

function isMeant(member: Member, { mobile, post }: Params): boolean {
  if (mobile !== undefined && (member.mobile?.value ?? false) !== mobile) return false
  return holdsPost(member, post)
}

function isNamedIn(record: LedgerRecord, name: string, where: Params['named']): boolean {
  const names = namesIn(record, where)
  return names.length === 0 ? wordingOf(record).includes(name) : isNamed(names, name)
}

/** Whether some whom the record is about may not be named: nobody is, or 王建国等三人. */
function leavesNamesOut(record: LedgerRecord, where: Params['named']): boolean {
  const fields = { people: ['people'], counterparts: ['counterparts'], either: ['people', 'counterparts'] }
  return namesIn(record, where).length === 0 || isIllegible(record, fields[where])
}

function namesIn({ people, counterparts }: LedgerRecord, where: Params['named']): readonly Located<string>[] {
  const lists = { people: [people], counterparts: [counterparts], either: [people, counterparts] }
  return lists[where].flat()
}
