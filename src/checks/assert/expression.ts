import { type ASTNode, Environment, EvaluationError, ParseError, TypeError as TypeMismatch } from '@marcbachmann/cel-js'
import { RE2JS } from 're2js'
import { daysBetween, parsePlainDate } from '../../calendar/plain-date.ts'
import { encodedName, inAsciiNames, type Translation, withDecodedNames } from './names.ts'
import { VIEWS } from './view.ts'
import { FUNCTIONS, TYPES, type TypeName, VARIABLES, type VariableName } from './vocabulary.ts'

/** A mistake in an expression, in plain Chinese; `offset` counts UTF-16 units from the expression's start. */
export interface ExpressionMistake {
  readonly message: string
  readonly offset: number
}

/** What an expression comes to: its value, or the name of what it asked for and the ledger does not say. */
export type Evaluation = { readonly value: unknown } | { readonly missing: string }

export interface Expression {
  evaluate(context: Readonly<Record<string, unknown>>): Evaluation
}

export type Compilation = { readonly expression: Expression } | { readonly mistake: ExpressionMistake }

/** What the whole of an expression must be: a condition, a number, or anything that can be shown in a message. */
export type Wanted = 'bool' | 'number' | 'shown'

/** Longer or deeper is no rule that a person can read aloud. */
const LIMITS = { maxAstNodes: 400, maxDepth: 40, maxListElements: 200, maxMapEntries: 50, maxCallArguments: 8 }
/** Loops within loops multiply: two are enough to go through all items of all records. */
const DEEPEST_LOOP = 2
const LOOPS = new Set(['exists', 'exists_one', 'all', 'filter', 'map'])

/** Reads an expression and holds it against the types of what it speaks of. Nothing is run. */
export function compile(source: string, speaksOf: readonly VariableName[], wanted: Wanted): Compilation {
  const translation = inAsciiNames(source)
  const environment = environmentFor(speaksOf)
  try {
    const program = environment.parse(translation.text)
    const forbidden = forbiddenIn(program.ast, 0)
    if (forbidden !== undefined) return mistakeAt(forbidden.message, forbidden.node.start, translation)
    const checked = program.check()
    if (!checked.valid) return mistakeOf(checked.error, translation)
    if (!isWanted(checked.type, wanted)) return mistakeAt(NOT_WANTED[wanted], 0, translation)
    return { expression: { evaluate: (context) => evaluated(() => program(withChineseNames(context))) } }
  } catch (error) {
    return mistakeOf(error, translation)
  }
}

const NOT_WANTED: Readonly<Record<Wanted, string>> = {
  bool: '这里要写一个条件，结果应是“是”或“否”（如 记录.实到 >= 3）',
  number: '这里要写一个算出数字的式子',
  shown: '这里要写一个算出文字或数字的式子',
}

function isWanted(type: string | undefined, wanted: Wanted): boolean {
  if (type === undefined || type === 'dyn') return true
  if (wanted === 'bool') return type === 'bool'
  const isNumber = type === 'int' || type === 'uint' || type === 'double'
  return wanted === 'number' ? isNumber : isNumber || type === 'string' || type === 'list<string>'
}

const ENCODED_VARIABLES = Object.fromEntries(
  Object.entries(VARIABLES).map(([name, [chinese]]) => [name, encodedName(chinese)]),
) as Record<VariableName, string>

function withChineseNames(context: Readonly<Record<string, unknown>>): Record<string, unknown> {
  const both: Record<string, unknown> = {}
  for (const [name, value] of Object.entries(context)) {
    both[name] = value
    both[ENCODED_VARIABLES[name as VariableName]] = value
  }
  return both
}

function evaluated(run: () => unknown): Evaluation {
  try {
    return { value: run() }
  } catch (error) {
    if (error instanceof EvaluationError && MISSING.has(error.code)) return { missing: missingName(error) }
    throw error
  }
}

const MISSING = new Set(['no_such_key', 'index_out_of_bounds'])

function missingName({ summary }: EvaluationError): string {
  const name = withDecodedNames(/No such key: (.+)$/u.exec(summary)?.[1] ?? summary)
  return chineseNames.get(name) ?? name
}

const chineseNames: ReadonlyMap<string, string> = new Map(
  Object.values(TYPES).flatMap((fields) => Object.entries(fields).map(([name, [chinese]]) => [name, chinese] as const)),
)

function mistakeOf(error: unknown, translation: Translation): Compilation {
  if (!(error instanceof ParseError || error instanceof TypeMismatch || error instanceof EvaluationError)) throw error
  return mistakeAt(inChinese(error.code, withDecodedNames(error.summary)), error.range?.start ?? 0, translation)
}

function mistakeAt(message: string, start: number, { offsets }: Translation): Compilation {
  return { mistake: { message, offset: offsets[start] ?? 0 } }
}

