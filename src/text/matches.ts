/**
 * All matches of a global pattern in a text. What `matchAll` gives, which makes a copy of the pattern for every text:
 * most texts are short, and many are looked through.
 */
export function matchesOf(text: string, pattern: RegExp): RegExpExecArray[] {
  const matches: RegExpExecArray[] = []
  pattern.lastIndex = 0
  for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
    matches.push(match)
    if (match[0] === '') pattern.lastIndex += 1
  }
  return matches
}

/** Where they are. */
export function spansOf(text: string, pattern: RegExp): { readonly start: number; readonly end: number }[] {
  return matchesOf(text, pattern).map((match) => ({ start: match.index, end: match.index + match[0].length }))
}

/** A global pattern of any of these words, the longer first, so that 王建国 is not taken for 王建. */
export function anyOf(words: readonly string[]): RegExp {
  const sorted = words.toSorted((a, b) => b.length - a.length)
  return new RegExp(sorted.map((word) => word.replace(/[\\^$.*+?()[\]{}|]/gu, '\\$&')).join('|'), 'gu')
}
