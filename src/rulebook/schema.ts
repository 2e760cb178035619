import * as z from 'zod'
import { type PlainDate, parsePlainDate } from '../calendar/plain-date.ts'
import { BRANCH_FORMS, SCENES } from '../ledger/vocabulary.ts'

/** A day as rulebooks and configurations write it. */
export const Day = z.custom<PlainDate>((value) => typeof value === 'string' && parsePlainDate(value) !== undefined, {
  error: '不是一个日期，应写成 2026-03-12',
})

export const NATURES = ['breach', 'clue', 'info'] as const
/** breach 不符合规定 · clue 需核实 · info 工作提示 */
export type Nature = (typeof NATURES)[number]

export const SEVERITIES = ['error', 'warning', 'info'] as const
export type Severity = (typeof SEVERITIES)[number]

export const BASIS_RANKS = ['中央', '上级', '地方', '检查口径'] as const
export type BasisRank = (typeof BASIS_RANKS)[number]

/** One value, or a list of them. */
export const OneOrMore = <T extends z.ZodType>(item: T) => z.union([item, z.array(item).min(1)])

/** What a demand rests on. `verified` where somebody has seen the article in the text itself. */
export const Basis = z.strictObject({
  document: z.string().min(1),
  article: z.string().min(1).optional(),
  rank: z.enum(BASIS_RANKS),
  verified: z.boolean().optional(),
})
export type Basis = z.infer<typeof Basis>

/** As a rule states it: where its check tells several cases apart, `for` says which of them it rests on this. */
export const RuleBasis = Basis.extend({ for: OneOrMore(z.string().min(1)).optional() })
export type RuleBasis = z.infer<typeof RuleBasis>

/** One severity, or the measure from which each one applies: `{error: 0.8, warning: 0.5}`. */
export const SeverityRule = z.union([
  z.enum(SEVERITIES),
  z.strictObject({ error: z.number().optional(), warning: z.number().optional(), info: z.number().optional() }),
])
export type SeverityRule = z.infer<typeof SeverityRule>

const Span = z.strictObject({ atLeast: z.number().optional(), atMost: z.number().optional() })
export const LEVELS = ['支部', '党委'] as const

/** Which branches a rule or an override is for; all that is named must hold. */
export const When = z.strictObject({
  scene: OneOrMore(z.enum(SCENES)).optional(),
  form: OneOrMore(z.enum(BRANCH_FORMS)).optional(),
  /** 党委, 党工委, 党组, 党总支 by its name, or a 支部. */
  level: z.enum(LEVELS).optional(),
  /** Full members on the roster. */
  members: Span.optional(),
  superior: OneOrMore(z.string()).optional(),
  /** Names or ids. */
  branch: OneOrMore(z.string()).optional(),
})
export type When = z.infer<typeof When>

/** When and for whom an example is judged. */
const JudgedOn = {
  asOf: Day.optional(),
  period: z.string().optional(),
  /** The branches that ought to hand in a ledger, by name. */
  roster: z.array(z.string()).optional(),
}

/** What is no fault, in words, and a ledger that shows it: where nothing is said, the day and period of the examples. */
export const Guard = z.strictObject({ text: z.string().min(1), example: z.string().min(1), ...JudgedOn })
export type Guard = z.infer<typeof Guard>

/** A demand of a document, as a rulebook states it. */
export const Rule = z.strictObject({
  title: z.string().min(1),
  check: z.string().min(1),
  with: z.record(z.string(), z.unknown()).optional(),
  when: When.optional(),
  basis: z.array(RuleBasis).min(1),
  nature: z.enum(NATURES),
  severity: SeverityRule,
  /** Points off for each finding, where scoring is on. */
  score: z.number().nonnegative().optional(),
  /** At most this many points off for the rule as a whole. */
  scoreLimit: z.number().nonnegative().optional(),
  remedy: z.string().min(1),
  /** Calendar days to mend it, then on to the next working day. */
  within: z.int().positive(),
  /** How it is judged, in plain words, for `explain`. */
  judged: z.string().min(1),
  /** What looks like a fault and is none, and what keeps the rule from saying so. */
  guards: z.array(z.union([z.string(), Guard])).optional(),
  effective: z.strictObject({ from: Day.optional(), to: Day.optional() }).optional(),
  /** Small ledgers as YAML text, with the day on which to judge. */
  examples: z.strictObject({ ...JudgedOn, pass: z.string(), fail: z.string() }).optional(),
})
export type Rule = z.infer<typeof Rule>

/** What a later rulebook or `taizhang.yaml` may change of a rule; `off` switches it off. */
export const RuleChange = z.union([z.literal('off'), z.enum(SEVERITIES), Rule.partial()])
export type RuleChange = z.infer<typeof RuleChange>

/** A kind of record that ledgers may bear, and the other names it goes by. */
export const KindDeclaration = z.strictObject({
  aliases: z.array(z.string()).optional(),
  /** 是专项台账的登记，不是会议。 */
  register: z.boolean().optional(),
})
export type KindDeclaration = z.infer<typeof KindDeclaration>

/** Changes for some branches only; a later one wins. */
export const Override = z.strictObject({ when: When, rules: z.record(z.string(), z.unknown()) })
export type Override = z.infer<typeof Override>

export function guardText(guard: string | Guard): string {
  return typeof guard === 'string' ? guard : guard.text
}

export const RULE_ID = /^[a-z][a-z0-9]*(?:-[a-z0-9]+)*\/[a-z][a-z0-9]*(?:-[a-z0-9]+)*$/

export const Rulebook = z.strictObject({
  title: z.string().optional(),
  extends: OneOrMore(z.string()).optional(),
  kinds: z.record(z.string(), KindDeclaration).optional(),
  rules: z.record(z.string().regex(RULE_ID), z.unknown()).optional(),
  /** Of rules of other rulebooks, where these are in force. */
  overrides: z.array(Override).optional(),
})
export type Rulebook = z.infer<typeof Rulebook>
