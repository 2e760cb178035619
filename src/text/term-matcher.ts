/** A known word where it stands in a text. */
export interface Match<T> {
  readonly word: string
  readonly term: T
  /** UTF-16 offset. */
  readonly at: number
}

interface Branch<T> {
  term?: T
  readonly next: Map<string, Branch<T>>
}

/** The best way to read a text from some offset on: its score, and the word that it begins with, if any. */
interface Reading<T> {
  readonly score: number
  readonly match: Match<T> | undefined
}

/**
 * Finds the known words of a text. Of all readings without overlap it takes the one of the longest words (the sum of
 * their squared lengths); of two alike the one whose words stand further right, as in a Chinese compound (拓建党建 is
 * 党建, not 建党).
 */
export function termMatcher<T>(terms: ReadonlyMap<string, T>): (text: string) => Match<T>[] {
  const trie = trieOf(terms)
  return (text) => matchesOf(readingsOf(trie, text))
}

function trieOf<T>(terms: ReadonlyMap<string, T>): Branch<T> {
  const root: Branch<T> = { next: new Map() }
  for (const [word, term] of terms) {
    let branch = root
    for (let at = 0; at < word.length; at += 1) branch = grown(branch, word.charAt(at))
    branch.term = term
  }
  return root
}

function grown<T>({ next }: Branch<T>, character: string): Branch<T> {
  const branch = next.get(character) ?? { next: new Map() }
  next.set(character, branch)
  return branch
}

/** The best reading from each offset on, worked out from the end of the text. */
function readingsOf<T>(root: Branch<T>, text: string): Reading<T>[] {
  const readings: Reading<T>[] = []
  for (let at = text.length - 1; at >= 0; at -= 1) {
    let best: Reading<T> = { score: readings[at + 1]?.score ?? 0, match: undefined }
    let branch = root.next.get(text.charAt(at))
    for (let end = at + 1; branch !== undefined; end += 1) {
      const score = (end - at) ** 2 + (readings[end]?.score ?? 0)
      if (branch.term !== undefined && score > best.score) {
        best = { score, match: { word: text.slice(at, end), term: branch.term, at } }
      }
      branch = end < text.length ? branch.next.get(text.charAt(end)) : undefined
    }
    readings[at] = best
  }
  return readings
}

function matchesOf<T>(readings: readonly Reading<T>[]): Match<T>[] {
  const matches: Match<T>[] = []
  for (let at = 0; at < readings.length; ) {
    const match = readings[at]?.match
    if (match !== undefined) matches.push(match)
    at += match?.word.length ?? 1
  }
  return matches
}
