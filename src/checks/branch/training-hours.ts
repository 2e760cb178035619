import * as z from 'zod'
import { isOver, type Period, periodsTouching } from '../../calendar/period.ts'
import { dayOfMonth, monthOf } from '../../calendar/plain-date.ts'
import { contains, intersect, reaches } from '../../calendar/range.ts'
import { branchLife, committeeOn } from '../../ledger/branch-life.ts'
import { type DatedRecord, isHeld } from '../../ledger/held.ts'
import { isExcusedOn, memberTime } from '../../ledger/membership.ts'
import { isNamed, leavesNamesOut } from '../../ledger/named-people.ts'
import type { Ledger, Member } from '../../ledger/schema.ts'
import { evidence, evidenceAt } from '../../source/place.ts'
import { type CheckContext, defineCheck, notDue, notEvaluated, type Outcome, pass } from '../contract.ts'
import { unseenIn } from '../frequency/unseen.ts'
import { NO_ROSTER } from '../no-roster.ts'

const Params = z.strictObject({
  /** 记学时的专项台账。 */
  register: z.string(),
  /** 每名党员一年至少多少学时。 */
  atLeast: z.number().positive(),
  /** 支部委员一年多少学时，只作提示。 */
  committee: z.number().positive(),
})
type Params = z.infer<typeof Params>

const ENTRIES_SHOWN = 3
const MONTHS_A_YEAR = 12

export const trainingHours = defineCheck({
  name: 'training-hours',
  summary: '按专项台账逐人累计一年的培训学时，年中加入的按月折算。',
  params: Params,
  *judge(ledger, params, context): Iterable<Outcome> {
    for (const year of periodsTouching(context.period, 'year')) {
      if (!reaches(context.period, year.to) || !isOver(year, context.asOf, context.graceDays)) {
        yield notDue(year.id)
      } else if (!ledger.registers.includes(params.register)) {
        yield notEvaluated(`台账没有专项台账“${params.register}”`, year.id)
      } else if (ledger.members === undefined) {
        yield notEvaluated(NO_ROSTER, year.id)
      } else {
        yield* outcomesOf(ledger, ledger.members, year, params, context)
      }
    }
  },
})

function* outcomesOf(
  ledger: Ledger,
  members: readonly Member[],
  year: Period,
  params: Params,
  { asOf, period: examined }: CheckContext,
): Iterable<Outcome> {
  const records = ledger.records.filter(({ register }) => register === params.register)
  const unseen = unseenIn(ledger, { name: params.register, records }, year, examined)
  if (unseen !== undefined) return yield notEvaluated(`${unseen}，学时可能没有登记全`, year.id)
  const entries = records.filter(
    (record): record is DatedRecord => isHeld(record, asOf) && contains(year, record.date.value),
  )
  const committee = committeeOn(ledger.branch, year.to)
  for (const member of members) {
    const months = monthsIn(ledger, member, year)
    const isAlone = members.filter(({ name }) => name.value === member.name.value).length === 1
    if (months === 0 || !isAlone) continue
    const name = member.name.value
    const own = entries.filter(({ people }) => isNamed(people, name))
    const isOpen = entries.some((entry) => !own.includes(entry) && leavesNamesOut(entry))
    const isOfCommittee = committee.includes(name)
    yield* outcomesFor(member, own, months, year, { ...params, isOfCommittee, isOpen })
  }
}

function* outcomesFor(
  member: Member,
  own: readonly DatedRecord[],
  months: number,
  year: Period,
  { atLeast, committee, isOfCommittee, isOpen }: Params & { readonly isOfCommittee: boolean; readonly isOpen: boolean },
): Iterable<Outcome> {
  const name = member.name.value
  const subject = `${name} ${year.id}`
  const hours = own.reduce((sum, entry) => sum + (entry.hours?.value ?? 0), 0)
  const demanded = share(atLeast, months)
  if (hours < demanded && own.some((entry) => entry.hours === undefined)) {
    yield notEvaluated(`${name}的培训登记有未写学时的`, subject)
  } else if (hours < demanded && isOpen) {
    yield notEvaluated(`有的培训登记没有逐人写明人员，不知道${name}是否参加`, subject)
  } else if (hours < demanded) {
    yield { outcome: 'fail', ...shown(member, own, subject), message: shortfall(name, year, hours, demanded, months) }
  } else {
    yield pass(subject)
    const wished = share(committee, months)
    if (!isOfCommittee || hours >= wished) return
    yield {
      outcome: 'note',
      ...shown(member, own, subject),
      message: `支部委员${shortfall(name, year, hours, wished, months)}`,
    }
  }
}

function shown(member: Member, own: readonly DatedRecord[], subject: string) {
  const entries = own
    .slice(0, ENTRIES_SHOWN)
    .map(({ date, hours }) => evidenceAt(date.at, `${date.value} ${hours?.value ?? 0}学时`))
  return { subject, evidence: [evidence(member.name), ...entries] }
}

function shortfall(name: string, { id }: Period, hours: number, demanded: number, months: number): string {
  const part = months < MONTHS_A_YEAR ? `（在本支部${months}个月折算）` : ''
  return `${name}${id}年登记的培训学时合计${hours}学时，不足${demanded}学时${part}`
}

/** Rounded down: half an hour is not worth a finding. */
function share(yearly: number, months: number): number {
  return Math.floor((yearly * months) / MONTHS_A_YEAR)
}

/** Whole months of the year that the member was in the branch; 0 of one who left or of whom nothing is demanded. */
function monthsIn({ branch }: Ledger, member: Member, year: Period): number {
  const inBranch = intersect(memberTime(member), branchLife(branch))
  const time = inBranch && intersect(inBranch, year)
  if (time === undefined || time.to < year.to) return 0
  if (member.exemptions.length > 0 || isExcusedOn(member, year.to)) return 0
  const isWhole = dayOfMonth(time.from) === 1
  return MONTHS_A_YEAR - monthOf(time.from) + (isWhole ? 1 : 0)
}
