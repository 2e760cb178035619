import type { FieldTable } from '../field-table.ts'
import type { FieldOf, Scope } from '../fields.ts'
import { foldKey } from '../key-form.ts'
import { type GridRow, isBlankRow } from './grid.ts'

/** What the rows of a table can be. */
export type TableScope = Extract<Scope, 'record' | 'member'>

export interface Header {
  readonly scope: TableScope
  /** Index of its first row. */
  readonly at: number
  /** Two where group heads (出席情况) stand over the names of columns (应到, 实到). */
  readonly height: 1 | 2
  /** The names of the columns; empty where a column has none. */
  readonly names: readonly string[]
}

/** Titles and subtitles stand above a header; more than this do not. */
const ROWS_LOOKED_AT = 15
const MIN_KNOWN = 2

/**
 * Finds the header among the first rows of a table: the first row, or pair of rows, that holds next to nothing but names
 * of fields of a ledger, else whichever names most fields.
 */
export function findHeader(rows: readonly GridRow[], fields: FieldTable): Header | undefined {
  const filled = rows.flatMap((row, at) => (isBlankRow(row) ? [] : [at])).slice(0, ROWS_LOOKED_AT)
  for (const at of filled) {
    const header = headerAt(rows, at, fields)
    if (header !== undefined && isOfLedger(header, fields)) return header
  }
  return best(
    filled.flatMap((at) => candidatesAt(rows, at, fields)),
    fields,
  )
}

/** The header that begins in this row, where the row holds next to nothing but names of fields. */
export function headerAt(rows: readonly GridRow[], at: number, fields: FieldTable): Header | undefined {
  const header = best(candidatesAt(rows, at, fields), fields)
  return header !== undefined && isMostlyNames(header, fields) ? header : undefined
}

/** The candidate that names most fields; of equal ones the first, and the lower. */
function best(candidates: readonly Header[], fields: FieldTable): Header | undefined {
  let found: Header | undefined
  let most = MIN_KNOWN
  for (const header of candidates) {
    const known = knownFields(header, fields)
    const isBetter = known > most || (known === most && header.height < (found?.height ?? Number.POSITIVE_INFINITY))
    if (known < MIN_KNOWN || !isBetter) continue
    found = header
    most = known
  }
  return found
}

/** Marks by which only a ledger is known: a list of telephone numbers has names and units too. */
const MARKS: Readonly<Record<TableScope, ReadonlySet<string>>> = {
  record: new Set<FieldOf<'record'>>([
    'date',
    'time',
    'start',
    'planned',
    'kinds',
    'agenda',
    'minutes',
    'lectureTitle',
  ]),
  member: new Set<FieldOf<'member'>>(['status', 'statusOrPost', 'joined', 'probationStart', 'exemptions', 'birth']),
}

/** Whether a table with this header can be a ledger or a roster. */
export function isOfLedger({ scope, names }: Header, fields: FieldTable): boolean {
  const table = fields.scope(scope)
  return names.some((name) => {
    if (name === '') return false
    const field = table.fieldOf(name) ?? table.guesses(name)[0]?.field
    return field !== undefined && MARKS[scope].has(field)
  })
}

/** A pair counts only where its upper row holds names too, or adds to what the lower says alone: else that is a title. */
function candidatesAt(rows: readonly GridRow[], at: number, fields: FieldTable): Header[] {
  const [upper, lower] = [namesOf(rows[at]), namesOf(rows[at + 1])]
  const singles = withScopes({ at, height: 1, names: upper })
  const names = combined(upper, lower, fields)
  if (names === undefined) return singles
  const hasNames = singles.some((single) => isMostlyNames(single, fields))
  const pairs = withScopes({ at, height: 2, names }).filter(
    (pair) => hasNames || knownFields(pair, fields) > knownFields({ ...pair, names: lower }, fields),
  )
  return [...singles, ...pairs]
}

function isMostlyNames(header: Header, fields: FieldTable): boolean {
  const named = header.names.filter((name) => name !== '' && !fields.isKept(name)).length
  return knownFields(header, fields) * 2 > named
}

/** A row counts as a roster's only where it says more as one: records come first. */
function withScopes(header: Omit<Header, 'scope'>): Header[] {
  return [
    { ...header, scope: 'record' },
    { ...header, scope: 'member' },
  ]
}

function namesOf(row: GridRow | undefined): string[] {
  return (row?.cells ?? []).map((cell) => cell.trim())
}

/**
 * The names of two rows as one: 请假 over 人数 is 请假人数, 出席情况 over 应到 is 应到. A group head holds for the blank
 * cells to its right too, as merged cells come out. `undefined` where the lower row names no field, or the upper one is
 * a title.
 */
function combined(upper: readonly string[], lower: readonly string[], fields: FieldTable): string[] | undefined {
  if (upper.filter((name) => name !== '').length < MIN_KNOWN) return undefined
  const isKnown = (name: string) =>
    fields.scope('record').fieldOf(name) !== undefined || fields.scope('member').fieldOf(name) !== undefined
  let group = ''
  let known = 0
  const names = Array.from({ length: Math.max(upper.length, lower.length) }, (_, column) => {
    const [over = '', under = ''] = [upper[column], lower[column]]
    if (over !== '') group = over
    if (under === '' || under === over) return over
    const joined = group + under
    if (!isKnown(joined) && !isKnown(under)) return over === '' ? joined : `${over}${under}`
    known += 1
    return isKnown(joined) ? joined : under
  })
  return known === 0 ? undefined : names
}

/** How many different fields the header names beyond doubt. */
function knownFields({ scope, names }: Header, fields: FieldTable): number {
  const table = fields.scope(scope)
  return new Set(names.filter((name) => name !== '').flatMap((name) => table.fieldOf(name) ?? [])).size
}

/** Whether a row repeats the header, as printed pages do. */
export function repeatsHeader(row: GridRow, { names }: Header): boolean {
  let same = 0
  let filled = 0
  for (const [column, cell] of row.cells.entries()) {
    if (cell.trim() === '') continue
    filled += 1
    const name = names[column]
    if (name !== undefined && name !== '' && foldKey(cell) === foldKey(name)) same += 1
    if (same === 0 && filled > 1) return false
  }
  return same > 1 && same * 2 > filled
}
