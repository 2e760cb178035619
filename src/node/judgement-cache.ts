import { createHash } from 'node:crypto'
import { closeSync, openSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { PlainDate } from '../calendar/plain-date.ts'
import { type JudgedFile, judgeFile } from '../check.ts'
import { type ExaminedFile, examineLedger, type ReadingContext } from './judge-ledger.ts'
import { holdsOn, type KeptDays } from './kept-days.ts'
import type { LedgerFile } from './ledger-files.ts'
import { writeOutput } from './output-file.ts'
import { pack, unpack } from './packed.ts'
import { openFile, type PackedFile, type PackedHead, packFile, type ReadBytes, withDigests } from './packed-file.ts'
import { bytesOf, type ScratchFile } from './scratch-file.ts'

/** A judged file as bytes, its facts among them or in a file of the cache. */
export interface StowedFile extends Pick<PackedFile, 'head' | 'results'> {
  readonly facts: Uint8Array | KeptFacts
}

/** A file as it was judged, and as the cache keeps it where it does. */
export interface JudgedOne {
  readonly judged: JudgedFile
  readonly kept?: StowedFile
}

interface KeptFacts {
  readonly path: string
  /** Stands for the content of the file and that of the scripts it names. */
  readonly digest: string
}

export type JudgeOne = (file: LedgerFile) => Promise<JudgedOne | undefined>

/** The opening of an entry; the results follow it as bytes. */
interface Opening {
  readonly days: KeptDays
  /** The scripts that the file names, each with the hash of its content. */
  readonly scripts: Readonly<Record<string, string>>
  readonly head: PackedHead
  /** Bytes of the facts, in a file of their own: only the concluding rules ask for them, and seldom. */
  readonly facts: number
}

/** Of the number that an entry begins with: how long its opening is. */
const LENGTH_BYTES = 4

/**
 * Keeps what files came to by themselves, by their path, their content and that of the scripts they name. The folder
 * stands for everything else that the outcome depends on: program, rules, configuration, days examined. An entry tells
 * until which day it holds.
 */
export class JudgementCache {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** `undefined` where the file is not known as it stands now, or not for that day. */
  async recall(file: LedgerFile, asOf: PlainDate): Promise<StowedFile | undefined> {
    try {
      const key = await keyOf(file)
      const entry = await readFile(this.entryPath(key))
      const end = LENGTH_BYTES + entry.readUInt32LE(0)
      const { days, scripts, head, facts } = unpack<Opening>(entry.subarray(LENGTH_BYTES, end))
      if (!holdsOn(asOf, days)) return undefined
      for (const [path, hash] of Object.entries(scripts)) if ((await hashOfFile(path)) !== hash) return undefined
      if ((await stat(this.factsPath(key))).size !== facts) return undefined
      return { head, results: entry.subarray(end), facts: this.keptFacts(key, scripts) }
    } catch {
      return undefined
    }
  }

  /** Judges the file and keeps what it came to. A folder that can't be written to is no reason to fail. */
  async judge(file: LedgerFile, context: ReadingContext): Promise<JudgedOne | undefined> {
    const key = await keyOf(file).catch(() => undefined)
    const examined = await examineLedger(file, context)
    if (examined === undefined) return undefined
    const judged = judgeFile(examined.part, context.setup, examined.scripts)
    if (key === undefined) return { judged }
    try {
      const packed = packFile(judged)
      const scripts = await hashesOf(examined)
      await this.keep(key, packed, { days: daysOf(judged, context), scripts })
      const facts = this.keptFacts(key, scripts)
      const { head, results } = packed
      return { judged: withDigests(judged, facts.digest), kept: { head, results, facts } }
    } catch {
      return { judged }
    }
  }

  private async keep(
    key: string,
    { head, results, facts }: PackedFile,
    known: Pick<Opening, 'days' | 'scripts'>,
  ): Promise<void> {
    const opening = pack({ ...known, head, facts: facts.length } satisfies Opening)
    const length = Buffer.alloc(LENGTH_BYTES)
    length.writeUInt32LE(opening.length)
    await writeOutput(this.factsPath(key), facts)
    await writeOutput(this.entryPath(key), Buffer.concat([length, opening, results]))
  }

  private keptFacts(key: string, scripts: Opening['scripts']): KeptFacts {
    const digest = createHash('sha256').update(key).update(JSON.stringify(scripts)).digest('hex')
    return { path: this.factsPath(key), digest }
  }

  private entryPath(key: string): string {
    return join(this.folder, `${key}.judged`)
  }

  private factsPath(key: string): string {
    return join(this.folder, `${key}.facts`)
  }
}

function daysOf({ readings }: JudgedFile, { setup }: ReadingContext): KeptDays {
  const ends = readings.flatMap(({ judged }) => judged.holdsUntil ?? [])
  return { from: setup.asOf, until: ends.sort()[0] }
}

/** How a file is judged, with a cache and without. */
export function judgeOneFor(context: ReadingContext, folder: string | undefined): JudgeOne {
  if (folder !== undefined) {
    const cache = new JudgementCache(folder)
    return (file) => cache.judge(file, context)
  }
  return async (file) => {
    const examined = await examineLedger(file, context)
    return examined && { judged: judgeFile(examined.part, context.setup, examined.scripts) }
  }
}

export function stowFile({ judged, kept }: JudgedOne): StowedFile {
  return kept ?? packFile(judged)
}

/**
 * The judged file again; what is long in it comes from its bytes whenever it is asked for, and these are put into
 * `scratch` where there is one.
 */
export function openStowed({ head, results, facts }: StowedFile, scratch?: ScratchFile): JudgedFile {
  const opened = { results: put(results, scratch) }
  if (facts instanceof Uint8Array) return openFile(head, { ...opened, facts: put(facts, scratch) })
  const { path, digest } = facts
  return openFile(head, { ...opened, facts: (start, end) => bytesIn(path, start, end), digest })
}

/** The bytes, in the file where there is one. */
function put(bytes: Uint8Array, scratch: ScratchFile | undefined): ReadBytes {
  return scratch === undefined ? held(bytes) : written(scratch, scratch.append(bytes))
}

function held(bytes: Uint8Array): ReadBytes {
  return (start, end) => bytes.subarray(start, end)
}

/** A function of its own: beside the bytes it would keep them in memory. */
function written(scratch: ScratchFile, begin: number): ReadBytes {
  return (start, end) => scratch.read(begin + start, begin + end)
}

function bytesIn(path: string, start: number, end: number): Uint8Array {
  const file = openSync(path, 'r')
  try {
    return bytesOf(file, start, end)
  } finally {
    closeSync(file)
  }
}

async function hashesOf({ scripts }: ExaminedFile): Promise<Opening['scripts']> {
  const hashes: Record<string, string> = {}
  for (const path of [...scripts.keys()].sort()) hashes[path] = await hashOfFile(path)
  return hashes
}

async function keyOf({ path, label, isNamed, history = [] }: LedgerFile): Promise<string> {
  return createHash('sha256')
    .update(`${label}\n${isNamed}\n${JSON.stringify(history)}\n`)
    .update(await readFile(path))
    .digest('hex')
}

const ABSENT = '-'

async function hashOfFile(path: string): Promise<string> {
  try {
    if (!(await stat(path)).isFile()) return ABSENT
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  } catch {
    return ABSENT
  }
}
