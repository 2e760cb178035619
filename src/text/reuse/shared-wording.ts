/** A fingerprint that so many texts have that it is common wording bears this bit in its link. */
export const COMMON = 0x80000000

/**
 * Where every fingerprint stands that more than one text has. Plain arrays, so that threads can share them. A record:
 * how many texts have it, how many positions follow, then the positions, earliest text first. None begins at 0.
 */
interface Records {
  readonly records: Uint32Array
}

/** Kept with the fingerprints of all texts. */
export interface WordingByText extends Records {
  /** The fingerprints of a text are those from `firsts[text]` up to `firsts[text + 1]`. */
  readonly firsts: Uint32Array
  readonly positions: Uint32Array
  /**
   * For each of them where its record begins, with the `COMMON` bit on it where that is the case; 0 where no earlier text
   * has it and it is not common.
   */
  readonly links: Uint32Array
}

/** Kept without: the fingerprints of a text are made again, and their records found by hash. */
export interface WordingByHash extends Records {
  /** Two numbers a slot, a hash and where its record begins, 0 where the slot is free: open addressing. */
  readonly slots: Uint32Array
  /** A fingerprint that more texts than this have is common wording. */
  readonly commonFrom: number
}

export type SharedWording = WordingByText | WordingByHash

/** Where the record of a fingerprint begins; 0 where only one text has it. */
export function recordOf({ slots }: WordingByHash, hash: number): number {
  return slots[slotOf(slots, hash) + 1] as number
}

/** Where the hash is, or would go. */
export function slotOf(slots: Uint32Array, hash: number): number {
  const mask = slots.length - 1
  let slot = (hash << 1) & mask
  while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & mask
  return slot
}
