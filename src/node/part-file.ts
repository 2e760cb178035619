import { createReadStream } from 'node:fs'
import { mkdir, open } from 'node:fs/promises'
import { dirname } from 'node:path'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import type { CorpusText } from '../checks/contract.ts'
import type { ExpectedBranch } from '../ledger/expected-branch.ts'
import type { Problem } from '../source/problem.ts'
import type { ExaminedFile } from './judge-ledger.ts'

const Day = z.custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined)

/** What a part file says of the run that it is a part of; all parts of a run say the same but for their number. */
const Header = z.strictObject({
  taizhangPart: z.literal(1),
  /** Program, rules and configuration that the ledgers were read with. */
  key: z.string(),
  part: z.int().positive(),
  of: z.int().positive(),
  asOf: Day,
  /** Absent where none was named. */
  period: z.strictObject({ from: Day, to: Day }).optional(),
  branches: z.array(z.string()),
  rules: z.array(z.string()).optional(),
  // What the program itself wrote is taken at its word.
  roster: z.array(z.custom<ExpectedBranch>()),
  corpus: z.array(z.custom<CorpusText>()),
  problems: z.array(z.custom<Problem>()),
})
export type PartHeader = z.infer<typeof Header>

interface Line {
  readonly part: ExaminedFile['part']
  readonly scripts: readonly (readonly [
    string,
    ExaminedFile['scripts'] extends ReadonlyMap<string, infer T> ? T : never,
  ])[]
}

const OPENING = ',"files":['
const CLOSING = ']}'

/** Writes the examined files of one shard, one a line, so that they can be read one by one again. It is JSON all the same. */
export async function writePartFile(
  path: string,
  header: PartHeader,
  files: AsyncIterable<ExaminedFile>,
): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  const file = await open(path, 'w')
  try {
    await file.write(`${JSON.stringify(header).slice(0, -1)}${OPENING}\n`)
    let separator = ''
    for await (const { part, scripts } of files) {
      const line: Line = { part, scripts: [...scripts] }
      await file.write(`${separator}${JSON.stringify(line)}`)
      separator = ',\n'
    }
    await file.write(`\n${CLOSING}\n`)
  } finally {
    await file.close()
  }
}

/** @throws where the file is none that `check --shard` wrote */
export async function readPartHeader(path: string): Promise<PartHeader> {
  for await (const line of linesOf(path)) {
    return Header.parse(JSON.parse(`${line.slice(0, -OPENING.length)}}`))
  }
  throw new RangeError('empty')
}

/** The examined files of a shard, one after another. */
export async function* readPartFile(path: string): AsyncIterable<ExaminedFile> {
  let isHeader = true
  for await (const line of linesOf(path)) {
    if (isHeader) isHeader = false
    else if (line !== CLOSING && line !== '') yield examinedFile(line)
  }
}

function examinedFile(line: string): ExaminedFile {
  const { part, scripts }: Line = JSON.parse(line.replace(/,$/, ''))
  return { part, scripts: new Map(scripts) }
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
}
