/** Where every fingerprint stands that more than one text has. Plain arrays, so that threads can share them. */
export interface SharedWording {
  /** A record: how many texts have it, how many positions follow, then the positions, earliest text first. None begins at 0. */
  readonly records: Uint32Array
  /** Two numbers a slot, a hash and where its record begins, 0 where the slot is free: open addressing. */
  readonly slots: Uint32Array
  /** A fingerprint that more texts than this have is common wording, unless a long stretch of it hangs together. */
  readonly commonFrom: number
}

/** Where the record of a fingerprint begins; 0 where only one text has it. */
export function recordOf({ slots }: SharedWording, hash: number): number {
  return slots[slotOf(slots, hash) + 1] as number
}

/** Where the hash is, or would go. */
export function slotOf(slots: Uint32Array, hash: number): number {
  const mask = slots.length - 1
  let slot = (hash << 1) & mask
  while (slots[slot + 1] !== 0 && slots[slot] !== hash) slot = (slot + 2) & mask
  return slot
}
