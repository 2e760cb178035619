import type { FileHistory } from '../ledger/history.ts'
import type { Branch, LedgerRecord, Member } from '../ledger/schema.ts'
import type { LedgerOrigin } from '../ledger/vocabulary.ts'
import type { Evidence } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import type { ScriptRequest } from './reading.ts'
import type { Workbook } from './table/index.ts'

/** A file as it is handed in. */
export interface IntakeFile {
  /** As reports show it, `/` as separator. */
  readonly path: string
  readonly bytes: Uint8Array
  /** What an .xlsx file holds, opened by `openWorkbook` beforehand: that takes steps, and reading a file takes none. */
  readonly workbook?: Workbook | undefined
}

/** What one file says of one branch. */
export interface BranchReading {
  readonly branch: Branch
  /** Absent where the file has no roster. */
  readonly members?: readonly Member[] | undefined
  /** In the order of the file, with keys that are not unique yet. */
  readonly records: readonly LedgerRecord[]
  readonly registers: readonly string[]
  readonly origin: LedgerOrigin
  /** What stands in the file and could not be read as a record. */
  readonly lost?: readonly Evidence[] | undefined
  readonly file: string
}

/** What reading one file came to: plain data, so that it can be cached and sent between threads. */
export interface FileReading {
  readonly path: string
  /** Rows of tables and entries of lists; each is a record, rejected or passed over. */
  readonly rows: number
  readonly records: number
  readonly rejected: number
  readonly passedOver: number
  readonly branches: readonly BranchReading[]
  readonly problems: readonly Problem[]
  /** The script files that records name. */
  readonly scripts: readonly ScriptRequest[]
  /** What version control knows of it, where whoever brings it has asked. */
  readonly history?: FileHistory | undefined
}
