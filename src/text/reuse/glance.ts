/** A run of so many equal characters is looked at in any case. */
const CERTAIN_RUN = 28
/** Beside a shorter one this many characters are compared, on the diagonals that one or two edits lead to. */
const BESIDE = 16
const FURTHEST_SHIFT = 2
/** Beside a run from this length on, on those too that a name put in leads to. */
const LONG_RUN = 12
const FURTHEST_SHIFT_OF_LONG = 8
/** So many of them are equal in a copy, however much reworded, and seldom by chance. */
const LEAST_EQUAL = 6

/** Characters from here and there on that are equal. */
export function runBehind(mine: Uint16Array, here: number, its: Uint16Array, there: number, behind: number): number {
  let end = 0
  while (end < behind && mine[here + end] === its[there + end]) end += 1
  return end
}

/**
 * A quick look that tells most chance matches from copies: whether the characters beside a run are alike too.
 *
 * @param end the length of the run from `mine[here]` and `its[there]` on
 * @param before characters before the match, in the text that has fewer of them; `behind` likewise
 */
export function isPromising(
  mine: Uint16Array,
  here: number,
  its: Uint16Array,
  there: number,
  end: number,
  before: number,
  behind: number,
): boolean {
  let start = 0
  while (start < before && mine[here - 1 - start] === its[there - 1 - start]) start += 1
  if (start + end >= CERTAIN_RUN) return true
  const shift = start + end >= LONG_RUN ? FURTHEST_SHIFT_OF_LONG : FURTHEST_SHIFT
  return (
    areAlike(mine, here + end, its, there + end, 1, behind - end, shift) ||
    areAlike(mine, here - 1 - start, its, there - 1 - start, -1, before - start, shift)
  )
}

function areAlike(
  mine: Uint16Array,
  here: number,
  its: Uint16Array,
  there: number,
  step: 1 | -1,
  room: number,
  furthest: number,
): boolean {
  for (let shift = -furthest; shift <= furthest; shift++) {
    const length = Math.min(BESIDE, room - Math.abs(shift))
    const a = here + (shift > 0 ? shift * step : 0)
    const b = there + (shift < 0 ? -shift * step : 0)
    let equal = 0
    for (let at = 0; at < length && equal + length - at >= LEAST_EQUAL; at++) {
      if (mine[a + at * step] === its[b + at * step]) equal += 1
    }
    if (equal >= LEAST_EQUAL) return true
  }
  return false
}
