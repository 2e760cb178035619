import { hasCome, isPast, type SomeDay } from '../calendar/judging-day.ts'
import { addDays } from '../calendar/plain-date.ts'
import { ALWAYS, type DateRange } from '../calendar/range.ts'
import type { Ledger, Member } from './schema.ts'

/** Whether the member belonged to the branch on that day: the day of a 转入 counts, the day of a 转出 no longer. */
export function isMemberOn(member: Member, date: SomeDay): boolean {
  if (member.movedIn !== undefined && !hasCome(member.movedIn.value, date)) return false
  const ends = [member.movedOut, member.died, member.suspended]
  return ends.every((end) => end === undefined || !hasCome(end.value, date))
}

/** From 转入 or 入党 to the day before the member left the branch, as far as the roster tells. */
export function memberTime({ movedIn, joined, probationStart, movedOut, died, suspended }: Member): DateRange {
  const begun = [movedIn, joined, probationStart].flatMap((date) => date?.value ?? [])
  const ended = [movedOut, died, suspended].flatMap((date) => (date === undefined ? [] : addDays(date.value, -1)))
  return {
    from: begun.reduce((latest, date) => (date > latest ? date : latest), ALWAYS.from),
    to: ended.reduce((earliest, date) => (date < earliest ? date : earliest), ALWAYS.to),
  }
}

/** Whether nothing is demanded of the member on that day (不作硬性要求). */
export function isExemptOn(member: Member, date: SomeDay): boolean {
  return member.exemptions.some(
    ({ from, to }) => (from === undefined || hasCome(from, date)) && (to === undefined || !isPast(to, date)),
  )
}

/** Whether the member need not be at the branch's meetings on that day: 不作硬性要求, or 流动 and so attending elsewhere. */
export function isExcusedOn(member: Member, date: SomeDay): boolean {
  return member.mobile?.value === true || isExemptOn(member, date)
}

/** The roster of that day; `undefined` where no roster was handed in. */
export function membersOn(ledger: Ledger, date: SomeDay): Member[] | undefined {
  return ledger.members?.filter((member) => isMemberOn(member, date))
}

/** 正式党员 of that day: a member whose 人员类别 is not given counts as one. `undefined` without a roster. */
export function fullMembersOn(ledger: Ledger, date: SomeDay): Member[] | undefined {
  return membersOn(ledger, date)?.filter((member) => member.status?.value !== '预备党员')
}
