/** A known word where it stands in a text. */
export interface Match<T> {
  readonly word: string
  readonly term: T
  /** UTF-16 offset. */
  readonly at: number
}

/** Finds the known words of a text from left to right, at each place the longest; what is found does not overlap. */
export function termMatcher<T>(terms: ReadonlyMap<string, T>): (text: string) => Match<T>[] {
  const lengths = lengthsByFirst(terms.keys())
  return (text) => {
    const matches: Match<T>[] = []
    for (let at = 0; at < text.length; ) {
      const match = longestAt(text, at)
      if (match !== undefined) matches.push(match)
      at += match?.word.length ?? 1
    }
    return matches
  }

  function longestAt(text: string, at: number): Match<T> | undefined {
    for (const length of lengths.get(text.charAt(at)) ?? []) {
      const word = text.slice(at, at + length)
      const term = terms.get(word)
      if (term !== undefined) return { word, term, at }
    }
    return undefined
  }
}

/** The lengths of the words that begin with a character, longest first. */
function lengthsByFirst(words: Iterable<string>): Map<string, number[]> {
  const sets = new Map<string, Set<number>>()
  for (const word of words) {
    const first = word.charAt(0)
    const known = sets.get(first)
    if (known === undefined) sets.set(first, new Set([word.length]))
    else known.add(word.length)
  }
  return new Map([...sets].map(([first, known]) => [first, [...known].sort((a, b) => b - a)]))
}
