import type { JudgedFile, JudgedReading } from '../check.ts'
import type { RuleFacts } from '../engine/judge.ts'
import { pack, unpack } from './packed.ts'

/** Where a value begins and ends among bytes. */
type Extent = readonly [start: number, end: number]

interface PackedReading extends Omit<JudgedReading, 'judged'> {
  readonly judged: Omit<JudgedReading['judged'], 'results' | 'facts'>
  readonly results: Extent
  readonly facts: readonly (Pick<RuleFacts, 'rule' | 'branch'> & { readonly extent: Extent })[]
}

/** A judged file without what is long in it, and where among the bytes that stands. */
export interface PackedHead extends Omit<JudgedFile, 'readings'> {
  readonly readings: readonly PackedReading[]
}

/** A judged file as it goes from thread to thread and into the cache: what takes room in it is bytes. */
export interface PackedFile {
  readonly head: PackedHead
  readonly results: Uint8Array
  readonly facts: Uint8Array
}

export function packFile({ readings, ...rest }: JudgedFile): PackedFile {
  const results = new Bytes()
  const facts = new Bytes()
  const packed = readings.map(({ judged: { results: found, facts: collected, ...judged }, ...reading }) => ({
    ...reading,
    judged,
    results: results.add(found),
    facts: collected.map(({ rule, branch, facts: ofRule }) => ({ rule, branch, extent: facts.add(ofRule) })),
  }))
  return { head: { ...rest, readings: packed }, results: results.joined(), facts: facts.joined() }
}

/** The bytes of something from one place to another. */
export type ReadBytes = (start: number, end: number) => Uint8Array

/** What of a packed file is read when it is asked for. */
export interface PackedSource {
  readonly results: ReadBytes
  readonly facts: ReadBytes
  /** Stands for the facts where they are known from before. */
  readonly digest?: string | undefined
}

/** The judged file again; what is long in it is made out of its bytes whenever somebody asks for it. */
export function openFile(head: PackedHead, source: PackedSource): JudgedFile {
  return { ...head, readings: head.readings.map((reading, index) => openReading(reading, source, index)) }
}

function openReading(
  { results: [start, end], facts, judged, ...reading }: PackedReading,
  source: PackedSource,
  index: number,
): JudgedReading {
  return {
    ...reading,
    judged: {
      ...judged,
      get results() {
        return unpack<JudgedReading['judged']['results']>(source.results(start, end))
      },
      facts: facts.map(({ rule, branch, extent }, at) => ({
        rule,
        branch,
        digest: source.digest && digestOf(source.digest, index, at),
        get facts() {
          return unpack<RuleFacts['facts']>(source.facts(...extent))
        },
      })),
    },
  }
}

/** A file that was judged just now, its facts marked as those that are known from before are. */
export function withDigests(file: JudgedFile, digest: string): JudgedFile {
  const readings = file.readings.map((reading, index) => {
    const facts = reading.judged.facts.map((one, at) => ({ ...one, digest: digestOf(digest, index, at) }))
    return { ...reading, judged: { ...reading.judged, facts } }
  })
  return { ...file, readings }
}

function digestOf(ofFile: string, reading: number, rule: number): string {
  return `${ofFile}.${reading}.${rule}`
}

/** Packed values one behind the other. */
class Bytes {
  private readonly parts: Uint8Array[] = []
  private end = 0

  add(value: unknown): Extent {
    const bytes = pack(value)
    this.parts.push(bytes)
    this.end += bytes.length
    return [this.end - bytes.length, this.end]
  }

  /** In memory of their own, which can be handed over to another thread. */
  joined(): Uint8Array {
    const bytes = new Uint8Array(this.end)
    let at = 0
    for (const part of this.parts) {
      bytes.set(part, at)
      at += part.length
    }
    return bytes
  }
}
