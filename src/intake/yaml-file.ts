import type { Branch } from '../ledger/schema.ts'
import type { SourceEntry, SourceMap, SourceNode } from '../source/node.ts'
import { branchNamed, branchOf, readBranch } from './branch.ts'
import { Dates } from './date-reader.ts'
import { type FileName, nameOfFile, yearOfFile } from './file-names.ts'
import type { BranchReading } from './file-reading.ts'
import { type Fields, fieldsOf, isBlank } from './keys.ts'
import { holdsRecords, ledgersIn } from './ledger-shape.ts'
import { membersOf } from './members.ts'
import { type Reading, written } from './reading.ts'
import { entriesOf, itemsIn, registersOf } from './registers.ts'
import { nameOf, textOf } from './scalars.ts'
import type { RecordRow } from './table/index.ts'
import { branchesOfRows } from './table-branches.ts'
import { only, yearsIn } from './values/years.ts'

/** The branches that the documents of a YAML file are about: one a document, or a list of them. */
export function readDocuments(documents: readonly SourceNode[], reading: Reading): BranchReading[] {
  const branches = documents.flatMap((document) => readDocument(document, reading))
  if (branches.length === 0 && documents.every(isBlank)) {
    const at = { file: reading.file, line: 1, column: 1 }
    reading.note('empty-file', '文件里没有内容，没有可读的台账', at, '')
  }
  return branches
}

function readDocument(node: SourceNode, reading: Reading): BranchReading[] {
  if (isBlank(node)) return []
  if (node.type === 'map') return ledgersIn(node, reading).flatMap((map) => readLedger(map, reading) ?? [])
  if (node.type === 'scalar') return tellNoLedger(node, reading)
  const documents = node.items.filter((item) => item.type === 'map' && isLedger(item, reading))
  if (documents.length === 0) return bareRecords(node, reading)
  const stray = node.items.filter((item) => !documents.includes(item) && !isBlank(item))
  for (const item of stray) tellNoLedger(item, reading)
  return documents.flatMap((item) => readDocument(item, reading))
}

/** Whether the map has a field of a ledger, and not only such as a record may have too. */
function isLedger(map: SourceMap, reading: Reading): boolean {
  const { fields } = reading.settings
  const document = fields.scope('document')
  const record = fields.scope('record')
  const given = map.entries.filter(({ key }) => document.fieldOf(key) !== undefined)
  if (given.some(({ value }) => value.type !== 'scalar')) return !isRecord(map, reading)
  return (
    given.length > 0 &&
    map.entries.every(({ key }) => record.fieldOf(key) === undefined || document.fieldOf(key) !== undefined)
  )
}

function isRecord({ entries }: SourceMap, reading: Reading): boolean {
  const table = reading.settings.fields.scope('record')
  const fields = new Set(entries.filter(({ value }) => value.type === 'scalar').map(({ key }) => table.fieldOf(key)))
  return fields.has('date') || (fields.has('kinds') && (fields.has('time') || fields.has('due')))
}

function readLedger(map: SourceMap, reading: Reading): BranchReading | undefined {
  if (!isLedger(map, reading) && isRecord(map, reading)) return bareRecords(map, reading)[0]
  if (!hasLedgerField(map, reading)) {
    tellNoLedger(map, reading)
    return undefined
  }
  const { document, branch: flat } = split(map, reading)
  setYear([document.first('year'), yearOfBranch(document.first('branch'), reading)], reading)
  const branch = branchIn(document, flat, reading)
  const members = membersOf(document.first('members'), reading)
  const meetings = document.all('meetings').flatMap(({ key, value }) => entriesOf(value, key, undefined, reading))
  const registers = registersOf(document.all('registers'), reading)
  for (const entry of document.rest) tellLostSection(entry, reading)
  const records = [...meetings, ...registers.records]
  return { branch, members, records, registers: registers.names, origin: 'yaml', file: reading.file }
}

/** Records under a name that nothing is known by must not pass for something else. */
function tellLostSection({ key, keyAt, value }: SourceEntry, reading: Reading): void {
  if (!holdsRecords(value, reading)) return
  const message = `「${key}」不是台账认识的部分，里面像是有记录，没有读取；请把它们移到「组织生活」或「专项台账」下面`
  reading.error('lost-section', message, keyAt, key)
}

function hasLedgerField({ entries }: SourceMap, reading: Reading): boolean {
  const table = reading.settings.fields.scope('document')
  return entries.some(({ key }) => ![undefined, 'year'].includes(table.fieldOf(key) ?? table.guesses(key)[0]?.field))
}

