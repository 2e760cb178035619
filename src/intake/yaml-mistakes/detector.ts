import type { YamlLine } from './yaml-line.ts'

/** A mistake in one line of a YAML file. */
export interface Mistake {
  readonly code: string
  /** What is wrong and how to mend it; the line's number is put before it. */
  readonly says: string
  /** Offset in the line. */
  readonly at: number
}

/** Looks for one mistake in a line; `above` is the line before it. */
export type Detector = (line: YamlLine, above: YamlLine | undefined) => Mistake | undefined

/** A mistake that a pattern over the whole line tells; it stands at the end of the pattern's first group. */
export function byPattern(code: string, pattern: RegExp, says: (match: RegExpExecArray) => string): Detector {
  return ({ text }) => {
    const match = pattern.exec(text)
    return match === null ? undefined : { code, says: says(match), at: match[1]?.length ?? 0 }
  }
}

/** The same over the value only. */
export function byValue(code: string, pattern: RegExp, says: (match: RegExpExecArray) => string): Detector {
  return ({ value, valueAt }) => {
    const match = pattern.exec(value)
    return match === null ? undefined : { code, says: says(match), at: valueAt + (match[1]?.length ?? 0) }
  }
}

/** What a key of a ledger looks like. */
export const KEY = '[\\p{L}\\p{N}（）()/·]{1,16}'

/** How to write a text that YAML would take for something else. */
export function quoteIt(value: string): string {
  return `请给内容加上英文引号：'${value.replaceAll("'", "''")}'`
}

/** A key without the blanks and list marks before it. */
export function bare(key: string): string {
  return key.replace(/^[\s-]+/u, '')
}
