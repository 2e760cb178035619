import type { Branch, LedgerRecord, Member } from '../ledger/schema.ts'
import type { Located } from '../source/place.ts'
import { branchNamed } from './branch.ts'
import type { BranchReading } from './file-reading.ts'
import type { Fields } from './keys.ts'
import { readMember } from './member.ts'
import type { Reading } from './reading.ts'
import { readRecord } from './record.ts'
import { nameOf, readAs } from './scalars.ts'
import type { TableRow } from './table/index.ts'
import { readScene } from './values/flags.ts'

interface Gathered {
  branch: Branch
  members: Member[] | undefined
  readonly records: LedgerRecord[]
}

/** Puts the rows of a table under the branches that they name. */
export function branchesOfRows(
  rows: Iterable<TableRow>,
  origin: BranchReading['origin'],
  reading: Reading,
): BranchReading[] {
  const byName = new Map<string, Gathered>()
  for (const row of rows) {
    const gathered = gatheredFor(row, byName, reading)
    if (row.scope === 'record') {
      const record = readRecord(row.fields, reading)
      if (record !== undefined) gathered.records.push(record)
    } else {
      const member = readMember(row.fields, reading)
      gathered.members ??= []
      if (member !== undefined) gathered.members.push(member)
    }
  }
  return [...byName.values()].map(({ branch, members, records }) => ({
    branch,
    members,
    records,
    registers: [...new Set(records.flatMap(({ register }) => register ?? []))],
    origin,
    file: reading.file,
  }))
}

function gatheredFor(row: TableRow, byName: Map<string, Gathered>, reading: Reading): Gathered {
  const superior = row.scope === 'record' ? nameOf(row.fields.first('superior'), reading) : undefined
  const code = row.scope === 'record' ? nameOf(row.fields.first('branchCode'), reading) : undefined
  const key = code?.value ?? `${superior?.value ?? ''}\n${row.branch.value}`
  const known = byName.get(key)
  if (known !== undefined) return known
  const branch = {
    ...branchNamed(row.branch),
    ...(row.scope === 'record' && described(row.fields, superior, code, reading)),
  }
  const gathered: Gathered = { branch, members: undefined, records: [] }
  byName.set(key, gathered)
  return gathered
}

function described(
  fields: Fields<'record'>,
  superior: Located<string> | undefined,
  code: Located<string> | undefined,
  reading: Reading,
): Partial<Branch> {
  const scene = readAs(
    fields.first('scene'),
    reading,
    readScene,
    '农村、社区、机关、学校、国企、非公等领域',
    'bad-scene',
  )
  return {
    ...(code && { id: code.value, code }),
    ...(superior && { superior }),
    ...(scene && { scene }),
  }
}
