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

/**
 * Finds the known words of a text. Of all readings without overlap it takes the one of the longest words (the sum of
 * their squared lengths); of two alike the one that begins further right (拓建党建 is 党建, not 建党), and there with the
 * longer word.
 */
export function termMatcher<T>(terms: ReadonlyMap<string, T>): (text: string) => Match<T>[] {
  const initials = initialsOf(terms)
  return (text) => matchesOf(text, bestFrom(initials, text))
}

/** The words that begin with one character, as a tree once a text has that character: a ledger has few of all. */
interface Initial<T> {
  readonly words: (readonly [string, T])[]
  tree?: Branch<T>
}

type Initials<T> = ReadonlyMap<string, Initial<T>>

function initialsOf<T>(terms: ReadonlyMap<string, T>): Initials<T> {
  const initials = new Map<string, Initial<T>>()
  for (const entry of terms) {
    const character = entry[0].charAt(0)
    const initial = initials.get(character)
    if (initial === undefined) initials.set(character, { words: [entry] })
    else initial.words.push(entry)
  }
  return initials
}

function treeOf<T>(initial: Initial<T> | undefined): Branch<T> | undefined {
  if (initial === undefined) return undefined
  initial.tree ??= grownOf(initial.words)
  return initial.tree
}

function grownOf<T>(words: Initial<T>['words']): Branch<T> {
  const root: Branch<T> = { next: new Map() }
  for (const [word, term] of words) {
    let branch = root
    for (let at = 1; at < word.length; at += 1) branch = grown(branch, word.charAt(at))
    branch.term = term
  }
  return root
}

function grown<T>({ next }: Branch<T>, character: string): Branch<T> {
  const branch = next.get(character) ?? { next: new Map() }
  next.set(character, branch)
  return branch
}

/** What the best reading of a text begins with at each offset: a known word of this term and length, or one character. */
interface Best<T> {
  readonly terms: (T | undefined)[]
  readonly lengths: number[]
}

/** Works out the best readings from the end of the text. */
function bestFrom<T>(initials: Initials<T>, text: string): Best<T> {
  const terms = new Array<T | undefined>(text.length).fill(undefined)
  const lengths = new Array<number>(text.length).fill(1)
  const scores = new Array<number>(text.length + 1).fill(0)
  for (let at = text.length - 1; at >= 0; at -= 1) {
    let best = scores[at + 1] ?? 0
    let branch = treeOf(initials.get(text.charAt(at)))
    for (let end = at + 1; branch !== undefined; end += 1) {
      const score = (end - at) ** 2 + (scores[end] ?? 0)
      const isBetter = score > best || (score === best && terms[at] !== undefined)
      if (branch.term !== undefined && isBetter) {
        best = score
        terms[at] = branch.term
        lengths[at] = end - at
      }
      branch = end < text.length ? branch.next.get(text.charAt(end)) : undefined
    }
    scores[at] = best
  }
  return { terms, lengths }
}

function matchesOf<T>(text: string, { terms, lengths }: Best<T>): Match<T>[] {
  const matches: Match<T>[] = []
  for (let at = 0; at < text.length; ) {
    const term = terms[at]
    const end = at + (lengths[at] ?? 1)
    if (term !== undefined) matches.push({ word: text.slice(at, end), term, at })
    at = end
  }
  return matches
}
