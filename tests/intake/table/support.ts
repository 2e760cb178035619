import rules from 'taizhang:rules'
import { Reading } from '../../../src/intake/reading.ts'
import { builtinIntakeSettings } from '../../../src/intake/settings.ts'
import { readCsv, readWorkbook, type TableRow, type Workbook } from '../../../src/intake/table/index.ts'
import type { SourceEntry } from '../../../src/source/node.ts'

const settings = builtinIntakeSettings(rules)

/** Fields of a row that the tests look at, by the model's names. */
const SHOWN = {
  record: [
    ...([
      'kinds',
      'date',
      'time',
      'place',
      'chair',
      'due',
      'present',
      'absent',
      'votersDue',
      'agenda',
      'decisions',
    ] as const),
    ...(['title', 'lectureTitle', 'enteredOn', 'code'] as const),
  ],
  member: ['name', 'status', 'joined'],
} as const

export interface ReadRows {
  /** Each row as `支部 | 2026-01-05 …`: the branch, then what is given for each field, by name. */
  readonly rows: readonly { readonly branch: string; readonly fields: Readonly<Record<string, string>> }[]
  /** `severity code line:column message`, `sheet!cell` in place of line and column where there are any. */
  readonly problems: readonly string[]
  /** Rows met, rejected, passed over. */
  readonly counts: readonly [rows: number, rejected: number, passedOver: number]
  readonly year: number | undefined
}

export function csvRows(text: string, file = '杏园社区第一党支部/台账.csv'): ReadRows {
  const reading = new Reading(file, settings)
  return readAll(readCsv(text, reading), reading)
}

export function workbookRows(workbook: Workbook, file = '杏园社区第一党支部/台账.xlsx'): ReadRows {
  const reading = new Reading(file, settings)
  return readAll(readWorkbook(workbook, reading), reading)
}

function readAll(rows: Iterable<TableRow>, reading: Reading): ReadRows {
  const read = [...rows].map((row) => ({ branch: row.branch.value, fields: fieldsOf(row) }))
  const date = reading.dates.read('3月12日')?.date
  return {
    rows: read,
    problems: reading.problems.map(({ severity, code, message, evidence: [at] }) => {
      const where = at?.cell === undefined ? `${at?.line}:${at?.column}` : `${at.sheet}!${at.cell}`
      return `${severity} ${code} ${where} ${message}`
    }),
    counts: [reading.rows, reading.rejected, reading.passedOver],
    year: date === undefined ? undefined : Number(date.slice(0, 4)),
  }
}

function fieldsOf(row: TableRow): Record<string, string> {
  const given =
    row.scope === 'record'
      ? SHOWN.record.map((field) => [field, row.fields.all(field)] as const)
      : SHOWN.member.map((field) => [field, row.fields.all(field)] as const)
  const texts = given.flatMap(([field, entries]) => entries.map((entry) => [field, textOf(entry)] as const))
  return Object.fromEntries(texts.filter(([, text]) => text !== ''))
}

function textOf({ value }: SourceEntry): string {
  return value.type === 'scalar' ? value.text : ''
}

/** The places of one field, row by row: `line:column`. */
export function csvPlaces(text: string, field: 'date' | 'agenda' | 'due'): string[] {
  const reading = new Reading('a.csv', settings)
  return [...readCsv(text, reading)].map((row) => {
    const at = row.scope === 'record' ? row.fields.first(field)?.value.at : undefined
    return `${row.fields.at.line} ${at?.line}:${at?.column}`
  })
}
