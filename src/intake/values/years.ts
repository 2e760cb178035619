import { compact } from './fold.ts'
import { readNumeral } from './numbers.ts'

const YEAR = /(?<!\d)((?:19|20)\d{2})(?!\d)|(二[〇零][一二三四五六七八九〇零]{2})(?=年|$)/gu

/** The years that texts name, each once. */
export function yearsIn(texts: readonly string[]): Set<number> {
  const years = new Set<number>()
  for (const text of texts) {
    for (const [, digits, numerals] of compact(text).matchAll(YEAR)) {
      const year = digits === undefined ? readNumeral(numerals ?? '') : Number(digits)
      if (year !== undefined) years.add(year)
    }
  }
  return years
}

/** The year, where there is just one. */
export function only(years: ReadonlySet<number>): number | undefined {
  const [year] = years
  return years.size === 1 ? year : undefined
}
