/** Texts remembered before all are forgotten: ledgers repeat names and days, and a run reads any number of them. */
const LIMIT = 5000

/** A reader of texts that answers from memory where the same text comes again. What it returns must not be changed. */
export function memoised<T>(read: (text: string) => T): (text: string) => T {
  const known = new Map<string, { readonly value: T }>()
  return (text) => {
    const before = known.get(text)
    if (before !== undefined) return before.value
    const value = read(text)
    if (known.size >= LIMIT) known.clear()
    known.set(text, { value })
    return value
  }
}
