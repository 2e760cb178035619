import rulesFiles from 'taizhang:rules'
import * as z from 'zod'
import { type HolidayCalendar, holidayCalendar } from './calendar/holidays.ts'
import { day, type PlainDate, yearOf } from './calendar/plain-date.ts'
import type { DateRange } from './calendar/range.ts'
import type { Check, CorpusText } from './checks/contract.ts'
import { checks as builtinChecks } from './checks/index.ts'
import { type BoundRule, bindRules } from './engine/rules-with-checks.ts'
import { builtinIntakeSettings, type IntakeSettings } from './intake/index.ts'
import { rulebookLibrary } from './rulebook/builtin.ts'
import { type RuleSet, readRules, type Scoring } from './rulebook/config.ts'
import type { BranchAttributes, EffectiveRule } from './rulebook/effective.ts'
import type { SourceNode } from './source/node.ts'
import { toPlain } from './source/plain.ts'
import type { Problem } from './source/problem.ts'
import { contentClassifier } from './text/classifier.ts'
import type { ContentClassifier } from './text/content-class.ts'
import { readLexicon } from './text/lexicon.ts'

/** Days after the end of a month, quarter or year before it counts as over. */
const DEFAULT_GRACE_DAYS = 7

export interface SetupOptions {
  /** The day on which to judge: the core has no clock. */
  readonly asOf: PlainDate
  /** Default: the year of `asOf`, up to `asOf`. */
  readonly period?: DateRange | undefined
  /** The document of `taizhang.yaml`. */
  readonly config?: SourceNode | undefined
  /** Rulebooks in place of those that the configuration extends. */
  readonly rulebooks?: readonly string[] | undefined
  /** Finds the rulebooks that a project keeps itself. */
  readonly localRulebook?: ((name: string, from: string | undefined) => SourceNode | undefined) | undefined
  readonly corpus?: readonly CorpusText[] | undefined
  readonly scoring?: boolean | undefined
  /** Only these branches, by id or name. */
  readonly branches?: readonly string[] | undefined
  /** Checks beside the built-in ones. */
  readonly checks?: readonly Check[] | undefined
}

/** All that a run needs to know beside the ledgers. */
export interface Setup {
  readonly asOf: PlainDate
  readonly period: DateRange
  readonly graceDays: number
  readonly holidays: HolidayCalendar
  readonly classify: ContentClassifier
  readonly phrases: (list: string) => readonly string[]
  readonly corpus: readonly CorpusText[]
  readonly intake: IntakeSettings
  readonly ruleSet: RuleSet
  /** `undefined` where scoring is off. */
  readonly scoring: Scoring | undefined
  readonly branches: readonly string[]
  /** The rules in force for a branch, each with its check and parameters. */
  readonly rulesFor: (attributes: BranchAttributes) => readonly BoundRule[]
}

/** A mistake in the configuration or a rulebook: the job cannot be done. */
export class SetupError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(problems.map(({ message }) => message).join('\n'))
    this.name = 'SetupError'
    this.problems = problems
  }
}

/**
 * Reads the configuration and the rulebooks, and binds each rule to its check.
 *
 * @throws SetupError with every mistake found and its line
 */
export function prepare(options: SetupOptions): Setup {
  const { config, scoring, ruleSet, problems } = readRules({
    library: rulebookLibrary(rulesFiles, options.localRulebook),
    config: options.config,
    rulebooks: options.rulebooks,
  })
  const checks = new Map([...builtinChecks, ...(options.checks ?? [])].map((check) => [check.name, check]))
  const bindings = memoised((rules: readonly EffectiveRule[]) => bindRules(rules, checks))
  const all = [...problems, ...bindings(ruleSet.rules).problems]
  if (all.length > 0) throw new SetupError(all)
  const isScoring = options.scoring ?? (config.scoring !== undefined && config.scoring !== false)
  const lexicon = builtinLexicon()
  return {
    asOf: options.asOf,
    period: options.period ?? { from: day(`${yearOf(options.asOf)}-01-01`), to: options.asOf },
    graceDays: config.graceDays ?? DEFAULT_GRACE_DAYS,
    holidays: holidayCalendar(toPlain(fileOf('calendar/holidays.yaml')), config.holidays),
    classify: contentClassifier(lexicon),
    phrases: phraseLists(),
    corpus: options.corpus ?? [],
    intake: builtinIntakeSettings(rulesFiles, { aliases: config.aliases ?? {}, kinds: ruleSet.kinds }),
    ruleSet,
    scoring: isScoring ? scoring : undefined,
    branches: options.branches ?? [],
    rulesFor: (attributes) => bindings(ruleSet.rulesFor(attributes)).bound,
  }
}

/** Branches share their list of rules, so each list is bound once. */
function memoised<K extends object, V>(compute: (key: K) => V): (key: K) => V {
  const known = new WeakMap<K, V>()
  return (key) => {
    const value = known.get(key) ?? compute(key)
    known.set(key, value)
    return value
  }
}