/** A ledger may spread the fields of its branch over the outermost level. */
function split(map: SourceMap, reading: Reading): { document: Fields<'document'>; branch: SourceEntry[] } {
  const { fields } = reading.settings
  const [document, branch] = [fields.scope('document'), fields.scope('branch')]
  const isFlat = ({ key }: SourceEntry) => document.fieldOf(key) === undefined && branch.fieldOf(key) !== undefined
  const flat = map.entries.filter(isFlat)
  if (flat.length === 0) return { document: fieldsOf(map, 'document', reading), branch: [] }
  const rest: SourceMap = { ...map, entries: map.entries.filter((entry) => !isFlat(entry)) }
  return { document: fieldsOf(rest, 'document', reading), branch: flat }
}

/** The one year that the ledger says it is for, else that of the file's name; of two, dates that name none have neither. */
function setYear(entries: readonly (SourceEntry | undefined)[], reading: Reading): void {
  const texts = entries.flatMap((entry) => textOf(entry, reading)?.value ?? [])
  const years = yearsIn(texts)
  reading.dates = new Dates(years.size > 0 ? only(years) : yearOfFile(reading.file), false)
}

function yearOfBranch(entry: SourceEntry | undefined, { settings }: Reading): SourceEntry | undefined {
  const table = settings.fields.scope('branch')
  return entry && ofBranch(entry).find(({ key, value }) => !isBlank(value) && table.fieldOf(key) === 'year')
}

function branchIn(document: Fields<'document'>, flat: readonly SourceEntry[], reading: Reading): Branch {
  const entry = document.first('branch')
  const entries = [...(entry === undefined ? [] : ofBranch(entry)), ...flat]
  const at = entry?.value.at ?? document.at
  const branch =
    flat.length === 0
      ? entry && readBranch(entry, reading)
      : branchOf(fieldsOf({ type: 'map', entries, at }, 'branch', reading), reading)
  return branch ?? guessedBranch(entry?.value ?? { type: 'map', entries: [], at: document.at }, entries, reading)
}

function ofBranch(entry: SourceEntry): readonly SourceEntry[] {
  return entry.value.type === 'map' ? entry.value.entries : [entry]
}

/** A branch without a name takes that of its file or folder; what else is known of it is kept. */
function guessedBranch(node: SourceNode, entries: readonly SourceEntry[], reading: Reading): Branch {
  const { name } = tellFileName(node, reading)
  const known: SourceEntry = {
    key: '名称',
    keyAt: node.at,
    value: { type: 'scalar', text: name, quoted: true, at: node.at },
  }
  const all = entries.filter(({ value }) => !isBlank(value)).concat(known)
  const fields = fieldsOf({ type: 'map', entries: all, at: node.at }, 'branch', reading)
  return (entries.length === 0 ? undefined : branchOf(fields, reading)) ?? branchNamed({ value: name, at: node.at })
}

/** Records with nothing around them: the branch is the one that they name, else that of the file. */
function bareRecords(node: SourceNode, reading: Reading): BranchReading[] {
  setYear([], reading)
  const { name } = nameOfFile(reading.file)
  const rows = itemsIn(node, name, reading).map((fields): RecordRow => {
    const branch = nameOf(fields.first('branch'), reading) ?? { value: name, at: node.at }
    return { scope: 'record', fields, branch }
  })
  if (rows.some(({ branch }) => branch.value === name && branch.at === node.at)) {
    tellFileName(node, reading)
  }
  return branchesOfRows(rows, 'yaml', reading)
}

/** A name of a file that is a branch's is a guess like others; any other stands in for want of a better. */
function tellFileName({ at }: SourceNode, reading: Reading): FileName {
  const found = nameOfFile(reading.file)
  const { name, called, isSure } = found
  if (isSure)
    reading.note('guessed-branch', `没有写明支部名称，按${called}读作「${name}」；请在“支部”下写明“名称”`, at, name)
  else
    reading.warn(
      'unnamed-branch',
      `没有写明支部名称，暂${called === undefined ? '' : `按${called}`}称作「${name}」；请在“支部”下写明“名称”`,
      at,
      name,
    )
  return found
}

function tellNoLedger(node: SourceNode, reading: Reading): [] {
  reading.warn(
    'no-ledger',
    '没有找到台账的内容，没有读取；如果是台账，最外层应有“支部”“党员”“组织生活”等字段',
    node.at,
    written(node),
  )
  return []
}
