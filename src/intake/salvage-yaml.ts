import type { SourceEntry, SourceNode } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import { parseYaml } from '../source/yaml.ts'
import { explainYaml, problemOf } from './explain-yaml.ts'
import { mistakeIn } from './yaml-mistakes/mistakes.ts'
import { holdsWideRecord } from './yaml-mistakes/wide-record.ts'
import { cutAt, indentOf, isContent, type Lines, linesOf, shifted } from './yaml-mistakes/yaml-lines.ts'

/** What could be read of a YAML text with mistakes of form in it. */
export interface Salvage {
  readonly documents: readonly SourceNode[]
  /** One for each part that is lost, or that was read although something is wrong with it. */
  readonly problems: readonly Problem[]
  /** Items of lists (records, members) that are lost: the top-level key they stand under, and where. */
  readonly rejected: readonly LostItem[]
}

export interface LostItem {
  readonly key: string
  readonly at: Place
}

/**
 * Reads what can be read of a text that `parseYaml` refuses: the text is cut into documents, those into their keys, those
 * into the items of their lists and the fields of those, until what is broken stands alone. Every other part keeps its place in the file.
 */
export function salvage(text: string, file: string): Salvage {
  const rescuer = new Rescuer(file)
  const documents = cutAt(linesOf(text), (line) => /^(?:---|\.\.\.)(?:\s|$)/u.test(line))
    .map(withoutMark)
    .flatMap((lines) => rescuer.node(lines, '') ?? [])
  const problems = rescuer.problems.length > 0 ? rescuer.problems : problemsOfWhole(text, file)
  return { documents, problems, rejected: rescuer.rejected }
}

/** Where every part is well by itself, the mistake is in how they stand to each other. */
function problemsOfWhole(text: string, file: string): Problem[] {
  try {
    parseYaml(text, file)
    return []
  } catch (error) {
    return explainYaml(text, file, error)
  }
}

/** A document without the line that divides it from the one before. */
function withoutMark({ first, texts }: Lines): Lines {
  const [mark = '', ...rest] = texts
  const isMark = /^(?:---|\.\.\.)/u.test(mark)
  return isMark ? { first, texts: [mark.slice(3), ...rest] } : { first, texts }
}

