import { foldText } from '../../text/reuse/index.ts'

/** A stretch of a passage that the other text has as well, or has not. */
export interface Piece {
  readonly text: string
  readonly isSame: boolean
}

/** Both sides of a passage, cut where they differ. Punctuation, spaces and digits make no difference. */
export interface Differences {
  readonly here: readonly Piece[]
  readonly there: readonly Piece[]
}

/** The longest common subsequence is found by a table, so passages longer than this are compared in parts. Characters. */
const LONGEST_PART = 400

export function differences(here: string, there: string): Differences {
  const mine = charactersOf(here)
  const its = charactersOf(there)
  const parts = Math.ceil(Math.max(mine.length, its.length, 1) / LONGEST_PART)
  const marks = { here: [] as boolean[], there: [] as boolean[] }
  for (let part = 0; part < parts; part++) {
    const { here: a, there: b } = common(partOf(mine, part, parts), partOf(its, part, parts))
    marks.here.push(...a)
    marks.there.push(...b)
  }
  return { here: pieces(mine, marks.here), there: pieces(its, marks.there) }
}

interface Character {
  readonly text: string
  /** Empty for what makes no difference. */
  readonly folded: string
}

function charactersOf(text: string): Character[] {
  return Array.from(text, (character) => ({ text: character, folded: foldText(character) }))
}

function partOf(characters: readonly Character[], part: number, parts: number): Character[] {
  const cut = (at: number) => Math.round((characters.length * at) / parts)
  return characters.slice(cut(part), cut(part + 1))
}

/** Which characters of either side belong to the longest common subsequence of the letters. */
function common(here: readonly Character[], there: readonly Character[]): { here: boolean[]; there: boolean[] } {
  const width = there.length + 1
  const lengths = new Uint16Array((here.length + 1) * width)
  const at = (i: number, j: number) => lengths[i * width + j] as number
  for (let i = here.length - 1; i >= 0; i--) {
    for (let j = there.length - 1; j >= 0; j--) {
      lengths[i * width + j] = isSame(here[i], there[j]) ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1))
    }
  }
  const marks = { here: here.map(isSilent), there: there.map(isSilent) }
  for (let i = 0, j = 0; i < here.length && j < there.length; ) {
    if (isSame(here[i], there[j])) {
      marks.here[i++] = true
      marks.there[j++] = true
    } else if (at(i + 1, j) >= at(i, j + 1)) i += 1
    else j += 1
  }
  return marks
}

function isSame(one: Character | undefined, other: Character | undefined): boolean {
  return one !== undefined && one.folded !== '' && one.folded === other?.folded
}

function isSilent({ folded }: Character): boolean {
  return folded === ''
}

function pieces(characters: readonly Character[], marks: readonly boolean[]): Piece[] {
  const cut: { text: string; isSame: boolean }[] = []
  for (const [at, { text }] of characters.entries()) {
    const mark = marks[at] ?? false
    const last = cut.at(-1)
    if (last?.isSame === mark) last.text += text
    else cut.push({ text, isSame: mark })
  }
  return cut
}
