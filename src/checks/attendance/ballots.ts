import type { Vote } from '../../ledger/schema.ts'

export interface Tally {
  /** 赞成, 反对 and 弃权 together, as far as they are given. */
  readonly sum: number
  /** Whether all three are given. */
  readonly isWhole: boolean
}

export function tallyOf({ approve, against, abstain }: Vote): Tally {
  const given = [approve, against, abstain].filter((count) => count !== undefined)
  return { sum: given.reduce((sum, { value }) => sum + value, 0), isWhole: given.length === 3 }
}

/**
 * Whether the counts make up the ballots: the valid ones, else those returned, with or without the written opinions.
 * Ballots that are not valid or did not come back may have been counted as 弃权. What is not given cannot be missing.
 */
export function isBalanced(vote: Vote): boolean {
  const { sum, isWhole } = tallyOf(vote)
  const ballots = vote.valid?.value ?? vote.returned?.value
  if (sum === 0 || ballots === undefined) return true
  const written = vote.written?.value ?? 0
  const abstained = vote.abstain?.value ?? 0
  const withAbstentions = [vote.returned?.value, vote.issued?.value].filter(
    (count) => count !== undefined && count > ballots && count - ballots <= abstained,
  )
  const accepted = [ballots, ballots + written, ...withAbstentions]
  return accepted.includes(sum) || (!isWhole && sum < ballots + written)
}

/** How many took part, by the largest figure given: the ballots returned, the valid ones or the sum of the counts. */
export function castBallots(vote: Vote): number | undefined {
  const figures = [vote.returned?.value, vote.valid?.value, tallyOf(vote).sum].filter((figure) => figure !== undefined)
  const most = Math.max(...figures)
  return most > 0 ? most : undefined
}
