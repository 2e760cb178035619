import type { Vote } from '../ledger/schema.ts'

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
 * Whether the counts make up the ballots: the valid ones or those returned, with or without the written opinions, or
 * those issued where what did not come back counts as 弃权. What is not given cannot be missing.
 */
export function isBalanced(vote: Vote): boolean {
  const { sum, isWhole } = tallyOf(vote)
  const ballots = [vote.valid?.value, vote.returned?.value].filter((count) => count !== undefined)
  if (sum === 0 || ballots.length === 0) return true
  const written = vote.written?.value ?? 0
  const accepted = [...ballots, ...ballots.map((count) => count + written), ...issuedWithUnreturned(vote)]
  return accepted.includes(sum) || (!isWhole && sum < Math.max(...accepted))
}

function issuedWithUnreturned({ issued, returned, abstain }: Vote): number[] {
  if (issued === undefined || returned === undefined || abstain === undefined) return []
  const unreturned = issued.value - returned.value
  return unreturned > 0 && abstain.value >= unreturned ? [issued.value] : []
}

/** How many took part, by the largest figure given: the ballots returned, the valid ones or the sum of the counts. */
export function castBallots(vote: Vote): number | undefined {
  const figures = [vote.returned?.value, vote.valid?.value, tallyOf(vote).sum].filter((figure) => figure !== undefined)
  const most = Math.max(...figures)
  return most > 0 ? most : undefined
}
