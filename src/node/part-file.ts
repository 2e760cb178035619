import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { createInterface } from 'node:readline'
import * as z from 'zod'
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import type { CorpusText } from '../checks/contract.ts'
import type { ExpectedBranch } from '../ledger/expected-branch.ts'
import type { Problem } from '../source/problem.ts'
import type { ExaminedFile } from './judge-ledger.ts'
import { inPlaceOf } from './output-file.ts'

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
  /** Stands for the files that were shared out: each part counts on the others having seen the same. */
  listing: z.string(),
  /** How much of the project the run sees: decides what can be said to be gone. */
  isPartial: z.boolean(),
  isNarrowed: z.boolean(),
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
/** What the last line begins with; the hash of all lines before it follows. */
const CLOSING = '],"sha256":"'

/** A part file that was cut short or altered on its way: what it lost, nobody would miss. */
export class DamagedPart extends Error {}

export function listingOf(files: readonly { readonly label: string }[]): string {
  const hash = createHash('sha256')
  for (const { label } of files) hash.update(`${label}\n`)
  return hash.digest('hex')
}

/** Writes the examined files of one shard, one a line, so that they can be read one by one again. It is JSON all the same. */
export async function writePartFile(
  path: string,
  header: PartHeader,
  files: AsyncIterable<ExaminedFile>,
): Promise<void> {
  await inPlaceOf(path, async (draft) => {
    const file = await open(draft, 'w')
    try {
      await writeLines(file, header, files)
    } finally {
      await file.close()
    }
  })
}

async function writeLines(file: FileHandle, header: PartHeader, files: AsyncIterable<ExaminedFile>): Promise<void> {
  const hash = createHash('sha256')
  const write = async (line: string) => {
    hash.update(line)
    await file.write(`${line}\n`)
  }
  await write(`${JSON.stringify(header).slice(0, -1)}${OPENING}`)
  let last: string | undefined
  for await (const { part, scripts } of files) {
    if (last !== undefined) await write(`${last},`)
    const line: Line = { part, scripts: [...scripts] }
    last = JSON.stringify(line)
  }
  if (last !== undefined) await write(last)
  await file.write(`${CLOSING}${hash.digest('hex')}"}\n`)
}

/** @throws where the file is none that `check --shard` wrote */
export async function readPartHeader(path: string): Promise<PartHeader> {
  for await (const line of linesOf(path)) {
    return Header.parse(JSON.parse(`${line.slice(0, -OPENING.length)}}`))
  }
  throw new RangeError('empty')
}

/**
 * The examined files of a shard, one after another.
 *
 * @throws DamagedPart
 */
export async function* readPartFile(path: string): AsyncIterable<ExaminedFile> {
  const hash = createHash('sha256')
  let isHeader = true
  for await (const line of linesOf(path)) {
    if (line.startsWith(CLOSING)) {
      if (line === `${CLOSING}${hash.digest('hex')}"}`) return
      break
    }
    hash.update(line)
    if (isHeader) isHeader = false
    else yield examinedFile(line, path)
  }
  throw new DamagedPart(path)
}

function examinedFile(line: string, path: string): ExaminedFile {
  try {
    const { part, scripts }: Line = JSON.parse(line.replace(/,$/, ''))
    return { part, scripts: new Map(scripts) }
  } catch (cause) {
    throw new DamagedPart(path, { cause })
  }
}

function linesOf(path: string): AsyncIterable<string> {
  return createInterface({ input: createReadStream(path, 'utf8'), crlfDelay: Number.POSITIVE_INFINITY })
}
