/** Costs, doubled to stay whole: a match earns 2, a changed character costs 2, one put in or left out 3. */
const EDIT = 4
/** An alignment ends where it has lost this much (doubled) from its best and not won it back. */
const DROP = 32
/** More edits in one direction than any lecture has; bounds the scratch. */
const MOST_EDITS = 4000
const DEAD = -1

/** The state of a greedy extension, kept to save making it anew millions of times. */
export interface ExtensionScratch {
  readonly rows: readonly [Int32Array, Int32Array]
  /** Of the last extension: how far it went in either text, and how many edits that took. */
  here: number
  there: number
  edits: number
}

export function extensionScratch(): ExtensionScratch {
  const width = 2 * MOST_EDITS + 5
  return { rows: [new Int32Array(width), new Int32Array(width)], here: 0, there: 0, edits: 0 }
}

/**
 * Extends a match from `here` and `there` on for as long as the two texts stay alike, and leaves in `scratch` how far
 * that is and how many edits it takes: greedy alignment with a drop-off (Zhang, Schwartz, Wagner, Miller 2000), whose
 * work grows with the number of edits and not with the length.
 *
 * @param step 1 to go forward; -1 to go back, where the first pair compared is `mine[here - 1]` and `its[there - 1]`
 * @param hereRoom characters left in that direction in the text at `mine[here]`; `thereRoom` likewise
 */
export function extend(
  mine: Uint16Array,
  here: number,
  its: Uint16Array,
  there: number,
  step: 1 | -1,
  hereRoom: number,
  thereRoom: number,
  scratch: ExtensionScratch,
): void {
  const a = step === 1 ? here : here - 1
  const b = step === 1 ? there : there - 1
  let i = 0
  const room = hereRoom < thereRoom ? hereRoom : thereRoom
  while (i < room && mine[a + i * step] === its[b + i * step]) i += 1
  scratch.here = i
  scratch.there = i
  scratch.edits = 0
  if (i === room && hereRoom === thereRoom) return
  let best = 2 * i
  let low = 0
  let high = 0
  let [before, now] = scratch.rows
  const middle = MOST_EDITS + 2
  before[middle - 1] = DEAD
  before[middle] = i
  before[middle + 1] = DEAD
  for (let edits = 1; edits <= MOST_EDITS; edits++) {
    let newLow = MOST_EDITS
    let newHigh = -MOST_EDITS
    const floor = best - DROP + EDIT * edits
    before[middle + low - 2] = DEAD
    before[middle + high + 2] = DEAD
    before[middle + low - 1] = DEAD
    before[middle + high + 1] = DEAD
    for (let k = low - 1; k <= high + 1; k++) {
      // Furthest in `here` on the diagonal k = i - j: by leaving a character out there, by changing one, by putting one in.
      const changed = before[middle + k] as number
      const added = before[middle + k - 1] as number
      const left = before[middle + k + 1] as number
      i = changed === DEAD ? DEAD : changed + 1
      if (added !== DEAD && added + 1 > i) i = added + 1
      if (left > i) i = left
      let j = i - k
      if (i === DEAD || i > hereRoom || j > thereRoom || j < 0 || i + j < floor) {
        now[middle + k] = DEAD
        continue
      }
      while (i < hereRoom && j < thereRoom && mine[a + i * step] === its[b + j * step]) {
        i += 1
        j += 1
      }
      now[middle + k] = i
      if (k < newLow) newLow = k
      if (k > newHigh) newHigh = k
      if (i + j - EDIT * edits > best) {
        best = i + j - EDIT * edits
        scratch.here = i
        scratch.there = j
        scratch.edits = edits
      }
    }
    if (newLow > newHigh) return
    low = newLow
    high = newHigh
    const row = before
    before = now
    now = row
  }
}
