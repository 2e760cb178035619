import type { SourceNode } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import { problemOf } from './explain-yaml.ts'
import { mistakeIn } from './yaml-mistakes/mistakes.ts'

/** Mistakes that leave valid YAML behind, which says something else than was meant. */
const SILENT: ReadonlySet<string> = new Set(['wide-colon', 'missing-space', 'wide-dash', 'dash-without-space'])

/**
 * Where a map is expected and plain text stands: whether it is `键：值` with a full-width colon, `键:值` without the
 * space, or `-项` with no space behind the dash, which YAML takes for text. Says so, with how to mend it.
 */
export function mistypedEntry(node: SourceNode): Problem | undefined {
  if (node.type !== 'scalar' || node.quoted) return undefined
  return silentMistake(node.text, node.at)
}

/** The same for the key of a map: `{应到:3}` has a key `应到:3` and no value. */
export function mistypedKey(key: string, at: Place): Problem | undefined {
  return silentMistake(key, at)
}

function silentMistake(text: string, at: Place): Problem | undefined {
  const [line = ''] = text.split('\n')
  const mistake = mistakeIn(line, undefined)
  if (mistake === undefined || !SILENT.has(mistake.code)) return undefined
  return problemOf(mistake, line, { ...at, column: at.column + mistake.at })
}
