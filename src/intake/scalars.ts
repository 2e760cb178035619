import type { SourceEntry, SourceNode, SourceScalar } from '../source/node.ts'
import type { Located, Place } from '../source/place.ts'
import { placeWithin } from '../source/within.ts'
import { isBlank } from './keys.ts'
import { type Reading, written } from './reading.ts'

/** Words by which a ledger says that there is none. */
const NONE = /^(?:无|没有|暂无|空|[-—–/\\／]+|－+|N\/?A)$/iu

/** Whether the text says that there is none: `无`, `/`, `—`. */
export function saysNone(text: string): boolean {
  return NONE.test(text.trim())
}

/** The value with its place, and the wording where the value is another. */
export function locatedAs<T>(value: T, at: Place, raw: string): Located<T> {
  return String(value) === raw ? { value, at } : { value, at, raw }
}

/**
 * The scalar that a field holds. A list of one is its element; longer lists and maps are read as the text that they
 * spell, and told. `undefined` where nothing is written.
 */
export function scalarOf({ key, value }: SourceEntry, reading: Reading): SourceScalar | undefined {
  if (value.type === 'scalar') return isBlank(value) ? undefined : value
  const only = value.type === 'list' && value.items.length === 1 ? value.items[0] : undefined
  if (only?.type === 'scalar') return isBlank(only) ? undefined : only
  const text = written(value)
  if (text === '') return undefined
  reading.note('wrong-shape', `「${key}」应只写一个值，这里写了一组，合在一起按文字读取`, value.at, text)
  return { type: 'scalar', text, quoted: true, at: value.at }
}

/** The text of a field, without the spaces around it. */
export function textOf(entry: SourceEntry | undefined, reading: Reading): Located<string> | undefined {
  const scalar = entry && scalarOf(entry, reading)
  if (scalar === undefined) return undefined
  return { value: scalar.text.trim(), at: scalar.at }
}

/** Like `textOf`, for fields in which `无` and `/` mean that there is none. */
export function nameOf(entry: SourceEntry | undefined, reading: Reading): Located<string> | undefined {
  const text = textOf(entry, reading)
  return text === undefined || saysNone(text.value) ? undefined : text
}

/** Reads a scalar by a reader of texts; what the reader can't make out is lost, and told with what was expected. */
export function readAs<T>(
  entry: SourceEntry | undefined,
  reading: Reading,
  read: (text: string) => T | undefined,
  expected: string,
  code: string,
): Located<T> | undefined {
  const scalar = entry && scalarOf(entry, reading)
  if (entry === undefined || scalar === undefined || saysNone(scalar.text)) return undefined
  const value = read(scalar.text)
  if (value !== undefined) return locatedAs(value, scalar.at, scalar.text)
  reading.warn(code, `「${entry.key}」写作「${scalar.text.trim()}」，读不出来；应写${expected}`, scalar.at, scalar.text)
  return undefined
}

/** The scalars of a list, or of a single value cut at `、，；` and line breaks; maps are told and left out. */
export function textsOf(entry: SourceEntry | undefined, reading: Reading): Located<string>[] {
  if (entry === undefined) return []
  return scalarsIn(entry.value, entry.key, reading).flatMap((scalar) => cut(scalar))
}

function scalarsIn(node: SourceNode, key: string, reading: Reading): SourceScalar[] {
  if (node.type === 'scalar') return isBlank(node) || saysNone(node.text) ? [] : [node]
  if (node.type === 'list') return node.items.flatMap((item) => scalarsIn(item, key, reading))
  reading.warn('wrong-shape', `「${key}」里应写名称，这里写了一组字段，没有读取`, node.at, written(node))
  return []
}

const BETWEEN = /[、，,；;\n]+/u

function cut(scalar: SourceScalar): Located<string>[] {
  if (!BETWEEN.test(scalar.text)) return [{ value: scalar.text.trim(), at: scalar.at }]
  const parts: Located<string>[] = []
  let offset = 0
  for (const part of scalar.text.split(BETWEEN)) {
    const start = scalar.text.indexOf(part, offset)
    offset = start + part.length
    const value = part.trim()
    if (value !== '') parts.push({ value, at: placeWithin(scalar, start + part.indexOf(value)) })
  }
  return parts
}
