import { YAMLException } from 'js-yaml'
import { LineCounter, parseDocument } from 'yaml'
import { evidenceAt, type Place } from '../source/place.ts'
import type { Problem } from '../source/problem.ts'
import type { Mistake } from './yaml-mistakes/detector.ts'
import { layoutMistake, type PlacedMistake } from './yaml-mistakes/layout.ts'
import { mistakeIn } from './yaml-mistakes/mistakes.ts'

/** How many lines before the one where the parser gave up the mistake may stand, beyond where the second parser puts it. */
const MAX_LINES_BACK = 40

/** Not for the second parser, which would run out of memory. */
const TOO_DEEP = { code: 'too-deep', says: '起的内容层层嵌套，超过了台账可能有的层数，没有读取；请核对缩进和括号' }

/**
 * Says in plain Chinese what is wrong with a text that `parseYaml` refused, where, and how to mend it. Only the first
 * mistake is told: what comes after it is mostly its consequence. `firstLine` is the line of the file on which the text
 * begins.
 */
export function explainYaml(text: string, file: string, error: unknown, firstLine = 1): Problem[] {
  if (error instanceof YAMLException && error.reason.includes('maxDepth')) {
    return [problemOf({ ...TOO_DEEP, at: 0 }, '', { file, line: firstLine, column: 1 })]
  }
  const lines = text.split(/\r\n|\n|\r/u)
  const { from, to } = suspectLines(text, lines.length, error)
  const { mistake, line } = firstMistake(lines, from, to)
  return [problemOf(mistake, lines[line] ?? '', { file, line: firstLine + line, column: mistake.at + 1 })]
}

/** A mistake of form as a problem of its file. */
export function problemOf({ code, says }: Mistake, text: string, at: Place): Problem {
  return { code, severity: 'error', message: `第${at.line}行${says}`, evidence: [evidenceAt(at, text)] }
}

/** The lines, counted from 0, between where the mistake begins by one parser and where the other gave up. */
function suspectLines(text: string, count: number, error: unknown): { from: number; to: number } {
  const gaveUp = error instanceof YAMLException ? error.mark?.line : undefined
  const counter = new LineCounter()
  const [first] = parseDocument(text, { lineCounter: counter, prettyErrors: false, uniqueKeys: false }).errors
  const begins = first === undefined ? undefined : counter.linePos(first.pos[0]).line - 1
  const to = Math.min(gaveUp ?? begins ?? 0, count - 1)
  const from = Math.max(Math.min(begins ?? to, to), to - MAX_LINES_BACK)
  return { from, to }
}

function firstMistake(lines: readonly string[], from: number, to: number): PlacedMistake {
  for (let line = from; line <= to; line += 1) {
    const mistake = mistakeIn(lines[line] ?? '', lines[line - 1])
    if (mistake !== undefined) return { mistake, line }
  }
  const says = '附近的写法不合 YAML 的格式，读不下去；请对照前后写法相同的记录，检查缩进、冒号、引号和括号'
  const unknown = { mistake: { code: 'bad-yaml', says, at: 0 }, line: to }
  return openedAbove(lines, to) ?? layoutMistake(lines, from, to) ?? unknown
}

const OPENED: ReadonlySet<string> = new Set(['unclosed-quote', 'unclosed-bracket'])

/** A quote or bracket that the lines above leave open. */
function openedAbove(lines: readonly string[], to: number): PlacedMistake | undefined {
  for (let line = to - 1; line >= Math.max(0, to - MAX_LINES_BACK); line -= 1) {
    const mistake = mistakeIn(lines[line] ?? '', lines[line - 1])
    if (mistake !== undefined && OPENED.has(mistake.code)) return { mistake, line }
  }
  return undefined
}
