import type { Absence, Absences } from '../ledger/schema.ts'
import type { Place } from '../source/place.ts'
import type { NamedPerson, PeopleOfField } from './people-fields.ts'
import { isOffice, isReason } from './values/person-words.ts'

/** What somebody whom a list of people names was to the meeting. */
export type ListedAs = 'present' | 'leave' | 'absent' | 'guests'

const GUEST = /列席/u
const ABSENT = /缺席|缺勤|旷|无故|未到|未参|未请假/u
const ON_LEAVE = /请假|[事病公休产婚丧探年补调]假|已?告假/u
/** Reasons of one who was there all the same. */
const THERE = /线上|视频|迟到|早退|代|参会|参加|出席|到会|实到|签到|书面/u
/** What says that somebody was not there, and no more. */
const BARE =
  /^(?:请假|缺席|缺勤|未到|未参加|未请假|列席|无故|旷会|(?:无故)?(?:缺席|缺勤)|请假人员|缺席人员|(?:请假|缺席)(?:人员)?及?原因|情况)$/u

/** By the marks beside a name: `李四(请假)[出差]`, `王五(列席)`. */
export function listedAs({ marks }: NamedPerson): ListedAs {
  if (marks.some((mark) => GUEST.test(mark))) return 'guests'
  if (marks.some((mark) => ON_LEAVE.test(mark) && !/未请假/u.test(mark))) return 'leave'
  const reason = reasonOf(marks)
  if (marks.some((mark) => ABSENT.test(mark))) return reason === undefined || ABSENT.test(reason) ? 'absent' : 'leave'
  return reason !== undefined && isReason(reason) && !THERE.test(reason) ? 'leave' : 'present'
}

export function isGuest(person: NamedPerson): boolean {
  return listedAs(person) === 'guests'
}

export function isAway(person: NamedPerson): boolean {
  return ['leave', 'absent'].includes(listedAs(person))
}

/** The reason among the marks, without the words that only say that somebody was not there. */
export function reasonOf(marks: readonly string[]): string | undefined {
  const reasons = marks
    .map((mark) =>
      mark
        .trim()
        .replace(/^[:\-因]+(?=.)|^由于/u, '')
        .replace(/(?<=..)请假$/u, ''),
    )
    .filter((mark) => mark !== '' && !BARE.test(mark) && !isOffice(mark))
  return reasons.length === 0 ? undefined : reasons.join('，')
}

export function absenceOf({ name, marks }: NamedPerson): Absence {
  const reason = reasonOf(marks)
  return reason === undefined ? { name } : { name, reason: { value: reason, at: name.at } }
}

/** Names, and the number where it is told beside them. */
export function absencesOf({ people, others, count }: PeopleOfField, number: number | undefined, at: Place): Absences {
  const list = [...people.map(absenceOf), ...others.map((name) => ({ name }))]
  const told = number ?? count
  return {
    number: told === undefined ? undefined : { value: told, at },
    list: list.length === 0 && told !== undefined && told > 0 ? undefined : list,
    at,
  }
}
