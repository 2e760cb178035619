import type { PlainDate } from '../calendar/plain-date.ts'
import { contains, type DateRange, intersect } from '../calendar/range.ts'
import { judgeLedger, type RuleFacts, type RuleOutcomes } from '../engine/judge.ts'
import { branchLife } from '../ledger/branch-life.ts'
import { monthsWithout } from '../ledger/coverage.ts'
import { isDated } from '../ledger/held.ts'
import { fullMembersOn } from '../ledger/membership.ts'
import type { Branch, Ledger } from '../ledger/schema.ts'
import type { BranchReport } from '../report/schema.ts'
import type { Setup } from '../setup.ts'
import { byText } from '../text/order.ts'
import { judgingContext } from './judging-context.ts'

/** All that can be said of a branch by its own ledger: plain data, so that it can be kept and sent between threads. */
export interface JudgedBranch {
  readonly branch: Branch
  /** 正式党员 on the day of judging; unknown without a roster. */
  readonly fullMembers: number | undefined
  readonly records: number
  readonly handedIn: BranchReport['handedIn']
  readonly results: readonly RuleOutcomes[]
  /** For the rules that need the other ledgers too. */
  readonly facts: readonly RuleFacts[]
  /** The first day on which the ledger is to be judged anew; absent where none comes. */
  readonly holdsUntil?: PlainDate
}

export function judgeBranch(ledger: Ledger, setup: Setup): JudgedBranch {
  const { branch } = ledger
  const context = judgingContext(setup)
  const fullMembers = fullMembersOn(ledger, context.asOf)?.length
  const attributes = { branch, fullMembers }
  const { results, facts } = judgeLedger(ledger, setup.rulesFor(attributes), context, attributes)
  const judged = {
    branch,
    fullMembers,
    records: ledger.records.length,
    handedIn: handedIn(ledger, context.period),
    results,
    facts,
  }
  const { holdsUntil } = context.asOf
  return holdsUntil === undefined ? judged : { ...judged, holdsUntil }
}

function handedIn(ledger: Ledger, period: DateRange): BranchReport['handedIn'] {
  const lived = intersect(period, branchLife(ledger.branch))
  const inPeriod = ledger.records.filter((record) => isDated(record) && contains(period, record.date.value))
  const kinds = new Map<string, number>()
  for (const record of inPeriod) {
    for (const { value, implied } of record.kinds) if (!implied) kinds.set(value, (kinds.get(value) ?? 0) + 1)
  }
  return {
    files: [...ledger.files],
    records: inPeriod.length,
    kinds: [...kinds].map(([kind, records]) => ({ kind, records })).sort(byText(({ kind }) => kind)),
    monthsWithout: lived === undefined ? [] : monthsWithout(ledger, lived).map(({ id }) => id),
  }
}
