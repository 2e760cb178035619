import { committeeOn } from '../../ledger/branch-life.ts'
import { bears, type DatedRecord } from '../../ledger/held.ts'
import { isExcusedOn } from '../../ledger/membership.ts'
import type { Absence, Ledger, Member } from '../../ledger/schema.ts'
import { headcount, namesIn } from './headcount.ts'

/** Who was to be at a meeting and who was, by name. */
export interface Roll {
  readonly record: DatedRecord
  /** On the list, or shown to be there by presiding, recording, lecturing or speaking. */
  readonly present: ReadonlySet<string>
  readonly absences: ReadonlyMap<string, Absence>
  /** Whether as many are listed absent as were missing: then all others were there. */
  readonly namesAllAbsentees: boolean
  readonly isDue: (member: Member) => boolean
}

const FOR_ALL_MEMBERS = ['党员大会', '主题党日', '党课', '组织生活会', '民主评议', '集中学习']

export function rollOf(record: DatedRecord, ledger: Ledger): Roll {
  const { due, present, leave, absent } = record.attendance
  const away = [...(leave?.list ?? []), ...(absent?.list ?? [])]
  const expected = headcount(due)
  const came = headcount(present)
  return {
    record,
    present: new Set([...(namesIn(present) ?? []), ...takingPart(record)].map(({ value }) => value)),
    absences: new Map(away.map((absence) => [absence.name.value, absence])),
    namesAllAbsentees: expected !== undefined && came !== undefined && expected - came === away.length,
    isDue: whoIsDue(record, ledger),
  }
}

function takingPart({ chair, recorder, lecturer, agenda }: DatedRecord) {
  const spoken = agenda.flatMap(({ speaker, speeches }) => [speaker, ...speeches.map(({ name }) => name)])
  return [chair, recorder, lecturer, ...spoken].filter((person) => person !== undefined)
}

/** By the list of those due, else by group, kind and office. */
function whoIsDue(record: DatedRecord, { branch }: Ledger): Roll['isDue'] {
  const due = namesIn(record.attendance.due)
  if (due !== undefined) return isNamedIn(due.map(({ value }) => value))
  const groups = new Set(record.groups.map(({ value }) => value))
  if (groups.size > 0) return ({ group }) => group !== undefined && groups.has(group.value)
  if (FOR_ALL_MEMBERS.some((kind) => bears(record, kind))) return () => true
  return isNamedIn(bears(record, '支委会') ? committeeOn(branch, record.date.value) : [])
}

function isNamedIn(names: readonly string[]): Roll['isDue'] {
  const named = new Set(names)
  return ({ name }) => named.has(name.value)
}

/** What a meeting says of a member: nothing, unless it names the member or all who were not there. */
export type Standing =
  | { readonly is: 'present' | 'not-due' | 'unknown' }
  | { readonly is: 'absent'; readonly absence: Absence }

/** Of one who belonged to the branch that day. */
export function standingOf(member: Member, roll: Roll): Standing {
  const name = member.name.value
  if (roll.present.has(name)) return { is: 'present' }
  if (!roll.isDue(member) || isExcusedOn(member, roll.record.date.value)) return { is: 'not-due' }
  const absence = roll.absences.get(name)
  if (absence !== undefined) return { is: 'absent', absence }
  return { is: roll.namesAllAbsentees ? 'present' : 'unknown' }
}
