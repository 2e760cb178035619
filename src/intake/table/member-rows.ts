import type { Located } from '../../source/place.ts'
import { type Fields, isBlank } from '../keys.ts'
import type { Reading } from '../reading.ts'
import { branchOfTable } from './branch-of-table.ts'
import { Columns } from './columns.ts'
import type { Grid } from './grid.ts'
import { type Header, repeatsHeader } from './header-row.ts'
import { partialRoster } from './partial-roster.ts'
import { blocksOf, RowPart } from './roster-blocks.ts'
import { idleRow } from './row-kinds.ts'
import type { Surrounding } from './surroundings.ts'
import type { MemberRow } from './table-row.ts'

const NUMBERS = /^(?:序号|编号|[Nn][Oo]\.?)$/u

/** The members of a roster (党员名册): rows with a name. */
export function* readMembers(
  grid: Grid,
  header: Header,
  surroundings: readonly Surrounding[],
  reading: Reading,
): Generator<MemberRow> {
  const partial = partialRoster(surroundings)
  if (partial !== undefined) {
    const message = `${partial.from.called}「${partial.from.text}」写明是“${partial.words}”，不是全体党员的名册，没有当作党员名册读取`
    reading.note('partial-roster', message, partial.from.at, partial.from.text)
    return
  }
  const blocks = blocksOf(header, reading.settings.fields).map((block) => blockOf(block, grid, reading))
  let branch: Located<string> | undefined
  for (const row of grid.rows.slice(header.at + header.height)) {
    if (repeatsHeader(row, header)) continue
    for (const { columns, own, idle } of blocks) {
      const part = blocks.length === 1 ? row : new RowPart(row, own)
      if (idleRow(part, idle) !== undefined) continue
      const fields = columns.fieldsOf(part)
      branch = branchIn(fields) ?? branch ?? branchOfTable(surroundings, reading)
      yield { scope: 'member', fields, branch }
    }
  }
}

/** The columns of a roster, or of one of the blocks that it stands in. */
interface Block {
  readonly columns: Columns<'member'>
  readonly own: ReadonlySet<number>
  readonly idle: ReadonlySet<number>
}

function blockOf(header: Header, grid: Grid, reading: Reading): Block {
  const columns = new Columns('member', header, grid.rows, reading)
  return {
    columns,
    own: new Set(header.names.flatMap((name, column) => (name === '' ? [] : [column]))),
    idle: new Set([...columns.indexesOf(new Set(['branch'])), ...columns.indexesNamed(NUMBERS)]),
  }
}

function branchIn(fields: Fields<'member'>): Located<string> | undefined {
  const value = fields.first('branch')?.value
  return value?.type === 'scalar' && !isBlank(value) ? { value: value.text.trim(), at: value.at } : undefined
}
