import type { Place } from '../../source/place.ts'
import type { FieldTable } from '../field-table.ts'
import type { Grid, GridRow } from './grid.ts'
import { type IdleRow, idleRow } from './row-kinds.ts'

/** A text of a form, and where it stands. */
export interface FormText {
  readonly text: string
  readonly column: number
  readonly at: Place
}

/** A label of a form, and what stands behind or below it. */
export interface FormEntry {
  readonly label: string
  readonly labelAt: Place
  /** Index of the row that the label stands in. */
  readonly row: number
  readonly texts: readonly FormText[]
}

/** A row that says nothing of what was held, and why. */
export interface IdleFormRow {
  readonly row: GridRow
  readonly kind: IdleRow
}

/** The labels of a sheet with what belongs to each, and the rows that say nothing of what was held (签字, 注). */
export interface FormEntries {
  readonly entries: readonly FormEntry[]
  /** Whether several labels stand side by side in some row, as only in the header of a table. */
  readonly hasHeader: boolean
  readonly idle: readonly IdleFormRow[]
}

/** Walks a sheet cell by cell and puts what it meets under the label before it. */
export function formEntries(grid: Grid, fields: FieldTable): FormEntries {
  const reader = new FormReader(fields)
  for (const [at, row] of grid.rows.entries()) {
    reader.read(row, at)
    if (reader.hasHeader) break
  }
  return reader
}

type Draft = FormEntry & { readonly texts: FormText[]; readonly column: number }

/** Longer texts are no label, and are not looked up. */
const LONGEST_LABEL = 20
/** `会议时间：2026年3月12日`: label and text in one cell. */
const LABELLED = /^([^：:]{2,12})[：:]\s*(\S[\s\S]*)$/u
/** Several such in one cell stand wide apart or below each other. */
const APART = /\n|\s{2,}/u

class FormReader implements FormEntries {
  readonly entries: Draft[] = []
  readonly idle: IdleFormRow[] = []
  hasHeader = false
  private readonly fields: FieldTable
  private current: Draft | undefined

  constructor(fields: FieldTable) {
    this.fields = fields
  }

  read(row: GridRow, at: number): void {
    const filled = row.cells.flatMap((cell, column) => (cell.trim() === '' ? [] : [{ text: cell.trim(), column }]))
    const isBelow = !filled.some(({ text }) => this.isLabel(text) || this.labelled(text) !== undefined)
    const kind = isBelow && filled.length > 0 ? idleRow(row, NO_COLUMNS) : undefined
    if (kind !== undefined) {
      this.idle.push({ row, kind })
      return
    }
    const labels = new Set(filled.flatMap(({ text, column }) => (this.isLabel(text) ? [column] : [])))
    this.hasHeader ||= [...labels].some((column) => labels.has(column + 1) && labels.has(column + 2))
    for (const { text, column } of filled) this.readCell(text, { row, at, column })
  }

  private readCell(text: string, cell: { row: GridRow; at: number; column: number }): void {
    const { row, at, column } = cell
    const place = row.placeOf(column)
    if (this.isLabel(text) && !this.isAnswer(at, column)) {
      // What is merged down over several rows goes on.
      const before = row.isCovered(column) ? this.entries.findLast(({ label }) => label === text) : undefined
      this.current = before ?? this.begin(text, place, { row: at, column })
    } else if (this.labelled(text) === undefined) {
      if (!row.isCovered(column)) this.current?.texts.push({ text, column, at: place })
    } else {
      for (const part of text.split(APART)) this.readPart(part, cell)
    }
  }

  /** Right beside a label stands what belongs to it, though it be a label elsewhere: 决议, 同意. */
  private isAnswer(row: number, column: number): boolean {
    const { current } = this
    return current?.row === row && current.column === column - 1 && current.texts.length === 0
  }

  private readPart(part: string, { row, at, column }: { row: GridRow; at: number; column: number }): void {
    const place = row.placeOf(column)
    const found = this.labelled(part) ?? (this.isLabel(part) ? { label: part.trim(), text: '' } : undefined)
    if (found !== undefined) this.current = this.begin(found.label, place, { row: at, column })
    const text = found?.text ?? part.trim()
    if (text !== '') this.current?.texts.push({ text, column, at: place })
  }

  private labelled(text: string): { label: string; text: string } | undefined {
    const [, label = '', rest = ''] = LABELLED.exec(text) ?? []
    return rest !== '' && this.isLabel(label) ? { label: label.trim(), text: rest.trim() } : undefined
  }

  private isLabel(text: string): boolean {
    if (text.length > LONGEST_LABEL) return false
    return this.fields.scope('record').fieldOf(text) !== undefined || this.fields.isKept(text)
  }

  private begin(label: string, labelAt: Place, cell: Pick<Draft, 'row' | 'column'>): Draft {
    const entry: Draft = { label, labelAt, ...cell, texts: [] }
    this.entries.push(entry)
    return entry
  }
}

const NO_COLUMNS: ReadonlySet<number> = new Set()
