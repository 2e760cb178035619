import type { Place } from './place.ts'

/**
 * What a file says before anybody asks what it means: scalars as text, lists, maps, each with its place.
 * YAML files and the rows of tables both come out as these, so that one reader of fields serves them all.
 */
export type SourceNode = SourceScalar | SourceList | SourceMap

export interface SourceScalar {
  readonly type: 'scalar'
  /** Decoded, never interpreted: `012` stays `012`. Empty where nothing was written. */
  readonly text: string
  /** Written in quotes or as a block: then `null`, `true` and numbers are text too. */
  readonly quoted: boolean
  /** Whether its further lines begin at the margin, as in a cell of a CSV file, and not under the first. */
  readonly flush?: boolean | undefined
  /** Whether its lines are not those of the file: it is folded or in quotes, or stands elsewhere. */
  readonly reflowed?: boolean | undefined
  readonly at: Place
}

export interface SourceList {
  readonly type: 'list'
  readonly items: readonly SourceNode[]
  readonly at: Place
}

export interface SourceMap {
  readonly type: 'map'
  readonly entries: readonly SourceEntry[]
  readonly at: Place
}

export interface SourceEntry {
  readonly key: string
  readonly keyAt: Place
  readonly value: SourceNode
}
