import type { SourceEntry, SourceMap, SourceNode } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import { dayNameAmong } from './day-column.ts'
import type { FieldOf, Scope } from './fields.ts'
import { mistypedKey } from './mistyped-entry.ts'
import { type Reading, written } from './reading.ts'

/** The fields of one map or row by the model's names; what no name fits is in `rest`. */
export interface Fields<S extends Scope> {
  /** What is given for the field: more than once where several columns are one field. */
  all(field: FieldOf<S>): readonly SourceEntry[]
  /** The fields that are there, in the order of their first key. */
  readonly given: readonly FieldOf<S>[]
  /** The first that says something. */
  first(field: FieldOf<S>): SourceEntry | undefined
  readonly rest: readonly SourceEntry[]
  /** The fields given more than once. */
  readonly doubled: readonly FieldOf<S>[]
  readonly at: Place
}

/** Whether nothing stands there: nothing written, `~` or `null`. An empty list says something: that there is none. */
export function isBlank(node: SourceNode): boolean {
  if (node.type !== 'scalar') return false
  return !WRITTEN.test(node.text) || (!node.quoted && (node.text === '~' || node.text === 'null'))
}

const WRITTEN = /\S/u

/** A key of a map, or the header of a column. */
interface Key {
  readonly key: string
  readonly keyAt: Place
}

/**
 * Which field each key means. Known names go first; what is left may be a misspelt name of a field that no other key
 * has taken, if it resembles one field more than any other. Every guess and every unknown key is told once a file.
 */
export function fieldsOfKeys<S extends Scope>(
  keys: readonly Key[],
  scope: S,
  reading: Reading,
): (FieldOf<S> | undefined)[] {
  const table = reading.settings.fields.scope(scope)
  const fields = keys.map(({ key }) => table.fieldOf(key))
  if (!fields.includes(undefined)) return fields
  const taken = new Set(fields)
  const day = scope === 'record' ? dayAmong(keys, taken) : undefined
  return fields.map((field, index) => {
    const key = keys[index]
    if (key !== undefined && key.key === day) {
      tellGuess(key, '日期', reading)
      return 'date' as FieldOf<S> // only records have days of their own
    }
    if (field !== undefined || key === undefined || reading.settings.fields.isKept(key.key)) return field
    const guess = likeliest(table.guesses(key.key).filter((one) => !taken.has(one.field)))
    if (guess === undefined) {
      tellUnknown(key, reading)
      return undefined
    }
    taken.add(guess.field)
    tellGuess(key, guess.alias, reading)
    return guess.field
  })
}

/** In a register the day goes by many names: 走访时间, 缴纳时间. */
function dayAmong(keys: readonly Key[], taken: ReadonlySet<string | undefined>): string | undefined {
  if (DAYS.some((field) => taken.has(field))) return undefined
  return dayNameAmong(keys.map(({ key }) => key))
}

const DAYS = ['date', 'time', 'start', 'planned'] as const

function tellGuess({ key, keyAt }: Key, alias: string, reading: Reading): void {
  const message = `「${key}」不是认识的字段名，按「${alias}」读取；如不对，请改正写法，或在 taizhang.yaml 的 aliases 里写明`
  reading.noteOnce('guessed-header', message, keyAt, key)
}

function likeliest<G extends { readonly cost: number }>([best, second]: readonly G[]): G | undefined {
  return best !== undefined && (second === undefined || best.cost < second.cost) ? best : undefined
}

function tellUnknown({ key, keyAt }: Key, reading: Reading): void {
  const mistyped = mistypedKey(key, keyAt)
  if (mistyped !== undefined) {
    reading.problems.push(mistyped)
    return
  }
  const name = key.trim() === '' ? '（空白）' : key.trim()
  reading.noteOnce(
    'unknown-field',
    `「${name}」不是认识的字段，内容原样保留，不参加检查；如是已有字段的另一种叫法，请在 taizhang.yaml 的 aliases 里写明`,
    keyAt,
    name,
  )
}

