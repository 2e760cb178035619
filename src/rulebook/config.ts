import * as z from 'zod'
import { AnnouncedDays } from '../calendar/holidays.ts'
import type { SourceNode } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import { toPlain } from '../source/plain.ts'
import type { Problem } from '../source/problem.ts'
import { type DeclaredKinds, withKinds } from './declared-kinds.ts'
import { type BranchAttributes, type EffectiveRule, notFor } from './effective.ts'
import { mistakesIn } from './mistakes.ts'
import {
  type BranchOverride,
  changeRules,
  overridesIn,
  type RulebookLibrary,
  resolveRulebooks,
  valueAt,
} from './resolve.ts'
import { KindDeclaration, OneOrMore, Override, type When } from './schema.ts'

/** From how many points on a grade is given. */
const Band = z.strictObject({ name: z.string().min(1), from: z.number() })
export type Band = z.infer<typeof Band>

const DEFAULT_BANDS: readonly Band[] = [
  { name: '优秀', from: 90 },
  { name: '良好', from: 80 },
  { name: '一般', from: 70 },
  { name: '较差', from: 60 },
  { name: '差', from: 0 },
]

export const Scoring = z.strictObject({
  full: z.number().positive().default(100),
  bands: z
    .array(Band)
    .min(1)
    .default([...DEFAULT_BANDS]),
})
export type Scoring = z.infer<typeof Scoring>

/** `taizhang.yaml`. */
export const Config = z.strictObject({
  extends: OneOrMore(z.string()).optional(),
  /** Files and folders to check where the command names none. */
  ledgers: OneOrMore(z.string()).optional(),
  corpus: OneOrMore(z.string()).optional(),
  rules: z.record(z.string(), z.unknown()).optional(),
  overrides: z.array(Override).optional(),
  /** Days after a period's end before it counts as over. */
  graceDays: z.int().nonnegative().optional(),
  scoring: z.union([z.boolean(), Scoring.partial()]).optional(),
  /** Field of the ledger → further names that it goes by. */
  aliases: z.record(z.string(), z.array(z.string())).optional(),
  kinds: z.record(z.string(), KindDeclaration).optional(),
  /** 豁免: a list, or the file that holds it. `readExemptions` reads it. */
  exemptions: z.unknown().optional(),
  /** Modules that bring checks of their own, from the configuration's folder. */
  plugins: OneOrMore(z.string()).optional(),
  /** Public holidays of a year that the program does not know yet. */
  holidays: AnnouncedDays.optional(),
})
export type Config = z.infer<typeof Config>

const DEFAULT_RULEBOOKS = ['base']

/** The rules of all branches, and how to get those of one. */
export interface RuleSet {
  /** Before any override that is for some branches only. */
  readonly rules: readonly EffectiveRule[]
  readonly kinds: DeclaredKinds
  /** For which branches the configuration itself changes rules, in its order. */
  readonly overrides: readonly ConfiguredOverride[]
  /** The rules in force for a branch; the same array for branches that the same overrides are for. */
  readonly rulesFor: (attributes: BranchAttributes) => readonly EffectiveRule[]
}

export interface ConfiguredOverride {
  readonly when: When
  readonly at: Place
}

export interface RulebookOptions {
  readonly library: RulebookLibrary
  /** The document of `taizhang.yaml`. */
  readonly config?: SourceNode | undefined
  /** In place of those that the configuration extends. */
  readonly rulebooks?: readonly string[] | undefined
}

export interface RulebookReading {
  readonly config: Config
  readonly scoring: Scoring
  readonly ruleSet: RuleSet
  /** Any of these means that the job cannot be done. */
  readonly problems: readonly Problem[]
}

/** Reads the configuration and all rulebooks that it builds on. */
export function readRules({ library, config: document, rulebooks }: RulebookOptions): RulebookReading {
  const problems: Problem[] = []
  const config = readConfig(document, problems)
  const names = rulebooks ?? (config.extends === undefined ? DEFAULT_RULEBOOKS : [config.extends].flat())
  const resolution = resolveRulebooks(
    names,
    library,
    rulebooks === undefined ? valueAt(document, 'extends')?.at : undefined,
  )
  const changed = changeRules(resolution.rules, valueAt(document, 'rules'))
  const overrides = [...resolution.overrides, ...overridesIn(document, config.overrides)]
  problems.push(...mistakesOfOverrides(overrides, resolution.rules))
  return {
    config,
    scoring: Scoring.parse(typeof config.scoring === 'object' ? config.scoring : {}),
    ruleSet: {
      rules: changed.rules,
      kinds: withKinds(resolution.kinds, config.kinds),
      overrides: placesOfOverrides(config, document),
      rulesFor: rulesByBranch(changed.rules, overrides),
    },
    problems: [...problems, ...resolution.problems, ...changed.problems],
  }
}

function placesOfOverrides({ overrides = [] }: Config, document: SourceNode | undefined): ConfiguredOverride[] {
  const list = valueAt(document, 'overrides')
  return overrides.map(({ when }, index) => ({
    when,
    at: (list?.type === 'list' ? list.items[index]?.at : undefined) ?? { file: '', line: 1, column: 1 },
  }))
}

function readConfig(document: SourceNode | undefined, problems: Problem[]): Config {
  if (document === undefined) return {}
  const config = Config.safeParse(toPlain(document))
  if (config.success) return config.data
  problems.push(...mistakesIn(document, config.error, 'bad-config'))
  return {}
}

/** Each override is tried on the common rules at once, so that its mistakes are told even where no branch meets it. */
function mistakesOfOverrides(overrides: readonly BranchOverride[], rules: readonly EffectiveRule[]): Problem[] {
  return overrides.flatMap(({ block }) => changeRules(rules, block).problems)
}

function rulesByBranch(common: readonly EffectiveRule[], overrides: readonly BranchOverride[]): RuleSet['rulesFor'] {
  const known = new Map<string, readonly EffectiveRule[]>([['', common]])
  return (attributes) => {
    const meant = overrides.filter(({ when }) => notFor(when, attributes) === undefined)
    const key = meant.map((override) => overrides.indexOf(override)).join()
    const before = known.get(key)
    if (before !== undefined) return before
    const rules = meant.reduce((sofar, { block }) => changeRules(sofar, block).rules, common)
    known.set(key, rules)
    return rules
  }
}
