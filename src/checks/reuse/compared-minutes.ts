import { hasCome, type SomeDay } from '../../calendar/judging-day.ts'
import { contains, type DateRange } from '../../calendar/range.ts'
import { byCodePoint, byText } from '../../text/order.ts'
import { type ComparedTexts, foldText, type GivenText, type Span } from '../../text/reuse/index.ts'
import type { LedgerFacts } from '../contract.ts'
import { PutAwayFacts } from '../put-away-facts.ts'
import type { CopiedMinutesFact, MinutesFact } from './copied-minutes-facts.ts'
import { branchKey } from './reuse-kinship.ts'

/** How minutes are to be told of: not at all, as examined, or as material that was issued for all. */
const ONLY_COMPARED = 0
const EXAMINED = 1
const ISSUED = 2

/** The minutes of all ledgers, numbered by branch and record: of one day, the first in that order counts as the earlier. */
export class ComparedMinutes implements ComparedTexts {
  readonly branches: readonly string[]
  private readonly minutes: PutAwayFacts<CopiedMinutesFact>
  private readonly period: DateRange
  /** The number of the first minutes of each ledger, and at last that of a further one. */
  private readonly firsts: number[] = [0]
  private readonly tellings: number[] = []

  /** @param period the days whose minutes are examined; the others are compared only */
  constructor(ledgers: readonly LedgerFacts<CopiedMinutesFact>[], asOf: SomeDay, period: DateRange) {
    const sorted = ledgers.toSorted(byText(({ branch }) => branch))
    this.branches = sorted.map(({ branch }) => branch)
    this.minutes = new PutAwayFacts(sorted, (facts) => minutesHeld(facts, asOf))
    this.period = period
  }

  get all(): Iterable<GivenText> {
    return this.given()
  }

  textOf(given: number): GivenText {
    return givenText(this.fact(given))
  }

  fact(given: number): MinutesFact {
    const ledger = this.ledgerOf(given)
    const fact = this.minutes.of(ledger)[given - (this.firsts[ledger] ?? 0)]
    if (fact?.type !== 'minutes') throw new RangeError(`no minutes have the number ${given}`)
    return fact
  }

  /** The numbers of the minutes of a branch that are examined. */
  examined(branch: number): number[] {
    return this.numbers(branch).filter((given) => this.tellings[given] !== ONLY_COMPARED)
  }

  isIssued(given: number): boolean {
    return this.tellings[given] === ISSUED
  }

  private numbers(branch: number): number[] {
    const first = this.firsts[branch] ?? 0
    return Array.from({ length: (this.firsts[branch + 1] ?? first) - first }, (_, index) => first + index)
  }

  private ledgerOf(given: number): number {
    let low = 0
    let high = this.branches.length
    while (low + 1 < high) {
      const middle = (low + high) >>> 1
      if ((this.firsts[middle] ?? 0) <= given) low = middle
      else high = middle
    }
    return low
  }

  private *given(): Iterable<GivenText> {
    for (const ledger of this.branches.keys()) {
      for (const fact of this.minutes.of(ledger)) {
        if (fact.type !== 'minutes') continue
        this.tellings.push(this.telling(fact))
        yield givenText(fact)
      }
      this.firsts.push(this.tellings.length)
    }
  }

  private telling({ date, isIssued }: MinutesFact): number {
    if (date !== undefined && !contains(this.period, date)) return ONLY_COMPARED
    return isIssued ? ISSUED : EXAMINED
  }
}

function minutesHeld(facts: readonly CopiedMinutesFact[], asOf: SomeDay): MinutesFact[] {
  return facts
    .filter((fact) => fact.type === 'minutes')
    .filter(
      ({ state, date }) => (state === undefined || state === '已开') && (date === undefined || hasCome(date, asOf)),
    )
    .sort(byRecord)
}

/** By comparing one thing after the other: a key made of all of them would be made anew for each comparison. */
function byRecord(a: MinutesFact, b: MinutesFact): number {
  return byCodePoint(a.record, b.record) || byCodePoint(a.speaker ?? '', b.speaker ?? '') || byCodePoint(a.text, b.text)
}

function givenText(fact: MinutesFact): GivenText {
  const { text, masks, isIssued, date, branch, speaker } = fact
  return {
    text,
    ignore: spansOf(masks),
    role: isIssued ? 'issued' : 'lecture',
    date,
    // What two people say at one meeting is held against each other; two sittings of one meeting are not.
    group: speaker === undefined ? branch : `${branch}\n${speaker}`,
    kin: kinshipOf(fact),
  }
}

function spansOf(bounds: readonly number[]): Span[] {
  return Array.from({ length: bounds.length / 2 }, (_, index) => ({
    start: bounds[2 * index] ?? 0,
    end: bounds[2 * index + 1] ?? 0,
  }))
}

/** Minutes of one meeting: of branches that met that day, as one of them says; of several records of one meeting. */
function kinshipOf({ branchName, record, branch, speaker, heldWith, date, isShared, name }: MinutesFact): string[] {
  if (speaker !== undefined || date === undefined) return []
  return [
    ...[branchName, ...heldWith].map((one) => `${date}\nbranch\n${branchKey(one)}`),
    `${branch}\n${record}`,
    ...(isShared ? [`${date}\nshared\n${foldText(name)}`] : []),
  ]
}
