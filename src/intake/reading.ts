import type { SourceNode } from '../source/node.ts'
import { evidenceAt, type Place } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import { Dates } from './date-reader.ts'
import type { IntakeSettings } from './settings.ts'

/** A script file (讲稿) that a record names, for whoever has the file system to bring. */
export interface ScriptRequest {
  /** As the path of the ledger is given, `/` as separator. */
  readonly path: string
  /** Where the record begins. */
  readonly record: Place
  readonly namedAt: Place
}

/** One file on its way to being read: what is known of it, and what reading it ran into. */
export class Reading {
  readonly file: string
  readonly settings: IntakeSettings
  readonly problems: Problem[] = []
  readonly scripts: ScriptRequest[] = []
  /** Rows of a table and entries of lists met, and what became of them. */
  rows = 0
  records = 0
  rejected = 0
  passedOver = 0
  /** Set anew once the year that the file is about is known. */
  dates = new Dates(undefined, false)
  private readonly said = new Set<string>()
  private readonly illegible = new Set<string>()

  constructor(file: string, settings: IntakeSettings) {
    this.file = file
    this.settings = settings
  }

  /** Something was lost. */
  error(code: string, message: string, at: Place, written: string): void {
    this.tell('error', code, message, at, written)
  }

  /** A field was lost. */
  warn(code: string, message: string, at: Place, written: string): void {
    if (written !== '' && code !== 'unnamed-branch') this.markIllegible(at)
    this.tell('warning', code, message, at, written)
  }

  /** Something stands there that could not be read; who takes this up tells it. */
  markIllegible(at: Place): void {
    this.illegible.add(placeKey(at))
  }

  get hasIllegible(): boolean {
    return this.illegible.size > 0
  }

  isIllegible(at: Place): boolean {
    return this.illegible.has(placeKey(at))
  }

  /** Something was guessed or passed over. */
  note(code: string, message: string, at: Place, written: string): void {
    this.tell('info', code, message, at, written)
  }

  /** The same, the first time only that this message comes up in the file. */
  noteOnce(code: string, message: string, at: Place, written: string): void {
    const key = `${code}\n${message}`
    if (this.said.has(key)) return
    this.said.add(key)
    this.note(code, message, at, written)
  }

  private tell(severity: Problem['severity'], code: string, message: string, at: Place, written: string): void {
    this.problems.push({ code, severity, message, evidence: [evidenceAt(at, written)] })
  }
}

function placeKey({ sheet = '', line, column }: Place): string {
  return `${line}:${column}:${sheet}`
}

const WRITTEN_LENGTH = 60

/** A node as a report quotes it: scalars as they are, lists and maps by what they hold. */
export function written(node: SourceNode): string {
  switch (node.type) {
    case 'scalar':
      return node.text
    case 'list':
      return node.items.map(written).join('、').slice(0, WRITTEN_LENGTH)
    case 'map':
      return node.entries
        .map(({ key, value }) => `${key}：${written(value)}`)
        .join('，')
        .slice(0, WRITTEN_LENGTH)
  }
}
