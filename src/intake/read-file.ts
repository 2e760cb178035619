import type { Place } from '../source/place.ts'
import { parseYaml } from '../source/yaml.ts'
import { decode } from './decode.ts'
import type { BranchReading, FileReading, IntakeFile } from './file-reading.ts'
import { Reading } from './reading.ts'
import { salvage } from './salvage-yaml.ts'
import type { IntakeSettings } from './settings.ts'
import { readCsv, readWorkbook } from './table/index.ts'
import { branchesOfRows } from './table-branches.ts'
import { readDocuments } from './yaml-file.ts'
import { holdsWideRecord } from './yaml-mistakes/wide-record.ts'

type TextReader = (text: string, reading: Reading) => BranchReading[]

const TEXT_READERS: Readonly<Record<string, TextReader>> = {
  yaml: readYaml,
  yml: readYaml,
  csv: readCsvFile,
  tsv: readCsvFile,
}

/** Reads one file by its ending. Whatever is wrong with it comes out as problems. */
export function readFile(file: IntakeFile, settings: IntakeSettings): FileReading {
  const { path } = file
  const reading = new Reading(path, settings)
  const branches = read(file, reading)
  const { rows, records, rejected, passedOver, problems, scripts } = reading
  return { path, rows, records, rejected, passedOver, branches: withLost(branches, reading), problems, scripts }
}

/** What was rejected belongs to a branch of the file, to which of several nobody can say. */
function withLost(branches: readonly BranchReading[], { rejected, problems }: Reading): readonly BranchReading[] {
  const lost = problems
    .filter(({ code, severity }) => PARTS_LOST.has(code) || (rejected > 0 && severity === 'error'))
    .filter(({ code }) => code !== 'missing-name')
    .flatMap(({ evidence }) => evidence)
  return lost.length === 0 ? branches : branches.map((branch) => ({ ...branch, lost }))
}

/** A part of the file that was not read. */
const PARTS_LOST: ReadonlySet<string> = new Set(['lost-table', 'hidden-table', 'lost-section'])

function read({ path, bytes, workbook }: IntakeFile, reading: Reading): BranchReading[] {
  const ending = /\.([^./]*)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  if (workbook !== undefined) return branchesOfRows(readWorkbook(workbook, reading), 'table', reading)
  const reader = TEXT_READERS[ending]
  if (reader === undefined) {
    const message = '这种文件读不了；台账应是 .yaml、.yml、.csv、.tsv 或 .xlsx 文件，请另存后再检查'
    reading.error('unsupported-file', message, top(reading), '')
    return []
  }
  const { text, remarks } = decode(bytes)
  for (const { code, severity, message, line } of remarks) {
    reading[TELLING[severity]](code, message, { ...top(reading), line }, '')
  }
  return text === undefined ? [] : reader(text, reading)
}

const TELLING = { error: 'error', warning: 'warn', info: 'note' } as const

function top({ file }: Reading): Place {
  return { file, line: 1, column: 1 }
}

function readCsvFile(text: string, reading: Reading): BranchReading[] {
  return branchesOfRows(readCsv(text, reading), 'table', reading)
}

/** A text with mistakes of form is read as far as it goes. */
function readYaml(text: string, reading: Reading): BranchReading[] {
  try {
    const documents = parseYaml(text, reading.file)
    if (!documents.some(holdsWideRecord)) return readDocuments(documents, reading)
  } catch (error) {
    if (!(error instanceof Error) || error.name !== 'YAMLException') throw error
  }
  const { documents, problems, rejected } = salvage(text, reading.file)
  reading.problems.push(...problems)
  const table = reading.settings.fields.scope('document')
  const lost = rejected.filter(({ key }) => table.fieldOf(key) === 'meetings' || table.fieldOf(key) === 'registers')
  reading.rows += lost.length
  reading.rejected += lost.length
  return readDocuments(documents, reading)
}
