import type { PlainDate } from '../../calendar/plain-date.ts'
import { bears } from '../../ledger/held.ts'
import type { Ledger, LedgerRecord, Script } from '../../ledger/schema.ts'
import type { RecordState } from '../../ledger/vocabulary.ts'
import type { Place } from '../../source/place.ts'

/** What the comparison of lectures needs to know of one lecture. */
export interface LectureFact {
  readonly type: 'lecture'
  readonly branch: string
  readonly branchName: string
  readonly record: string
  readonly date?: PlainDate
  readonly state?: RecordState
  readonly title?: string
  readonly lecturers: readonly string[]
  /** Branches that it was held with. */
  readonly heldWith: readonly string[]
  /** 联合, 送课, 巡讲 or the like, as the ledger says it. */
  readonly sharedMark?: string
  /** 材料来源, where it says that the material was issued for all. */
  readonly issuedBy?: string
  readonly script?: Pick<Script, 'text' | 'at' | 'reflowed'> | undefined
  readonly at: Place
}

/** That a branch was looked at, whether or not it has lectures. */
export interface BranchFact {
  readonly type: 'branch'
  readonly branch: string
}

export type ReuseFact = BranchFact | LectureFact

/** Marks of a lecture that is given to several branches: in its title, its form or its notes. */
const SHARED = /联合|联学|联讲|联办|共上|同上一堂|送课|送学|送讲|巡讲|巡回|宣讲团|讲师团|示范党课/u
/** Material that somebody above handed out for all to use. */
const ISSUED =
  /下发|印发|配发|编发|统一|上级|组织部|宣传部|党委|党工委|工委|县委|市委|区委|省委|中央|学习强国|共产党员网|党员教育/u
const NOT_ISSUED = /自编|自撰|自写|自拟|自备|本人|网络|百度|互联网|网上|网站下载/u

export function* reuseFacts(ledger: Ledger): Iterable<ReuseFact> {
  yield { type: 'branch', branch: ledger.branch.id }
  for (const record of ledger.records) if (bears(record, '党课')) yield lectureFact(ledger, record)
}

function lectureFact({ branch }: Ledger, record: LedgerRecord): LectureFact {
  const mark = sharedMark(record)
  const issuedBy = record.materialSource?.value
  return {
    type: 'lecture',
    branch: branch.id,
    branchName: branch.name.value,
    record: record.key,
    ...(record.date && { date: record.date.value }),
    ...(record.state && { state: record.state.value }),
    ...(record.title && { title: record.title.value }),
    lecturers: record.lecturer === undefined ? [] : namesIn(record.lecturer.value),
    heldWith: record.jointBranches.map(({ value }) => value),
    ...(mark !== undefined && { sharedMark: mark }),
    ...(issuedBy !== undefined && isIssued(issuedBy) && { issuedBy }),
    ...(record.script && { script: comparedPart(record.script) }),
    at: record.at,
  }
}

function comparedPart({ text, at, reflowed }: Script): Pick<Script, 'text' | 'at' | 'reflowed'> {
  return { text, at, ...(reflowed && { reflowed }) }
}

/** 联合, 送课, 巡讲 or the like, where the title, the form or a note of a record says so. */
export function sharedMark({ title, form, others }: LedgerRecord): string | undefined {
  const said = [title, form, ...Object.values(others)].map((one) => one?.value ?? '')
  return said.map((text) => SHARED.exec(text)?.[0]).find((mark) => mark !== undefined)
}

/** Whether 材料来源 says that the material was issued for all. */
export function isIssued(source: string): boolean {
  return ISSUED.test(source) && !NOT_ISSUED.test(source)
}

/** 王建国（书记）、赵敏 → 王建国, 赵敏. */
function namesIn(lecturer: string): string[] {
  return lecturer
    .replace(/[（(][^）)]*[）)]/gu, '')
    .split(/[、，,；;\s]+/u)
    .filter((name) => name !== '')
}