/** A key with nothing behind it: what it holds stands on the lines below. */
const HEAD = /^\s*[@`%&*!|>]*([^\s:：#'"[\]{}-][^:：]*?)\s*[:：]\s*(?:#.*)?$/u
const ITEM = /^\s*-(?:\s|$)/u

const FIELD_BEHIND_DASH = /^\s*-\s+[^\s#[\]{}'"-]/u
const WIDE_ENTRY = /^\s*([^\s:：#'"-][^:：]*?)\s*：\s*(\S.*)$/u

/** Deeper than any ledger. */
const MAX_DEPTH = 20
const TAB = 8

/** Columns before the first character, so that an item that was indented with tabs does not swallow those below it. */
function leadWidth(line: string): number {
  const lead = line.slice(0, indentOf(line))
  return lead.length + (lead.split('\t').length - 1) * (TAB - 1)
}

/** The lines cut where something begins on the level of the head: items of a list, or keys. */
function partsOf(lines: Lines, head: string, isList: boolean): Lines[] {
  const widthOf = isList ? leadWidth : indentOf
  const width = widthOf(head)
  const begins = (line: string) => isContent(line) && widthOf(line) <= width && ITEM.test(line) === isList
  return cutAt(lines, begins).filter(({ texts }) => texts.some(isContent))
}

function withoutDash({ first, texts }: Lines): Lines {
  const start = texts.findIndex(isContent)
  return { first, texts: texts.with(start, (texts[start] ?? '').replace('-', ' ')) }
}

class Rescuer {
  readonly problems: Problem[] = []
  readonly rejected: LostItem[] = []
  private readonly file: string

  constructor(file: string) {
    this.file = file
  }

  /** The node that the lines make up; `undefined` where there is none, or none that can be read. */
  node(lines: Lines, topKey: string, depth = 0): SourceNode | undefined {
    const parsed = this.parse(lines)
    if (!(parsed instanceof Refusal) && !holdsWideRecord(parsed)) return parsed
    if (parsed instanceof Refusal && depth > MAX_DEPTH) return this.lose(lines, parsed)
    const start = lines.texts.findIndex(isContent)
    const head = lines.texts[start] ?? ''
    const isList = ITEM.test(head)
    const parts = partsOf(lines, head, isList)
    const at = this.placeOf(lines, start)
    if (isList) return { type: 'list', items: parts.flatMap((part) => this.item(part, topKey, depth)), at }
    if (parsed instanceof Refusal && parts.length === 1 && !HEAD.test(head)) return this.lose(lines, parsed)
    return { type: 'map', entries: parts.flatMap((part) => this.entries(part, topKey, depth)), at }
  }

  private item(lines: Lines, key: string, depth: number): SourceNode[] {
    const parsed = this.parse(lines)
    if (!(parsed instanceof Refusal)) {
      if (holdsWideRecord(parsed)) return [this.wideRecord(lines, key, depth)]
      return parsed?.type === 'list' ? [...parsed.items] : []
    }
    const told = this.problems.length
    const fields = this.fieldsOfItem(lines, key, depth)
    if (fields?.type === 'map' && fields.entries.length > 0) return [fields]
    if (this.problems.length === told) this.lose(lines, parsed)
    this.rejected.push({ key, at: this.placeOf(lines, lines.texts.findIndex(isContent)) })
    return []
  }

  /** A broken record, so that its fields are read each by itself. */
  private fieldsOfItem(lines: Lines, key: string, depth: number): SourceNode | undefined {
    const head = lines.texts.find(isContent) ?? ''
    return FIELD_BEHIND_DASH.test(head) ? this.node(withoutDash(lines), key, depth + 1) : undefined
  }

  /** A record of which YAML makes one text, because all its colons are full-width. */
  private wideRecord(lines: Lines, key: string, depth: number): SourceNode {
    const fields = withoutDash(lines)
    const start = fields.texts.findIndex(isContent)
    const parts = partsOf(fields, fields.texts[start] ?? '', false)
    const entries = parts.flatMap((part) => this.entries(part, key, depth + 1))
    return { type: 'map', entries, at: this.placeOf(fields, start) }
  }

  private entries(lines: Lines, topKey: string, depth: number): SourceEntry[] {
    const parsed = this.parse(lines)
    if (!(parsed instanceof Refusal) && !holdsWideRecord(parsed))
      return parsed?.type === 'map' ? [...parsed.entries] : this.stray(lines)
    const start = lines.texts.findIndex(isContent)
    const head = lines.texts[start] ?? ''
    const key = HEAD.exec(head)?.[1]
    if (key === undefined) {
      if (parsed instanceof Refusal) this.lose(lines, parsed)
      return parsed instanceof Refusal || parsed?.type !== 'map' ? [] : [...parsed.entries]
    }
    if (head.includes('：')) this.tellMeant(head, lines.first + start)
    const below = { first: lines.first + start + 1, texts: lines.texts.slice(start + 1) }
    const value = this.node(below, topKey === '' ? key : topKey, depth + 1)
    return value === undefined ? [] : [{ key, keyAt: this.placeOf(lines, start), value }]
  }

  /** Text with no key where keys stand; often `键：值` with a full-width colon. */
  private stray(lines: Lines): SourceEntry[] {
    const at = lines.texts.findIndex(isContent)
    if (at < 0) return []
    const text = lines.texts[at] ?? ''
    const meant = lines.texts.filter(isContent).length === 1 ? this.meantEntry(text, lines.first + at) : undefined
    if (meant === undefined) this.tell(text, lines.first + at)
    return meant === undefined ? [] : [meant]
  }

  /** `日期：2026-03-12` leaves no doubt what was meant, so it is read, and told. */
  private meantEntry(text: string, line: number): SourceEntry | undefined {
    const [, key, end] = WIDE_ENTRY.exec(text) ?? []
    const mistake = mistakeIn(text, undefined)
    if (key === undefined || end === undefined || mistake?.code !== 'wide-colon') return undefined
    const offset = text.length - end.length
    const value = this.parse({ first: line, texts: [`${' '.repeat(offset)}${end}`] })
    if (value === undefined || value instanceof Refusal) return undefined
    this.tellMeant(text, line)
    return { key, keyAt: { file: this.file, line: line + 1, column: indentOf(text) + 1 }, value }
  }

  private tellMeant(text: string, line: number): void {
    const mistake = mistakeIn(text, undefined)
    if (mistake === undefined) return
    const at = { file: this.file, line: line + 1, column: mistake.at + 1 }
    const problem = problemOf({ ...mistake, says: `${mistake.says}；这里已按改正后的写法读取` }, text, at)
    this.problems.push({ ...problem, severity: 'info' })
  }

  private tell(text: string, line: number): void {
    const says = '既不是“字段: 内容”，也不是列表的一项，没有读取；请改成“字段: 内容”的写法，冒号用半角，后面空一格'
    const mistake = mistakeIn(text, undefined) ?? { code: 'bad-yaml', says, at: 0 }
    this.problems.push(problemOf(mistake, text, { file: this.file, line: line + 1, column: mistake.at + 1 }))
  }

  private lose({ first, texts }: Lines, { error }: Refusal): undefined {
    this.problems.push(...explainYaml(texts.join('\n'), this.file, error, first + 1))
    return undefined
  }

  private parse({ first, texts }: Lines): SourceNode | undefined | Refusal {
    try {
      const [node] = parseYaml(texts.join('\n'), this.file)
      return node && shifted(node, first)
    } catch (error) {
      return new Refusal(error)
    }
  }

  private placeOf({ first, texts }: Lines, at: number): Place {
    const line = Math.max(at, 0)
    return { file: this.file, line: first + line + 1, column: indentOf(texts[line] ?? '') + 1 }
  }
}

/** Why a parser would not have it. */
class Refusal {
  readonly error: unknown

  constructor(error: unknown) {
    this.error = error
  }
}
