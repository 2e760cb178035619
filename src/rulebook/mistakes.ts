import type * as z from 'zod'
import type { SourceNode } from '../source/node.ts'
import { evidenceAt } from '../source/place.ts'
import { isWritten, nodeAt, placeAt } from '../source/plain.ts'
import type { Problem } from '../source/problem.ts'
import { placeWithin } from '../source/within.ts'

/** Says what a schema found wrong in a rulebook or a configuration, each mistake at its own line. */
export function mistakesIn(node: SourceNode, error: z.ZodError, code: string): Problem[] {
  return error.issues.flatMap((issue) => mistakesOf(node, deepest(issue), code))
}

/** Of an alternative's issues, those of the branch that came furthest. */
function deepest(issue: z.core.$ZodIssue): z.core.$ZodIssue {
  if (issue.code !== 'invalid_union') return issue
  const candidates = issue.errors
    .flatMap(([first]) => (first === undefined ? [] : [first]))
    .filter((candidate) => candidate.path.length > 0 || candidate.code !== 'invalid_type')
  const [furthest] = candidates.sort((a, b) => b.path.length - a.path.length)
  return furthest === undefined ? issue : deepest({ ...furthest, path: [...issue.path, ...furthest.path] })
}

function mistakesOf(node: SourceNode, issue: z.core.$ZodIssue, code: string): Problem[] {
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => {
      const message = `没有“${key}”这一项，请核对拼写或删去`
      return { code, severity: 'error', message, evidence: [evidenceAt(placeAt(node, [...issue.path, key]), key)] }
    })
  }
  const found = problem(node, issue.path, code, wording(issue, isWritten(node, issue.path)))
  return [issue.code === 'custom' ? pointedAt(found, node, issue) : found]
}

/** A check that reads a parameter itself says how far into it the mistake stands (`params.offset`, UTF-16 units). */
function pointedAt(found: Problem, node: SourceNode, issue: z.core.$ZodIssueCustom): Problem {
  const value = nodeAt(node, issue.path)
  const offset: unknown = issue.params?.offset
  if (typeof offset !== 'number' || value?.type !== 'scalar') return found
  return { ...found, evidence: [evidenceAt(placeWithin(value, offset), value.text)] }
}

function problem(node: SourceNode, path: readonly PropertyKey[], code: string, wrong: string): Problem {
  const name = path.map(String).join(' → ')
  const message = name === '' ? wrong : `“${name}”：${wrong}`
  return { code, severity: 'error', message, evidence: [evidenceAt(placeAt(node, path), name)] }
}

const TYPES: Readonly<Record<string, string>> = {
  string: '一段文字',
  number: '一个数字',
  int: '一个整数',
  boolean: 'true 或 false',
  array: '一个列表',
  object: '若干“键: 值”',
  record: '若干“键: 值”',
}

function wording(issue: z.core.$ZodIssue, written: boolean): string {
  switch (issue.code) {
    case 'invalid_type':
      return `${written ? '' : '缺少这一项，'}应是${TYPES[issue.expected] ?? issue.expected}`
    case 'invalid_value':
      return `只能是 ${issue.values.map(String).join('、')} 之一`
    case 'too_small':
      return issue.origin === 'string' ? '不能为空' : `不能小于 ${String(issue.minimum)}`
    case 'too_big':
      return `不能大于 ${String(issue.maximum)}`
    case 'invalid_format':
    case 'invalid_key':
      return '写法不对，规则编号应形如 frequency/member-assembly'
    case 'invalid_union':
      return '写法不对，不是可用的任何一种形式'
    default:
      return issue.message
  }
}
