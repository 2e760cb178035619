import type * as z from 'zod'
import type { HolidayCalendar } from '../calendar/holidays.ts'
import type { JudgingDay } from '../calendar/judging-day.ts'
import type { DateRange } from '../calendar/range.ts'
import type { ExpectedBranch } from '../ledger/expected-branch.ts'
import type { LedgerHistory } from '../ledger/history.ts'
import type { Ledger } from '../ledger/schema.ts'
import type { Evidence } from '../source/place.ts'
import type { ContentClassifier } from '../text/content-class.ts'
import type { CompareTexts } from '../text/reuse/index.ts'
import type { Timeline } from './timeline.ts'

/** What the judging of one ledger may know beside the ledger and the rule's parameters. There is no clock: `asOf` is today. */
export interface CheckContext {
  readonly asOf: JudgingDay
  /** The days that are examined; records outside are context. */
  readonly period: DateRange
  /** Days after a period's end before it counts as over. */
  readonly graceDays: number
  readonly holidays: HolidayCalendar
  readonly classify: ContentClassifier
  /** Documents, meetings and campaigns with the first day on which a record could know them. */
  readonly timeline: Timeline
  /** Phrases that a rulebook or lexicon lists by name (`rules/lexicon`). */
  readonly phrases: (list: string) => readonly string[]
  /** What version control knows of the ledger's files; absent where there is none. */
  readonly history?: LedgerHistory | undefined
}

/** A JSON value that goes into the `data` of a finding. */
export type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json }

interface Shown {
  /** A period id, a record key, a member, a record and an item: unique within its rule and branch. Never a line or an index. */
  readonly subject: string
  /** One plain Chinese sentence of what was found; where `nature` is a clue, it reads 疑似 … */
  readonly message: string
  readonly evidence: readonly Evidence[]
  readonly data?: { readonly [key: string]: Json }
}

/** What a check found, before any rule says how grave it is. */
export type Outcome =
  | (Shown & {
      readonly outcome: 'fail'
      /** What a rule maps to a severity: a share, months, days … in the unit that the check documents. */
      readonly measure?: number
      /** The ledger is only silent (台账未反映), as a one-line table cell is: never more than a warning. */
      readonly unreflected?: boolean
      /** Which of the check's `cases` it is. */
      readonly case?: string
      /** In place of the rule's remedy where this case needs another. */
      readonly remedy?: string
    })
  /** 工作提示: worth telling, no fault, and no change of the verdict. */
  | (Shown & { readonly outcome: 'note' })
  | { readonly outcome: 'pass'; readonly subject?: string }
  | { readonly outcome: 'not-due'; readonly subject?: string; readonly reason?: string }
  | { readonly outcome: 'not-applicable'; readonly reason: string }
  | { readonly outcome: 'not-evaluated'; readonly subject?: string; readonly reason: string }

/** An outcome of `conclude`, with the branch that it is about. */
export type BranchOutcome = { readonly branch: string } & Outcome

/** A way to decide a demand on one ledger at a time. */
export interface JudgingCheck<P = unknown> {
  readonly name: string
  /** What the check decides, in one Chinese sentence, for `explain` and the reference. */
  readonly summary: string
  readonly params: z.ZodType<P>
  /** The cases by which a rule may tell what it rests on (`basis: [{for: …}]`). */
  readonly cases?: readonly string[]
  judge(ledger: Ledger, params: P, context: CheckContext): Iterable<Outcome>
}

interface Collecting<P, F> {
  readonly name: string
  readonly summary: string
  readonly params: z.ZodType<P>
  readonly cases?: readonly string[]
  /** Facts are serialisable and free of `asOf`: they are cached and travel between shards. */
  collect(ledger: Ledger, params: P): Iterable<F>
}

/** A way to decide a demand over the facts of all ledgers together. */
export interface ConcludingCheck<P = unknown, F = unknown> extends Collecting<P, F> {
  conclude(facts: readonly F[], params: P, context: ConcludeContext): Iterable<BranchOutcome>
}

/** What was collected from one ledger. */
export interface LedgerFacts<F> {
  readonly branch: string
  /** Made anew each time it is asked for, where it has been put away. */
  readonly facts: readonly F[]
}

/** The same where there is so much to collect that memory does not hold the facts of all ledgers at once. */
export interface LedgerwiseCheck<P = unknown, F = unknown> extends Collecting<P, F> {
  concludeLedgers(ledgers: readonly LedgerFacts<F>[], params: P, context: ConcludeContext): Iterable<BranchOutcome>
}

/** Texts that lectures may have been copied from (`--corpus`). */
export interface CorpusText {
  readonly name: string
  readonly text: string
}

export interface ConcludeContext extends CheckContext {
  readonly corpus: readonly CorpusText[]
  /** Compares texts by other means than the core has: threads, files. */
  readonly compareTexts?: CompareTexts | undefined
  /** The branches that ought to hand in a ledger; empty where no roster of branches was given. */
  readonly roster: readonly ExpectedBranch[]
  /** Files of which nothing could be read: one may be a ledger that is not seen. */
  readonly unreadFiles?: readonly string[] | undefined
}

export type Check = JudgingCheck | ConcludingCheck | LedgerwiseCheck

/** Keeps the parameter types of a check's parts in step, then hands it on as one of many. */
export function defineCheck<P>(check: JudgingCheck<P>): Check
export function defineCheck<P, F>(check: ConcludingCheck<P, F>): Check
export function defineCheck<P, F>(check: LedgerwiseCheck<P, F>): Check
export function defineCheck(check: Check): Check {
  return check
}

export const pass = (subject?: string): Outcome =>
  subject === undefined ? { outcome: 'pass' } : { outcome: 'pass', subject }

export const notDue = (subject?: string, reason?: string): Outcome => ({
  outcome: 'not-due',
  ...(subject !== undefined && { subject }),
  ...(reason !== undefined && { reason }),
})

export const notApplicable = (reason: string): Outcome => ({ outcome: 'not-applicable', reason })

export const notEvaluated = (reason: string, subject?: string): Outcome => ({
  outcome: 'not-evaluated',
  reason,
  ...(subject !== undefined && { subject }),
})
