import type { Chance } from './chance.ts'

/** What it tells that a stretch of a text stands in an earlier one too. */
export interface Evidence {
  /** Characters that say something of their own - neither quoted, nor a set phrase, nor in wide use -, less the edits. */
  readonly own: number
  /** How seldom the phrases in wide use come in this order by chance, in bits. */
  readonly order: number
}

/** A bit weighs as much as a character: each leaves chance half as likely, and a character of its own no less than that. */
export function weight({ own, order }: Evidence): number {
  return own + order
}

/**
 * Whether it weighs as much as the shortest passage that is all its own; or the order by itself is such as chance
 * brings about at no pair of places in all the texts.
 */
export function isProof(evidence: Evidence, minPassage: number, chance: Chance): boolean {
  return weight(evidence) >= minPassage || evidence.order + Math.min(0, evidence.own) >= chance.ofAnyPlaces
}

export function strongest(evidence: readonly Evidence[]): Evidence {
  return evidence.reduce((best, one) => (weight(one) > weight(best) ? one : best))
}
