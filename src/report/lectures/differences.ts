import { foldText } from '../../text/reuse/index.ts'

/** A stretch of a passage that the other text has as well, or has not. */
export interface Piece {
  readonly text: string
  readonly isSame: boolean
}

/**
 * Both sides of a passage, cut where they differ: the same pieces hold the same letters and digits on both sides.
 * Punctuation and spaces make no difference and go with what stands before them.
 */
export interface Differences {
  readonly here: readonly Piece[]
  readonly there: readonly Piece[]
}

/** The longest common subsequence is found by a table, so long passages are laid side by side in windows. Characters. */
const WINDOW = 400
/** What is kept of a window before the next one begins: what is near its end may belong elsewhere. */
const KEPT = 300

export function differences(here: string, there: string): Differences {
  const mine = charactersOf(here)
  const its = charactersOf(there)
  const marks = marked(mine.filter(isTelling), its.filter(isTelling))
  return { here: pieces(mine, marks.here), there: pieces(its, marks.there) }
}

interface Character {
  readonly text: string
  /** A folded letter, or a digit as it is; empty for what makes no difference. */
  readonly folded: string
}

interface Marks {
  /** Whether each telling character belongs to what both sides have. */
  readonly here: readonly boolean[]
  readonly there: readonly boolean[]
}

function charactersOf(text: string): Character[] {
  return Array.from(text, (character) => ({ text: character, folded: foldText(character) || digitOf(character) }))
}

/** The comparison itself passes over digits; whoever reads the passages sees that they differ. */
function digitOf(character: string): string {
  return /\p{N}/u.test(character) ? character.normalize('NFKC') : ''
}

function isTelling({ folded }: Character): boolean {
  return folded !== ''
}

function marked(mine: readonly Character[], its: readonly Character[]): Marks {
  const marks = { here: mine.map(() => false), there: its.map(() => false) }
  let here = 0
  let there = 0
  while (here < mine.length && there < its.length) {
    const window = { mine: mine.slice(here, here + WINDOW), its: its.slice(there, there + WINDOW) }
    const isLast = here + WINDOW >= mine.length && there + WINDOW >= its.length
    const { pairs, end } = common(window.mine, window.its, isLast ? WINDOW : KEPT)
    for (const [a, b] of pairs) {
      marks.here[here + a] = true
      marks.there[there + b] = true
    }
    here += end[0]
    there += end[1]
  }
  return marks
}

interface Common {
  readonly pairs: readonly (readonly [here: number, there: number])[]
  /** How far the walk came on either side. */
  readonly end: readonly [here: number, there: number]
}

/** Pairs of the longest common subsequence, up to `limit` characters on either side. */
function common(mine: readonly Character[], its: readonly Character[], limit: number): Common {
  const width = its.length + 1
  const lengths = new Uint16Array((mine.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] ?? 0
  for (let i = mine.length - 1; i >= 0; i--) {
    for (let j = its.length - 1; j >= 0; j--) {
      lengths[i * width + j] = isSame(mine[i], its[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const pairs: [number, number][] = []
  let i = 0
  let j = 0
  while (i < Math.min(limit, mine.length) && j < Math.min(limit, its.length)) {
    if (isSame(mine[i], its[j])) pairs.push([i++, j++])
    else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return { pairs, end: [i, j] }
}

function isSame(one: Character | undefined, other: Character | undefined): boolean {
  return one !== undefined && one.folded === other?.folded
}

/** Punctuation and spaces go with what stands before them. */
function pieces(characters: readonly Character[], marks: readonly boolean[]): Piece[] {
  let told = 0
  const isSameAt = characters.map((character) => {
    if (isTelling(character)) return marks[told++] ?? false
    return marks[told - 1] ?? marks[told] ?? true
  })
  const cut: { text: string; isSame: boolean }[] = []
  for (const [index, { text }] of characters.entries()) {
    const isAlike = isSameAt[index] ?? false
    const last = cut.at(-1)
    if (last?.isSame === isAlike) last.text += text
    else cut.push({ text, isSame: isAlike })
  }
  return cut
}
