import * as z from 'zod'
import { contains } from '../../calendar/range.ts'
import { bears, isHeld } from '../../ledger/held.ts'
import { membersOn } from '../../ledger/membership.ts'
import type { Ledger, LedgerRecord } from '../../ledger/schema.ts'
import { type Evidence, evidenceAt } from '../../source/place.ts'
import { type CheckContext, defineCheck, notEvaluated, type Outcome, pass } from '../contract.ts'
import { NO_ROSTER } from '../no-roster.ts'
import { recordName } from '../record-name.ts'
import { compile, type Evaluation, type Expression, type Wanted } from './expression.ts'
import { branchView, memberView, recordView } from './view.ts'
import type { VariableName } from './vocabulary.ts'

const EACH = ['record', 'member', 'branch'] as const
type Each = (typeof EACH)[number]

/** What an expression may speak of, by what is judged. */
const SPEAKS_OF: Readonly<Record<Each, readonly VariableName[]>> = {
  record: ['record', 'branch', 'today'],
  member: ['member', 'branch', 'today'],
  branch: ['branch', 'today'],
}

const Source = z.strictObject({
  /** 逐条核对什么：record 每条记录，member 每名党员，branch 整个支部。 */
  each: z.enum(EACH).default('record'),
  /** each 为 record 时，只看这些类型的记录。 */
  kind: z.union([z.string(), z.array(z.string()).min(1)]).optional(),
  /** 只看符合这个条件的。 */
  where: z.string().optional(),
  /** 应当符合的条件。 */
  must: z.string().min(1),
  /** 不符合时怎么说；花括号里可以写式子，如 {记录.实到}。 */
  message: z.string().min(1),
  /** 程度，交给规则按数值定轻重。 */
  measure: z.string().optional(),
})

interface Demand {
  readonly each: Each
  readonly kinds: readonly string[]
  readonly where: Expression | undefined
  readonly must: Expression
  readonly message: readonly (string | Expression)[]
  readonly measure: Expression | undefined
  /** Whether the day of judging is named: then what holds on it need not on the next. */
  readonly asksToday: boolean
}

const TODAY = /\btoday\b|今天/u

/** Compiled when the rulebook is loaded, so that a mistake is told at its line and column before anything is judged. */
const Params = Source.transform((source, issues): Demand => {
  const { each, kind, where, must, message, measure } = source
  const compiler = new Compiler(SPEAKS_OF[each], issues)
  return {
    each,
    kinds: [kind ?? []].flat(),
    where: where === undefined ? undefined : compiler.compile(where, 'where', 'bool'),
    must: compiler.compile(must, 'must', 'bool'),
    message: compiler.template(message),
    measure: measure === undefined ? undefined : compiler.compile(measure, 'measure', 'number'),
    asksToday: [where, must, message, measure].some((text) => text !== undefined && TODAY.test(text)),
  }
})

class Compiler {
  private readonly speaksOf: readonly VariableName[]
  private readonly issues: z.RefinementCtx

  constructor(speaksOf: readonly VariableName[], issues: z.RefinementCtx) {
    this.speaksOf = speaksOf
    this.issues = issues
  }

  /** `shift`: where in the parameter the expression begins. */
  compile(source: string, parameter: string, wanted: Wanted, shift = 0): Expression {
    const compiled = compile(source, this.speaksOf, wanted)
    if ('expression' in compiled) return compiled.expression
    const { message, offset } = compiled.mistake
    this.issues.addIssue({ code: 'custom', path: [parameter], message, params: { offset: shift + offset } })
    return { evaluate: () => ({ value: undefined }) }
  }

  /** Text and, in braces, expressions. */
  template(message: string): (string | Expression)[] {
    let at = 0
    return message.split(/(\{[^{}]*\})/u).map((part) => {
      const start = at
      at += part.length
      return part.startsWith('{') ? this.compile(part.slice(1, -1), 'message', 'shown', start + 1) : part
    })
  }
}

/** One thing that is held against the demand; what is told of it only where it does not hold. */
interface Judged {
  readonly subject: string
  /** What a reason calls it. */
  readonly name: () => string
  readonly evidence: () => Evidence
  readonly view: object
}

export const assert = defineCheck({
  name: 'assert',
  summary: '按规则里写明的条件逐条核对记录、党员或支部。',
  params: Params,
  *judge(ledger, demand, context): Iterable<Outcome> {
    if (demand.each === 'member' && ledger.members === undefined) {
      yield notEvaluated(NO_ROSTER)
      return
    }
    const branch = branchView(ledger, context)
    const today = demand.asksToday ? { today: context.asOf.date } : {}
    for (const one of judgedOf(ledger, demand, context)) {
      const names = { branch, ...today, [demand.each]: one.view }
      const outcome = outcomeOf(one, demand, names)
      if (outcome !== undefined) yield outcome
    }
  },
})

function* judgedOf(ledger: Ledger, { each, kinds }: Demand, context: CheckContext): Iterable<Judged> {
  if (each === 'branch') {
    const { id, name, at } = ledger.branch
    yield {
      subject: id,
      name: () => name.value,
      evidence: () => evidenceAt(at, name.value),
      view: branchView(ledger, context),
    }
  } else if (each === 'member') {
    for (const member of membersOn(ledger, context.asOf) ?? []) {
      const { value, at } = member.name
      yield {
        subject: value,
        name: () => value,
        evidence: () => evidenceAt(at, value),
        view: memberView(member, ledger, context),
      }
    }
  } else {
    for (const record of ledger.records) {
      if (!isExamined(record, kinds, context)) continue
      yield {
        subject: record.key,
        name: () => recordName(record),
        evidence: () => evidenceAt(record.at, record.key),
        view: recordView(record, ledger, context),
      }
    }
  }
}

function isExamined(record: LedgerRecord, kinds: readonly string[], { asOf, period }: CheckContext): boolean {
  if (!isHeld(record, asOf) || !contains(period, record.date.value)) return false
  return kinds.length === 0 || kinds.some((kind) => bears(record, kind))
}

/** `undefined` where the demand is not about this one. */
function outcomeOf(
  { subject, name, evidence }: Judged,
  { where, must, message, measure }: Demand,
  names: Readonly<Record<string, unknown>>,
): Outcome | undefined {
  const meant = where?.evaluate(names)
  if (meant !== undefined && 'value' in meant && meant.value !== true) return undefined
  const met = meant !== undefined && 'missing' in meant ? meant : must.evaluate(names)
  if ('missing' in met) return notEvaluated(`${name()}没有写明“${met.missing}”`, subject)
  if (met.value === true) return pass(subject)
  const size = measure?.evaluate(names)
  return {
    outcome: 'fail',
    subject,
    message: message.map((part) => (typeof part === 'string' ? part : shown(part.evaluate(names)))).join(''),
    evidence: [evidence()],
    ...(size !== undefined && 'value' in size && { measure: Number(size.value) }),
  }
}

function shown(evaluation: Evaluation): string {
  if ('missing' in evaluation) return '（未写明）'
  const { value } = evaluation
  if (typeof value === 'number') return String(Math.round(value * 100) / 100)
  return Array.isArray(value) ? value.map(String).join('、') : String(value)
}
