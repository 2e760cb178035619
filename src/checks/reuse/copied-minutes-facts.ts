import type { PlainDate } from '../../calendar/plain-date.ts'
import { bears } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import type { RecordState } from '../../ledger/vocabulary.ts'
import type { Located, Place } from '../../source/place.ts'
import { recordName } from '../record-name.ts'
import { masksOf, NamePatterns } from './copied-minutes-masks.ts'
import { isIssued, sharedMark } from './reuse-facts.ts'

/** The minutes of a meeting, or what somebody said at an 组织生活会 or 民主评议. */
export interface MinutesFact {
  readonly type: 'minutes'
  readonly branch: string
  readonly branchName: string
  readonly record: string
  /** What messages call the record. */
  readonly name: string
  /** Who said it; absent where the minutes as a whole are meant. */
  readonly speaker?: string
  readonly date?: PlainDate
  readonly state?: RecordState
  readonly heldWith: readonly string[]
  readonly isShared: boolean
  readonly isIssued: boolean
  readonly text: string
  readonly at: Place
  /** Fields of the form, dates, numbers and names in the text: where each begins and ends, for there are thousands. */
  readonly masks: readonly number[]
}

export interface BranchFact {
  readonly type: 'branch'
  readonly branch: string
}

export type CopiedMinutesFact = BranchFact | MinutesFact

/** Meetings at which people are told what others think of them. */
const CRITICAL = ['组织生活会', '民主评议']

export function* copiedMinutesFacts(ledger: Ledger): Iterable<CopiedMinutesFact> {
  yield { type: 'branch', branch: ledger.branch.id }
  const names = new NamePatterns(ledger)
  for (const record of ledger.records) {
    if (record.register !== undefined) continue
    for (const { text, speaker } of accountsOf(record)) yield minutesFact(ledger, record, text, speaker, names)
  }
}

interface Account {
  readonly text: Located<string>
  readonly speaker?: string
}

function accountsOf(record: LedgerRecord): Account[] {
  const minutes = record.minutes === undefined ? [] : [{ text: record.minutes }]
  if (!CRITICAL.some((kind) => bears(record, kind))) return minutes
  const opinions = record.agenda.flatMap(({ speeches }) =>
    speeches.flatMap(({ name, content }): Account[] =>
      content === undefined ? [] : [{ text: content, ...(name !== undefined && { speaker: name.value }) }],
    ),
  )
  return [...minutes, ...opinions]
}

function minutesFact(
  { branch }: Ledger,
  record: LedgerRecord,
  { value, at }: Located<string>,
  speaker: string | undefined,
  names: NamePatterns,
): MinutesFact {
  return {
    type: 'minutes',
    branch: branch.id,
    branchName: branch.name.value,
    record: record.key,
    name: recordName(record),
    ...(speaker !== undefined && { speaker }),
    ...(record.date && { date: record.date.value }),
    ...(record.state && { state: record.state.value }),
    heldWith: record.jointBranches.map((joint) => joint.value),
    isShared: sharedMark(record) !== undefined,
    isIssued: record.materialSource !== undefined && isIssued(record.materialSource.value),
    text: value,
    at,
    masks: masksOf(value, names.for(record)).flatMap(({ start, end }) => [start, end]),
  }
}
