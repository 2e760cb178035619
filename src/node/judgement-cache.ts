import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type JudgedFile, type JudgedReading, judgeFile } from '../check.ts'
import type { RuleFacts } from '../engine/judge.ts'
import { type ExaminedFile, examineLedger, type ReadingContext } from './judge-ledger.ts'
import type { LedgerFile } from './ledger-files.ts'
import { writeOutput } from './output-file.ts'

export type JudgeOne = (file: LedgerFile) => Promise<JudgedFile | undefined>

/** What is kept of a file: all but the facts, which only the concluding rules ask for, and seldom. */
interface Entry {
  /** The scripts that it names, each with the hash of its content. */
  readonly scripts: Readonly<Record<string, string>>
  readonly judged: JudgedFile
  /** Rule and branch of the facts of each reading, in the order of the facts file. */
  readonly facts: readonly (readonly Pick<RuleFacts, 'rule' | 'branch'>[])[]
}

type Facts = readonly (readonly (readonly unknown[])[])[]

/**
 * Keeps what files came to by themselves, by their path, their content and that of the scripts they name. The folder
 * stands for everything else that the outcome depends on: program, rules, configuration, day.
 */
export class JudgementCache {
  private readonly folder: string

  constructor(folder: string) {
    this.folder = folder
  }

  /** `undefined` where the file is not known as it stands now. */
  async recall(file: LedgerFile): Promise<JudgedFile | undefined> {
    try {
      const key = await keyOf(file)
      const entry: Entry = JSON.parse(await readFile(join(this.folder, `${key}.json`), 'utf8'))
      for (const [path, hash] of Object.entries(entry.scripts)) if ((await hashOfFile(path)) !== hash) return undefined
      return this.withFacts(entry, key)
    } catch {
      return undefined
    }
  }

  /** Judges the file and keeps what it came to. A folder that can't be written to is no reason to fail. */
  async judge(file: LedgerFile, context: ReadingContext): Promise<JudgedFile | undefined> {
    const key = await keyOf(file).catch(() => undefined)
    const examined = await examineLedger(file, context)
    if (examined === undefined) return undefined
    const judged = judgeFile(examined.part, context.setup, examined.scripts)
    if (key === undefined) return judged
    const scripts = await hashesOf(examined)
    await this.keep(key, judged, scripts).catch(() => undefined)
    const source = sourceOf(key, scripts)
    return { ...judged, readings: judged.readings.map((reading, at) => withDigests(reading, `${source}.${at}`)) }
  }

  private async keep(key: string, judged: JudgedFile, scripts: Entry['scripts']): Promise<void> {
    const facts = judged.readings.map((reading) => reading.judged.facts)
    const entry: Entry = {
      scripts,
      judged: { ...judged, readings: judged.readings.map(withoutFacts) },
      facts: facts.map((ofReading) => ofReading.map(({ rule, branch }) => ({ rule, branch }))),
    }
    await writeOutput(this.factsPath(key), JSON.stringify(facts.map((ofReading) => ofReading.map((one) => one.facts))))
    await writeOutput(join(this.folder, `${key}.json`), JSON.stringify(entry))
  }

  private withFacts({ judged, facts, scripts }: Entry, key: string): JudgedFile {
    const source = sourceOf(key, scripts)
    let loaded: Facts | undefined
    const load = (): Facts => {
      loaded ??= JSON.parse(readFileSync(this.factsPath(key), 'utf8')) as Facts
      return loaded
    }
    return {
      ...judged,
      readings: judged.readings.map((reading, at) => ({
        ...reading,
        judged: {
          ...reading.judged,
          facts: (facts[at] ?? []).map(({ rule, branch }, index) => ({
            rule,
            branch,
            digest: digestOf(`${source}.${at}`, index),
            get facts() {
              return load()[at]?.[index] ?? []
            },
          })),
        },
      })),
    }
  }

  private factsPath(key: string): string {
    return join(this.folder, `${key}.facts.json`)
  }
}

/** How a file is judged, with a cache and without. */
export function judgeOneFor(context: ReadingContext, folder: string | undefined): JudgeOne {
  if (folder !== undefined) {
    const cache = new JudgementCache(folder)
    return (file) => cache.judge(file, context)
  }
  return async (file) => {
    const examined = await examineLedger(file, context)
    return examined && judgeFile(examined.part, context.setup, examined.scripts)
  }
}

function withoutFacts(reading: JudgedReading): JudgedReading {
  return { ...reading, judged: { ...reading.judged, facts: [] } }
}

function withDigests(reading: JudgedReading, source: string): JudgedReading {
  const facts = reading.judged.facts.map((one, index) => ({ ...one, digest: digestOf(source, index) }))
  return { ...reading, judged: { ...reading.judged, facts } }
}

/** Facts come from the ledger and from the scripts that it names. */
function sourceOf(key: string, scripts: Entry['scripts']): string {
  return createHash('sha256').update(key).update(JSON.stringify(scripts)).digest('hex')
}

function digestOf(source: string, index: number): string {
  return `${source}.${index}`
}

async function hashesOf({ scripts }: ExaminedFile): Promise<Entry['scripts']> {
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
    return createHash('sha256')
      .update(await readFile(path))
      .digest('hex')
  } catch {
    return ABSENT
  }
}
