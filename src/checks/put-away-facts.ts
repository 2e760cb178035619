import type { LedgerFacts } from './contract.ts'

/** Ledgers whose facts are kept at hand once they were asked for. */
const AT_HAND = 64

/** The facts of many ledgers, made anew when they are asked for; those asked for last are kept. */
export class PutAwayFacts<F> {
  private readonly ledgers: readonly LedgerFacts<F>[]
  private readonly atHand = new Map<number, readonly F[]>()
  private readonly select: (facts: readonly F[]) => readonly F[]

  /** @param select what is wanted of the facts of a ledger, and in which order */
  constructor(ledgers: readonly LedgerFacts<F>[], select: (facts: readonly F[]) => readonly F[]) {
    this.ledgers = ledgers
    this.select = select
  }

  of(ledger: number): readonly F[] {
    const known = this.atHand.get(ledger)
    // Back to the end of the line: the first in it is the one not asked for longest.
    if (known !== undefined) this.atHand.delete(ledger)
    const facts = known ?? this.select(this.ledgers[ledger]?.facts ?? [])
    this.atHand.set(ledger, facts)
    if (this.atHand.size > AT_HAND) this.atHand.delete(this.atHand.keys().next().value ?? ledger)
    return facts
  }
}
