/** What stands between clauses, outside of 《》 and quotation marks. */
const BREAKS = '。；;！!？?，,：:\n\r\t'
const OPENING = '《“「『（('
const CLOSING = '》”」』）)'

/** `1.`, `（二）`, `三、`, `①`: what numbers the parts of a list, at the head of the text or behind a break or space. */
const NUMBERING =
  /(^|[\s。；;，,：:、])(?:[（(]?\d{1,2}[）)]|\d{1,2}[.．、](?!\d)|[（(][一二三四五六七八九十]{1,3}[）)]|[一二三四五六七八九十]{1,3}[、.．是]|[①-⑳])/gu

/** Splits a text into its clauses, with the numbers of lists left out. */
export function clausesOf(text: string): string[] {
  const clauses: string[] = []
  const unnumbered = text.replace(NUMBERING, '$1；')
  let start = 0
  let depth = 0
  for (let at = 0; at < unnumbered.length; at += 1) {
    const character = unnumbered.charAt(at)
    if (OPENING.includes(character)) depth += 1
    else if (CLOSING.includes(character)) depth = Math.max(0, depth - 1)
    else if (depth === 0 && BREAKS.includes(character)) {
      clauses.push(unnumbered.slice(start, at))
      start = at + 1
    }
  }
  clauses.push(unnumbered.slice(start))
  return clauses.map((clause) => clause.trim()).filter((clause) => clause !== '')
}