/** Reads the keys of a map. */
export function fieldsOf<S extends Scope>(map: SourceMap, scope: S, reading: Reading): Fields<S> {
  const gathered = gatherFields(map.entries, fieldsOfKeys(map.entries, scope, reading), map.at)
  for (const field of gathered.doubled) tellSameKeys(field, gathered, reading)
  return gathered
}

/** Lists of which all that is given is read, however often the key stands there. */
const JOINED: ReadonlySet<string> = new Set(['meetings', 'agenda', 'speeches', 'decisions', 'attachments'])

/** YAML keeps the last of two values with one key; here the first that says something counts, and both are named. */
function tellSameKeys<S extends Scope>(field: FieldOf<S>, fields: Fields<S>, reading: Reading): void {
  const [first, ...others] = fields.all(field)
  const counted = fields.first(field)
  if (first === undefined || counted === undefined) return
  for (const { key, keyAt, value } of others) {
    if (key !== first.key) continue
    const lines = `「${key}」写了两次（第${first.keyAt.line}行和第${keyAt.line}行）`
    const said = `${key}: ${written(value)}`
    if (JOINED.has(field)) reading.note('duplicate-key', `${lines}，两处都已读取；请合在一处`, keyAt, said)
    else reading.warn('duplicate-key', `${lines}，按第${counted.keyAt.line}行的读取；请只留一处`, keyAt, said)
  }
}

/** Puts entries under the fields that their keys were found to mean. */
export function gatherFields<S extends Scope>(
  entries: readonly SourceEntry[],
  fields: readonly (FieldOf<S> | undefined)[],
  at: Place,
): Fields<S> {
  return new GatheredFields(entries, fields, at)
}

const NO_ENTRIES: readonly SourceEntry[] = []

class GatheredFields<S extends Scope> implements Fields<S> {
  readonly rest: SourceEntry[] = []
  readonly doubled: FieldOf<S>[] = []
  readonly at: Place
  private readonly known = new Map<FieldOf<S>, SourceEntry[]>()

  constructor(entries: readonly SourceEntry[], fields: readonly (FieldOf<S> | undefined)[], at: Place) {
    this.at = at
    for (const [index, entry] of entries.entries()) this.enter(entry, fields[index])
  }

  get given(): readonly FieldOf<S>[] {
    return [...this.known.keys()]
  }

  all(field: FieldOf<S>): readonly SourceEntry[] {
    return this.known.get(field) ?? NO_ENTRIES
  }

  first(field: FieldOf<S>): SourceEntry | undefined {
    const given = this.known.get(field)
    if (given === undefined || given.length === 1) return given?.[0]
    return given.find(({ value }) => !isBlank(value)) ?? given[0]
  }

  private enter(entry: SourceEntry, field: FieldOf<S> | undefined): void {
    const before = field === undefined ? this.rest : this.known.get(field)
    if (before === undefined) {
      if (field !== undefined) this.known.set(field, [entry])
      return
    }
    before.push(entry)
    if (field !== undefined && before.length === 2) this.doubled.push(field)
  }
}

/** Of a field that can hold one value only, what is given beside the one that counts; told, and handed on to be kept. */
export function surplusOf<S extends Scope>(
  fields: Fields<S>,
  field: FieldOf<S>,
  reading: Reading,
): readonly SourceEntry[] {
  const given = fields.all(field)
  if (given.length < 2) return []
  const first = fields.first(field)
  const surplus = given.filter((entry) => entry !== first && !isBlank(entry.value))
  for (const { key, keyAt, value } of surplus) {
    if (key === first?.key) continue
    reading.noteOnce(
      'double-field',
      `「${key}」和「${first?.key ?? key}」是同一个字段，按「${first?.key ?? key}」读取，「${key}」的内容原样保留；请只留一处`,
      keyAt,
      written(value),
    )
  }
  return surplus
}
