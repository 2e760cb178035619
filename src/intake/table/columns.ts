import type { SourceEntry } from '../../source/node.ts'
import type { Place } from '../../source/place.ts'
import type { FieldOf } from '../fields.ts'
import { foldKey } from '../key-form.ts'
import { type Fields, fieldsOfKeys, gatherFields } from '../keys.ts'
import type { Reading } from '../reading.ts'
import { breakageOf } from './broken-cell.ts'
import type { GridRow } from './grid.ts'
import type { Header, TableScope } from './header-row.ts'

interface Column<S extends TableScope> {
  readonly index: number
  readonly name: string
  readonly at: Place
  readonly field: FieldOf<S> | undefined
}

/** The columns below one header, which turn rows into fields. */
export class Columns<S extends TableScope> {
  readonly scope: S
  private readonly columns: readonly Column<S>[]
  private readonly named: ReadonlySet<number>
  private readonly width: number
  private readonly reading: Reading

  /** Tells of headers that are guessed or unknown. */
  constructor(scope: S, { at, height, names }: Header, rows: readonly GridRow[], reading: Reading) {
    const row = rows[at + height - 1]
    const top = row?.at ?? { file: reading.file, line: 1, column: 1 }
    const keys = names.flatMap((key, index) => (key === '' ? [] : [{ key, index, keyAt: row?.placeOf(index) ?? top }]))
    const fields = fieldsOfKeys(keys, scope, reading)
    this.columns = keys.map(({ key, keyAt, index }, at) => ({ index, name: key, at: keyAt, field: fields[at] }))
    this.named = new Set(keys.map(({ index }) => index))
    this.scope = scope
    this.width = names.length
    this.reading = reading
    this.tellDoubled()
  }

  /** Of two columns with one name the first that says something counts, where they do not make one list. */
  private tellDoubled(): void {
    const before = new Set<string>()
    for (const { name, field, at } of this.columns) {
      const key = foldKey(name)
      if (field !== undefined && before.has(key) && !LISTS.has(field)) {
        const message = `「${name}」有不止一栏，按左边有内容的一栏读取，别的原样保留；请只留一栏`
        this.reading.noteOnce('double-column', message, at, name)
      }
      before.add(key)
    }
  }

  has(field: FieldOf<S>): boolean {
    return this.columns.some((column) => column.field === field)
  }

  /** The columns of these fields. */
  indexesOf(fields: ReadonlySet<string>): Set<number> {
    return new Set(
      this.columns.flatMap(({ field, index }) => (field !== undefined && fields.has(field) ? [index] : [])),
    )
  }

  /** The columns with one of these names. */
  indexesNamed(names: RegExp): Set<number> {
    return new Set(this.columns.flatMap(({ name, index }) => (names.test(name) ? [index] : [])))
  }

  /** Whether something stands to the right of the last column: then a delimiter within a text has parted it. */
  overflows({ cells }: GridRow): boolean {
    return cells.slice(this.width).some((cell) => cell.trim() !== '')
  }

  /** The columns on the left that hold short values only, up to the first that a stray delimiter may have parted. */
  leading(short: ReadonlySet<string>): Set<number> {
    const end = this.columns.findIndex(
      ({ field, name }) => !(field === undefined ? this.reading.settings.fields.isKept(name) : short.has(field)),
    )
    return new Set(this.columns.slice(0, end < 0 ? undefined : end).map(({ index }) => index))
  }

  /** Reads a row, or these columns of it, the others being lost; `further` are fields that stand around the table. */
  fieldsOf(row: GridRow, further: readonly Given<S>[] = [], only?: ReadonlySet<number>): Fields<S> {
    this.tellUnnamed(row)
    const isRead = ({ index }: Column<S>) => only === undefined || only.has(index)
    const entries = this.columns.map((column) =>
      isRead(column) ? this.entryOf(row, column) : this.lostIn(row, column),
    )
    const fields = this.columns.map(({ field }) => field)
    return gatherFields(
      [...entries, ...further.map(({ entry }) => entry)],
      [...fields, ...further.map(({ field }) => field)],
      row.at,
    )
  }

  private tellUnnamed(row: GridRow): void {
    for (const [index, cell] of row.cells.entries()) {
      if (cell.trim() === '' || this.named.has(index) || (index >= this.width && row.at.cell === undefined)) continue
      const message = `第${index + 1}列没有表头，这一列的内容没有读取；请补上表头`
      this.reading.noteOnce('unnamed-column', message, row.placeOf(index), cell)
    }
  }

  /** What stands in the column of a row may belong to another. */
  private lostIn(row: GridRow, { index, name, at }: Column<S>): SourceEntry {
    const place = row.placeOf(index)
    this.reading.markIllegible(place)
    return { key: name, keyAt: at, value: { type: 'scalar', text: '', quoted: false, at: place } }
  }

  private entryOf(row: GridRow, { index, name, at, field }: Column<S>): SourceEntry {
    const cell = row.cells[index] ?? ''
    const isOpen = field !== undefined && DAYS.has(field) && row.mayLackZero?.(index) === true
    const text = isOpen ? eitherDay(cell) : cell
    const place = row.placeOf(index)
    const why = breakageOf(text)
    if (why !== undefined) this.reading.warn('broken-cell', `「${name}」一格是“${text.trim()}”，${why}`, place, text)
    const value = {
      type: 'scalar',
      text: why === undefined ? text : '',
      quoted: row.isQuoted(index),
      flush: true,
      at: place,
    } as const
    return { key: name, keyAt: at, value }
  }
}

const DAYS: ReadonlySet<string> = new Set(['date', 'time', 'start', 'endDate', 'enteredOn', 'writtenOn', 'planned'])

/** All columns of these are read. */
const LISTS: ReadonlySet<string> = new Set(['agenda', 'decisions', 'attachments', 'speeches'])

/** Of 3.2 only the month is sure where it may have been 3.20. */
function eitherDay(cell: string): string {
  const [month = '', day = ''] = cell.split('.')
  return `${month}月（${day}日或${day}0日，表格软件去掉了末尾的0）`
}

/** A field that the surroundings of a table give to each of its rows. */
export interface Given<S extends TableScope> {
  readonly field: FieldOf<S>
  readonly entry: SourceEntry
}
