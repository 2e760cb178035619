import type { SourceEntry } from '../../source/node.ts'
import type { Located, Place } from '../../source/place.ts'
import { isBlank } from '../keys.ts'
import type { Reading } from '../reading.ts'
import { branchIn, branchNameIn } from './branch-name.ts'
import { branchOfTable } from './branch-of-table.ts'
import { Columns, type Given } from './columns.ts'
import { CONTINUED, NO_EVENT, OF_EVENT, SHORT } from './field-groups.ts'
import { filledColumns, type Grid, type GridRow, onlyText } from './grid.ts'
import type { Header } from './header-row.ts'
import { JoinedRow } from './joined-row.ts'
import { kindIn, kindOfTitle, withoutNumbering } from './kind-of-table.ts'
import type { PassedOver } from './passed-over.ts'
import { idleRow } from './row-kinds.ts'
import type { Surrounding } from './surroundings.ts'
import type { RecordRow } from './table-row.ts'

/** Printed numbers of rows. */
const NUMBERS = /^(?:序号|次数|第几次|编号|月份|季度|年月|[Nn][Oo]\.?)$/u

/** The records below one header. */
export class RecordTable {
  readonly header: Header
  private readonly grid: Grid
  private readonly columns: Columns<'record'>
  private readonly idle: ReadonlySet<number>
  private readonly event: ReadonlySet<number>
  private readonly prose: ReadonlySet<number>
  private readonly surroundings: readonly Surrounding[]
  private readonly reading: Reading
  private kind: Located<string> | undefined
  private branch: Located<string> | undefined

  constructor(grid: Grid, header: Header, surroundings: readonly Surrounding[], reading: Reading) {
    this.grid = grid
    this.header = header
    this.surroundings = surroundings
    this.reading = reading
    this.columns = new Columns('record', header, grid.rows, reading)
    this.idle = new Set([...this.columns.indexesOf(NO_EVENT), ...this.columns.indexesNamed(NUMBERS)])
    this.event = this.columns.indexesOf(OF_EVENT)
    this.prose = this.columns.indexesOf(CONTINUED)
    this.kind = this.columns.has('kinds') ? undefined : this.kindAround()
    this.branch = this.columns.has('branch') ? undefined : branchOfTable(surroundings, reading)
  }

  /** The table below a further header of the same sheet, for which the heads of sections still hold. */
  under(header: Header): RecordTable {
    const next = new RecordTable(this.grid, header, this.surroundings, this.reading)
    next.kind = this.kind ?? next.kind
    next.branch = next.branch ?? this.branch
    return next
  }

  /** Why the row is no record. The head of a section may tell the kind or the branch of what follows. */
  idleRow(row: GridRow): PassedOver | undefined {
    const idle = idleRow(row, this.idle)
    const only = onlyText(row)
    if (only === undefined || only.column > 1 || this.event.has(only.column)) return idle
    if (idle !== undefined && idle !== 'number-only') return idle
    if (this.takeSection(only.text, row.placeOf(only.column))) return 'section'
    return idle ?? (only.column === 0 ? 'section' : undefined)
  }

  private takeSection(text: string, at: Place): boolean {
    const kind = kindOfTitle(text, this.reading.settings.kinds)
    const name = withoutNumbering(text)
    if (kind !== undefined) this.kind = { value: kind, at }
    else if (branchNameIn(name) === name) this.branch = { value: name, at }
    else return false
    return true
  }

  /** The record that begins in this row, and how many rows it takes. */
  recordAt(at: number): { row: GridRow; height: number } {
    const { rows } = this.grid
    const first = rows[at]
    if (first === undefined) throw new RangeError('no such row')
    let end = at + 1
    for (let row = rows[end]; row !== undefined && this.continues(row); row = rows[end]) end += 1
    const further = rows.slice(at + 1, end)
    if (further.length === 0) return { row: first, height: 1 }
    this.tellJoined(further)
    return { row: new JoinedRow(first, further), height: end - at }
  }