/** The library's commonest complaints as a person who is no programmer can use them; its own words for the rest. */
function inChinese(code: string, summary: string): string {
  const about = /: (.+)$/u.exec(summary)?.[1] ?? summary
  switch (code) {
    case 'no_such_key':
      return `没有“${about}”这个字段，请核对名称（可用的字段见 taizhang explain 和文档）`
    case 'unknown_variable':
      return `不认识“${about}”，开头只能是 ${Object.values(VARIABLES)
        .map(([chinese]) => chinese)
        .join('、')}`
    case 'no_such_overload':
      return `两边的类型不能这样比较或计算（${about}），数字只能和数字比，文字要加引号`
    case 'no_matching_overload':
      return `没有这样的用法：${about}，可用的有 ${Object.keys(FUNCTIONS).join('、')}`
    case 'unexpected_character':
      return `有不能识别的符号“${about}”，请检查是否用了全角标点`
    default:
      return `式子写得不对：${summary}`
  }
}

/** What could run for very long: regular expressions of JavaScript, and loops nested too deep. */
function forbiddenIn(node: ASTNode, loops: number): { message: string; node: ASTNode } | undefined {
  if (node.op === 'rcall' && node.args[0] === 'matches') {
    return { message: '不能用 matches，请用 符合式样(文字, "式样")', node }
  }
  const depth = node.op === 'rcall' && LOOPS.has(node.args[0]) ? loops + 1 : loops
  if (depth > DEEPEST_LOOP) return { message: `任一、全部、筛选、取最多套${DEEPEST_LOOP}层`, node }
  for (const child of childrenOf(node.args)) {
    const found = forbiddenIn(child, depth)
    if (found !== undefined) return found
  }
  return undefined
}

function childrenOf(args: unknown): ASTNode[] {
  if (!Array.isArray(args)) return isNode(args) ? [args] : []
  return args.flatMap((arg) => childrenOf(arg))
}

function isNode(value: unknown): value is ASTNode {
  return typeof value === 'object' && value !== null && 'op' in value
}

const environments = new Map<string, Environment>()

/** Making an environment is dear, and there are few kinds of them. */
function environmentFor(speaksOf: readonly VariableName[]): Environment {
  const key = speaksOf.join()
  const environment = environments.get(key) ?? newEnvironment(speaksOf)
  environments.set(key, environment)
  return environment
}

function newEnvironment(speaksOf: readonly VariableName[]): Environment {
  const environment = new Environment({ homogeneousAggregateLiterals: false, limits: LIMITS })
  for (const name of Object.keys(TYPES) as TypeName[]) {
    environment.registerType(name, { ctor: VIEWS[name], fields: fieldTypes(name) })
  }
  for (const name of speaksOf) {
    const [chinese, type] = VARIABLES[name]
    environment.registerVariable(name, type).registerVariable(encodedName(chinese), type)
  }
  registerArithmetic(environment)
  registerFunctions(environment)
  return environment
}

function fieldTypes(name: TypeName): Record<string, string> {
  const fields: Record<string, string> = {}
  for (const [field, [chinese, type]] of Object.entries(TYPES[name])) {
    fields[field] = type
    fields[encodedName(chinese)] = type
  }
  return fields
}

const ARITHMETIC: Readonly<Record<string, (a: number, b: number) => number | boolean>> = {
  '+': (a, b) => a + b,
  '-': (a, b) => a - b,
  '*': (a, b) => a * b,
  '/': (a, b) => a / b,
}

/** The ledger's numbers are doubles and a number in a rulebook is written as a whole one: `实到 * 2 == 应到` must do. */
function registerArithmetic(environment: Environment): void {
  for (const [operator, compute] of Object.entries(ARITHMETIC)) {
    environment.registerOperator(`double ${operator} int`, (a, b) => compute(Number(a), Number(b)))
    environment.registerOperator(`int ${operator} double`, (a, b) => compute(Number(a), Number(b)))
  }
  environment.registerOperator('double == int', (a, b) => Number(a) === Number(b))
}

type Matcher = (text: string) => boolean

const matchers = new Map<string, Matcher>()

function fits(text: string, pattern: string): boolean {
  const matches = matchers.get(pattern) ?? matcherFor(pattern)
  matchers.set(pattern, matches)
  return matches(text)
}

/** Words and sets of characters, one or another of them: over these JavaScript's own expressions can't run long. */
const WITHOUT_REPETITION = /^(?:[^\\*+?(){}.[\]]|\[[^[\]\\]+\](?:\{\d+\})?)*$/u

/** Else RE2: its time grows with the text alone, whatever the pattern. */
function matcherFor(pattern: string): Matcher {
  if (WITHOUT_REPETITION.test(pattern)) {
    const expression = new RegExp(pattern, 'u')
    return (text) => expression.test(text)
  }
  const expression = RE2JS.compile(pattern)
  return (text) => expression.matcher(text).find()
}

function days(from: string, to: string): number {
  const [first, last] = [parsePlainDate(from), parsePlainDate(to)]
  return first === undefined || last === undefined ? Number.NaN : daysBetween(first, last)
}

function registerFunctions(environment: Environment): void {
  environment.registerFunction('fits(string, string): bool', fits)
  environment.registerFunction('days(string, string): double', days)
  environment.registerFunction({
    name: 'sum',
    receiverType: 'list',
    returnType: 'double',
    handler: (list: readonly unknown[]) => list.reduce((sum: number, one) => sum + Number(one), 0),
    params: [],
  })
  environment.registerFunction({
    name: 'distinct',
    receiverType: 'list',
    returnType: 'list',
    handler: (list: readonly unknown[]) => [...new Set(list)],
    params: [],
  })
}
