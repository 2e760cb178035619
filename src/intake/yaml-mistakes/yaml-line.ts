/** One line of a YAML file as its writer meant it: `    - 主题: 时间: 9点` has a mark, a key and a value. */
export interface YamlLine {
  readonly text: string
  /** UTF-16 units before the first that is no blank, tab or list mark. */
  readonly indent: number
  readonly key: string | undefined
  /** What stands behind the key, or the whole line where there is none; without comment and blanks at the end. */
  readonly value: string
  /** Offset of the value in the line. */
  readonly valueAt: number
}

const PARTS = /^(\s*(?:-\s+)*)(?:([^\s:：#"'[\]{}|>@`%&*!,-][^:]*?)\s*:(?:\s+|$))?/u
const COMMENT = /(?:^|\s+)#.*$/u

export function yamlLine(text: string): YamlLine {
  const [whole = '', lead = '', key] = PARTS.exec(text) ?? []
  const value = text.slice(whole.length).replace(COMMENT, '').trimEnd()
  return { text, indent: lead.length, key, value, valueAt: whole.length }
}
