import type { Mistake } from './detector.ts'
import { type YamlLine, yamlLine } from './yaml-line.ts'
import { indentOf, isContent } from './yaml-lines.ts'

/** A mistake, and the line that it stands in, counted from 0. */
export interface PlacedMistake {
  readonly mistake: Mistake
  readonly line: number
}

/** What is wrong with how a line stands to the lines around it; `undefined` where nothing of that kind is found. */
export function layoutMistake(lines: readonly string[], from: number, to: number): PlacedMistake | undefined {
  return strayText(lines, from) ?? (from === to ? undefined : strayText(lines, to)) ?? indentation(lines, to)
}

const BLOCK = /^[|>][+\-\d]*$/u

/** A line with neither key nor list mark: the rest of a text, or a key without its colon. */
function strayText(lines: readonly string[], at: number): PlacedMistake | undefined {
  const text = lines[at] ?? ''
  const line = yamlLine(text)
  if (!isContent(text) || line.key !== undefined || /^\s*[-\]}"']/u.test(text)) return undefined
  const block = blockAbove(lines, at)
  const says =
    block === undefined
      ? '没有“字段: ”，看不出属于哪个字段；如是上一行没写完的内容，请接到上一行，或改用 | 写成大段文字；如是新的字段，请补上冒号和空格'
      : `是「${block.key ?? ''}」的大段文字，却没有缩进；请让 | 下面的每一行都比「${block.key ?? ''}」多缩进两格`
  return { mistake: { code: block === undefined ? 'no-key' : 'block-text', says, at: indentOf(text) }, line: at }
}

/** The line with the mark of a block text of which the lines above this one are part. */
function blockAbove(lines: readonly string[], at: number): YamlLine | undefined {
  const indent = indentOf(lines[at] ?? '')
  const head = lines.slice(0, at).findLast((line) => isContent(line) && indentOf(line) <= indent)
  const line = head === undefined ? undefined : yamlLine(head)
  return line !== undefined && BLOCK.test(line.value) ? line : undefined
}

function indentation(lines: readonly string[], at: number): PlacedMistake | undefined {
  const text = lines[at] ?? ''
  const above = lines.slice(0, at).findLast(isContent)
  if (!isContent(text) || above === undefined) return undefined
  const first = lines.findIndex(isContent)
  if (indentOf(text) === 0 && indentOf(lines[first] ?? '') > 0) return placed(INDENTED_START, lines, first)
  if (indentOf(text) === indentOf(above)) return isItem(text) === isItem(above) ? undefined : placed(MIXED, lines, at)
  const [line, before] = [yamlLine(text), yamlLine(above)]
  if (line.indent === before.indent) return undefined
  const isTooDeep = line.indent > before.indent && before.value !== ''
  return placed(isTooDeep ? tooDeep(before) : uneven(line.indent), lines, at)
}

function isItem(text: string): boolean {
  return /^\s*-(?:\s|$)/u.test(text)
}

const INDENTED_START = '行首多了空格，与后面最外层的字段没有对齐；请删去行首的空格'
const MIXED =
  '与上一行缩进相同，却一个有列表的短横（-），一个没有；请让列表的每一项都以“- ”开头，同一项里的字段再多缩进两格'

function tooDeep({ key, value }: YamlLine): string {
  return `缩进比上一行多，但上一行「${key ?? value}」已经有内容，下面不能再分层；请与上一行对齐`
}

function uneven(indent: number): string {
  return `行首缩进（${indent}格）与前面同级的行不一致；请用空格对齐，同一级的行缩进要相同，下一级多缩进两格`
}

function placed(says: string, lines: readonly string[], line: number): PlacedMistake {
  return { mistake: { code: 'bad-indent', says, at: indentOf(lines[line] ?? '') }, line }
}
