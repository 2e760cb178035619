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

/** Finds the known words of a text from left to right, at each place the longest; what is found does not overlap. */
export function termMatcher<T>(terms: ReadonlyMap<string, T>): (text: string) => Match<T>[] {
  const trie = trieOf(terms)
  return (text) => {
    const matches: Match<T>[] = []
    for (let at = 0; at < text.length; ) {
      const match = longestAt(trie, text, at)
      if (match !== undefined) matches.push(match)
      at += match?.word.length ?? 1
    }
    return matches
  }
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

function longestAt<T>(root: Branch<T>, text: string, at: number): Match<T> | undefined {
  let longest: Match<T> | undefined
  let branch = root.next.get(text.charAt(at))
  for (let end = at + 1; branch !== undefined; end += 1) {
    if (branch.term !== undefined) longest = { word: text.slice(at, end), term: branch.term, at }
    branch = end < text.length ? branch.next.get(text.charAt(end)) : undefined
  }
  return longest
}
