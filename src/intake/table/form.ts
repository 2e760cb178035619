import type { Place } from '../../source/place.ts'
import { foldKey } from '../key-form.ts'
import type { Reading } from '../reading.ts'
import { type FormEntry, type FormText, formEntries, type IdleFormRow } from './form-entries.ts'
import type { Grid, GridRow } from './grid.ts'
import type { Header } from './header-row.ts'

/** Records that are written as forms, as if they were rows of a table whose header are the labels. */
export interface Forms {
  readonly grid: Grid
  readonly header: Header
  /** Rows below the first label that belong to no form. */
  readonly idle: readonly IdleFormRow[]
}

/** A page of a minute book names at least so many things, in so many rows. */
const LEAST_FIELDS = 3
const LEAST_ROWS = 3
/** Without a day it takes more to know one by: a form may be about a person. */
const OF_MEETINGS: ReadonlySet<string> = new Set(['kinds', 'agenda', 'minutes', 'due', 'present', 'chair', 'recorder'])
const LEAST_OF_MEETINGS = 3
/** A minute book of a year has fewer rows; a table with more is not looked through cell by cell. */
const MOST_ROWS = 2000

/**
 * The forms of a sheet: 会议时间 on the left, the time on the right, one record below the other (会议记录表) or side by
 * side. `undefined` where it is a table or anything else.
 */
export function formsIn(grid: Grid, reading: Reading): Forms | undefined {
  if (grid.rows.length > MOST_ROWS) return undefined
  const { entries, idle, hasHeader } = formEntries(grid, reading.settings.fields)
  if (hasHeader) return undefined
  const begin = entries.findIndex(({ texts }) => texts.length > 0)
  const own = entries.slice(Math.max(begin, 0))
  const filled = own.filter(({ texts }) => texts.length > 0)
  const table = reading.settings.fields.scope('record')
  const fields = new Set(filled.flatMap(({ label }) => table.fieldOf(label) ?? []))
  if (fields.size < LEAST_FIELDS || new Set(filled.map(({ row }) => row)).size < LEAST_ROWS) return undefined
  const days = filled.filter(({ label }) => DAYS.has(table.fieldOf(label) ?? '')).map((entry) => daysIn(entry, reading))
  const most = Math.max(0, ...days)
  if (most === 0 && [...fields].filter((field) => OF_MEETINGS.has(field)).length < LEAST_OF_MEETINGS) return undefined
  const records = most > 1 ? sideBySide(own) : formsApart(own)
  return formsOf(own, records, idle, grid)
}

const DAYS: ReadonlySet<string> = new Set(['date', 'time', 'start'])

/** Whether the sheet is a form that nobody has filled in. */
export function isBlankForm(grid: Grid, { settings }: Reading): boolean {
  if (grid.rows.length > MOST_ROWS) return false
  const { entries, hasHeader } = formEntries(grid, settings.fields)
  if (hasHeader) return false
  const fields = entries.flatMap(({ label }) => settings.fields.scope('record').fieldOf(label) ?? [])
  const isOnce = new Set(fields).size === fields.length && fields.length > LEAST_FIELDS
  return (
    isOnce &&
    new Set(entries.map(({ row }) => row)).size >= LEAST_ROWS &&
    entries.every(({ texts }) => texts.length === 0)
  )
}

/** How many days stand behind the label; a second text that is none belongs to the first. */
function daysIn({ texts }: FormEntry, { dates }: Reading): number {
  return texts.filter(({ text }) => {
    const read = dates.read(text)
    return read?.date !== undefined || read?.yearMissing === true
  }).length
}

/** Where the label that the first form begins with comes again, another form begins. */
function formsApart(entries: readonly FormEntry[]): FormEntry[][] {
  const first = foldKey(entries[0]?.label ?? '')
  const forms: FormEntry[][] = []
  for (const entry of entries) {
    const last = forms.at(-1)
    if (last === undefined || foldKey(entry.label) === first) forms.push([entry])
    else last.push(entry)
  }
  return forms
}

/** Labels on the left, and a column for each record. */
function sideBySide(entries: readonly FormEntry[]): FormEntry[][] {
  const columns = [...new Set(entries.flatMap(({ texts }) => texts.map(({ column }) => column)))].sort((a, b) => a - b)
  return columns.map((column) =>
    entries.map((entry) => ({ ...entry, texts: entry.texts.filter((text) => text.column === column) })),
  )
}

function formsOf(
  entries: readonly FormEntry[],
  records: readonly (readonly FormEntry[])[],
  idle: readonly IdleFormRow[],
  { rows, sheet }: Grid,
): Forms {
  const columns = [...new Set(entries.map(({ label }) => foldKey(label)))]
  const labels = columns.flatMap((column) => entries.find(({ label }) => foldKey(label) === column) ?? [])
  const names = labels.map(({ label }) => label)
  const head = new FormRow(
    names,
    labels.map(({ labelAt }) => labelAt),
  )
  const top = entries[0]?.row ?? 0
  const forms = records.map((form) => rowOf(form, columns))
  return {
    grid: { rows: [...rows.slice(0, top), head, ...forms], ...(sheet !== undefined && { sheet }) },
    header: { scope: 'record', at: top, height: 1, names },
    idle,
  }
}

function rowOf(form: readonly FormEntry[], columns: readonly string[]): FormRow {
  const texts = columns.map((column) =>
    form.filter(({ label }) => foldKey(label) === column).flatMap((one) => one.texts),
  )
  const begin = form.flatMap((one) => one.texts)[0]?.at ?? form[0]?.labelAt
  return new FormRow(
    texts.map((ones) => ones.map(({ text }) => text).join('\n')),
    texts.map(([first]: readonly FormText[]) => first?.at),
    begin,
  )
}

/** The texts of a form, side by side; each knows where it stands on the sheet. */
class FormRow implements GridRow {
  readonly cells: readonly string[]
  private readonly places: readonly (Place | undefined)[]
  private readonly begin: Place | undefined

  constructor(cells: readonly string[], places: readonly (Place | undefined)[], begin = places[0]) {
    this.cells = cells
    this.places = places
    this.begin = begin
  }

  get at(): Place {
    return this.placeOf(-1)
  }

  placeOf(column: number): Place {
    const place = this.places[column] ?? this.begin
    if (place === undefined) throw new RangeError('a form says something')
    return place
  }

  isQuoted(): boolean {
    return false
  }

  isCovered(): boolean {
    return false
  }
}