  /** The row as a record; `undefined` where it is rejected, which is told. */
  read(row: GridRow): RecordRow | undefined {
    this.reading.rows += 1
    const columns = this.isShifted(row) ? this.columns.leading(SHORT) : undefined
    const fields = this.columns.fieldsOf(row, this.given(), columns)
    if (columns?.size === 0) return this.reject('shifted-row', SHIFTED_LOST, row)
    if (columns !== undefined) this.reading.warn('shifted-row', SHIFTED, row.at, excerptOf(row))
    const branch = this.branchOf(fields.first('branch'))
    return branch === undefined ? this.reject('no-branch', NO_BRANCH, row) : { scope: 'record', fields, branch }
  }

  /** Merged cells say that rows belong together; where blank ones are taken to say so, it is told. */
  private tellJoined(further: readonly GridRow[]): void {
    const guessed = further.find((row) => [...this.event].every((column) => !row.isCovered(column)))
    if (guessed === undefined) return
    const message = '有的行没有日期和类型，只有议题一类的内容，按接着上一行的记录读取；如不对，请补上日期和类型'
    this.reading.noteOnce('joined-rows', message, guessed.at, excerptOf(guessed))
  }

  /** What the surroundings say of each record: the kind, where no column does. */
  private given(): Given<'record'>[] {
    return this.kind === undefined || this.columns.has('kinds') ? [] : [givenKind(this.kind)]
  }

  private reject(code: string, message: string, row: GridRow): undefined {
    this.reading.rejected += 1
    this.reading.error(code, message, row.at, excerptOf(row))
    return undefined
  }

  /** Sheets have cells of their own; in a text, cells beyond the last column come of a comma between no quotes. */
  private isShifted(row: GridRow): boolean {
    return this.grid.sheet === undefined && this.columns.overflows(row)
  }

  /**
   * Whether the row goes on with the record above: the cells of what was held are merged with those above or blank, and
   * it has nothing of its own but prose.
   */
  private continues(row: GridRow): boolean {
    if (this.event.size === 0) return false
    const filled = filledColumns(row)
    const own = filled.filter((column) => !row.isCovered(column))
    if (own.some((column) => !this.prose.has(column))) return false
    return own.length > 0 || filled.some((column) => this.event.has(column))
  }

  /** The branch of a row: its own, else that of the row above, which is told, else that of the table. */
  private branchOf(entry: SourceEntry | undefined): Located<string> | undefined {
    if (entry === undefined) return this.branch
    const { value } = entry
    if (value.type === 'scalar' && !isBlank(value)) {
      this.branch = { value: value.text.trim(), at: value.at }
      return this.branch
    }
    const branch = this.branch ?? branchIn(this.surroundings)
    if (branch === undefined) return undefined
    this.reading.note(
      'guessed-branch',
      `这一行的「${entry.key}」是空的，按「${branch.value}」读取；如不对，请补上`,
      value.at,
      branch.value,
    )
    return branch
  }

  private kindAround(): Located<string> | undefined {
    const near = this.surroundings.filter(({ called }) => called !== '文件夹名')
    const found = kindIn(near, this.reading.settings.kinds)
    if (found === undefined) return undefined
    const { kind, from } = found
    this.reading.noteOnce(
      'guessed-kind',
      `表里没有“类型”一栏，按${from.called}「${from.text}」读作${kind}；如不对，请加上“类型”一栏`,
      from.at,
      from.text,
    )
    return { value: kind, at: from.at }
  }
}

const SHIFTED =
  '这一行的格子比表头多，多半是内容里有分隔符而没有加引号，后面的格子对不上表头，只读取了前面几格；请把这样的内容用英文引号（"）括起来'
const SHIFTED_LOST =
  '这一行的格子比表头多，多半是内容里有分隔符而没有加引号，格子对不上表头，没有读取；请把这样的内容用英文引号（"）括起来'
const NO_BRANCH = '这一行没有写明支部，上面的行和标题里也没有，没有读取；请在“支部”一列写明'

function excerptOf({ cells }: GridRow): string {
  return cells.filter((cell) => cell.trim() !== '').join('，')
}

function givenKind({ value, at }: Located<string>): Given<'record'> {
  return {
    field: 'kinds',
    entry: { key: '类型', keyAt: at, value: { type: 'scalar', text: value, quoted: false, at } },
  }
}
