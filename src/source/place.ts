import * as z from 'zod'

/** Where a value stands. Lines and columns count from 1, columns in UTF-16 units. */
export const Place = z.strictObject({
  /** As given on the command line with the rest of the path below it, `/` as separator. */
  file: z.string(),
  line: z.int().positive(),
  column: z.int().positive(),
  sheet: z.string().optional(),
  cell: z.string().optional(),
})
export type Place = Readonly<z.infer<typeof Place>>

/** A place and what stands there, as a report quotes it. */
export const Evidence = Place.extend({ excerpt: z.string() })
export type Evidence = Readonly<z.infer<typeof Evidence>>

/** A value read from a file, with the place and the wording it was read from. */
export interface Located<T> {
  readonly value: T
  readonly at: Place
  /** As written, where that differs from the value (`３月１２日` for `2026-03-12`). */
  readonly raw?: string | undefined
}

/** The schema of a located value. */
export function located<T extends z.ZodType>(value: T) {
  return z.strictObject({ value, at: Place, raw: z.string().optional() }).readonly()
}

const EXCERPT_LENGTH = 60

/** Quotes the value as written, cut to a readable length; `quote` names the passage of it that matters. */
export function evidence(located: Located<unknown>, quote?: string): Evidence {
  return { ...placeOf(located, quote), excerpt: excerpt(quote ?? located.raw ?? String(located.value)) }
}

/** Points at a place and says in our own words what stands there. */
export function evidenceAt(at: Place, said: string): Evidence {
  return { ...at, excerpt: excerpt(said) }
}

/** In a text of several lines, the line on which the quoted passage begins. */
function placeOf(located: Located<unknown>, quote: string | undefined): Place {
  if (quote === undefined || typeof located.value !== 'string' || located.at.cell !== undefined) return located.at
  const offset = located.value.indexOf(quote)
  if (offset <= 0) return located.at
  const before = located.value.slice(0, offset)
  const lines = before.split('\n').length - 1
  return lines === 0 ? located.at : { ...located.at, line: located.at.line + lines }
}

function excerpt(text: string): string {
  const flat = text.replace(/\s+/gu, ' ').trim()
  if (flat.length <= EXCERPT_LENGTH) return flat
  const characters = [...flat]
  return characters.length <= EXCERPT_LENGTH ? flat : `${characters.slice(0, EXCERPT_LENGTH - 1).join('')}…`
}
