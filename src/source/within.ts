import type { SourceScalar } from './node.ts'
import type { Place } from './place.ts'

/** The place of a passage that begins `offset` UTF-16 units into the scalar's text. */
export function placeWithin(
  { text, quoted, flush = false, reflowed = false, at }: Omit<SourceScalar, 'type'>,
  offset: number,
): Place {
  if (offset <= 0 || at.cell !== undefined) return at
  const lineStart = text.lastIndexOf('\n', offset - 1) + 1
  // A block scalar begins with its text, any other quoted one with its quote.
  const quote = quoted && (flush || !text.includes('\n')) ? 1 : 0
  if (lineStart === 0) return { ...at, column: at.column + offset + quote }
  if (reflowed) return at
  let lines = 0
  for (let end = text.indexOf('\n'); end >= 0 && end < offset; end = text.indexOf('\n', end + 1)) lines += 1
  return { ...at, line: at.line + lines, column: (flush ? 1 : at.column) + offset - lineStart }
}
