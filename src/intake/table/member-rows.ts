import type { Located } from '../../source/place.ts'
import { type Fields, isBlank } from '../keys.ts'
import type { Reading } from '../reading.ts'
import { branchOfTable } from './branch-of-table.ts'
import { Columns } from './columns.ts'
import type { Grid } from './grid.ts'
import { type Header, repeatsHeader } from './header-row.ts'
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
  const columns = new Columns('member', header, grid.rows, reading)
  const idle = new Set([...columns.indexesOf(new Set(['branch'])), ...columns.indexesNamed(NUMBERS)])
  let branch: Located<string> | undefined
  for (const row of grid.rows.slice(header.at + header.height)) {
    if (idleRow(row, idle) !== undefined || repeatsHeader(row, header)) continue
    const fields = columns.fieldsOf(row)
    branch = branchIn(fields) ?? branch ?? branchOfTable(surroundings, reading)
    yield { scope: 'member', fields, branch }
  }
}

function branchIn(fields: Fields<'member'>): Located<string> | undefined {
  const value = fields.first('branch')?.value
  return value?.type === 'scalar' && !isBlank(value) ? { value: value.text.trim(), at: value.at } : undefined
}
