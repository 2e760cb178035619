import type { PlainDate } from '../calendar/plain-date.ts'
import type { RuleOutcomes } from './judge.ts'

/** Recalls what a rule came to over all branches, where nothing that it depends on has changed. */
export interface ConclusionMemo {
  recall(key: string): Conclusion | undefined
  /** @param until the first day on which it no longer holds */
  keep(key: string, conclusion: Conclusion, until: PlainDate | undefined): void
}

/** Branch → what the rule came to there. */
export type Conclusion = readonly (readonly [branch: string, outcomes: RuleOutcomes])[]
