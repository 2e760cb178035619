import { FUNCTIONS } from './vocabulary.ts'

const HAN_NAME = /[\p{Script=Han}〇][\p{Script=Han}〇\w]*/uy
const ENCODED = /u(?:_[0-9a-f]{4})+/g
const QUOTES = '"\''

/** A text in ASCII names, and where each unit of it stood before. */
export interface Translation {
  readonly text: string
  /** For each UTF-16 unit of `text`, and one past its end, the offset in the original. */
  readonly offsets: readonly number[]
}

/**
 * CEL knows ASCII names only: every Chinese one outside string literals is put in other letters, and 任一( and its like
 * become the functions that they stand for.
 */
export function inAsciiNames(expression: string): Translation {
  let text = ''
  const offsets: number[] = []
  for (let at = 0; at < expression.length; ) {
    const literal = literalAt(expression, at)
    const name = literal === undefined ? nameAt(expression, at) : undefined
    const from = literal ?? name ?? expression.charAt(at)
    const to = name === undefined ? from : asciiName(name, expression.slice(at + from.length))
    for (let unit = 0; unit < to.length; unit += 1) offsets.push(at + Math.min(unit, from.length - 1))
    text += to
    at += from.length
  }
  offsets.push(expression.length)
  return { text, offsets }
}

function literalAt(expression: string, at: number): string | undefined {
  const quote = expression.charAt(at)
  if (!QUOTES.includes(quote)) return undefined
  let end = at + 1
  while (end < expression.length && expression.charAt(end) !== quote) end += expression.charAt(end) === '\\' ? 2 : 1
  return expression.slice(at, end + 1)
}

function nameAt(expression: string, at: number): string | undefined {
  HAN_NAME.lastIndex = at
  return HAN_NAME.exec(expression)?.[0]
}

const functions: ReadonlyMap<string, string> = new Map(Object.entries(FUNCTIONS))

function asciiName(name: string, behind: string): string {
  const called = /^\s*\(/.test(behind) ? functions.get(name) : undefined
  return called ?? encodedName(name)
}

/** `实到` → `u_5b9e_5230`; a name that CEL reads as it is stays. */
export function encodedName(name: string): string {
  if (/^\w+$/.test(name)) return name
  const units = Array.from({ length: name.length }, (_, at) => name.charCodeAt(at).toString(16).padStart(4, '0'))
  return `u_${units.join('_')}`
}

/** A text of the library with the names in it as the rulebook writes them. */
export function withDecodedNames(text: string): string {
  return text.replace(ENCODED, (name) =>
    name
      .slice(2)
      .split('_')
      .map((unit) => String.fromCharCode(Number.parseInt(unit, 16)))
      .join(''),
  )
}
