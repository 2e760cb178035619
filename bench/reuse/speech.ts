import type { Random } from './random.ts'

/** Where a generated lecture has its sentences from. */
export interface Speech {
  /** Wording that unrelated lectures share: set phrases by falling frequency, and sentences that only some have. */
  readonly setPhrases: readonly string[]
  readonly stock: readonly string[]
  word(random: Random): string
  /** A sentence of the lecturer's own. */
  sentence(random: Random): string
}
