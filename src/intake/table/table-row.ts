import type { Located } from '../../source/place.ts'
import type { Fields } from '../keys.ts'

/** A row that is a record, of the branch that the row or the table names. */
export interface RecordRow {
  readonly scope: 'record'
  readonly fields: Fields<'record'>
  readonly branch: Located<string>
}

/** A row of a roster. */
export interface MemberRow {
  readonly scope: 'member'
  readonly fields: Fields<'member'>
  readonly branch: Located<string>
}

export type TableRow = RecordRow | MemberRow
