import type { SourceNode } from '../../source/node.ts'
import type { Place } from '../../source/place.ts'

/** Consecutive lines of a file; `first` is the number of the first, counted from 0. */
export interface Lines {
  readonly first: number
  readonly texts: readonly string[]
}

export function linesOf(text: string): Lines {
  return { first: 0, texts: text.split(/\r\n|\n|\r/u) }
}

/** Cuts before each line that begins something; what stands before the first of them is a part of its own. */
export function cutAt({ first, texts }: Lines, begins: (line: string) => boolean): Lines[] {
  const parts: Lines[] = []
  let start = 0
  for (const [at, line] of texts.entries()) {
    if (at === start || !begins(line)) continue
    parts.push({ first: first + start, texts: texts.slice(start, at) })
    start = at
  }
  parts.push({ first: first + start, texts: texts.slice(start) })
  return parts
}

/** Whether the line is more than blank or a comment. */
export function isContent(line: string): boolean {
  return /^\s*[^\s#]/u.test(line)
}

/** Blanks at the start of a line. */
export function indentOf(line: string): number {
  return line.length - line.trimStart().length
}

/** The node as it stands when its text begins `lines` lines further down. */
export function shifted(node: SourceNode, lines: number): SourceNode {
  if (lines === 0) return node
  const at = lower(node.at, lines)
  switch (node.type) {
    case 'scalar':
      return { ...node, at }
    case 'list':
      return { ...node, at, items: node.items.map((item) => shifted(item, lines)) }
    case 'map':
      return {
        ...node,
        at,
        entries: node.entries.map(({ key, keyAt, value }) => ({
          key,
          keyAt: lower(keyAt, lines),
          value: shifted(value, lines),
        })),
      }
  }
}

function lower(at: Place, lines: number): Place {
  return { ...at, line: at.line + lines }
}
