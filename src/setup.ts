import rulesFiles from 'taizhang:rules'
import * as z from 'zod'
import { type HolidayCalendar, holidayCalendar } from './calendar/holidays.ts'
import { day, type PlainDate, yearOf } from './calendar/plain-date.ts'
import type { DateRange } from './calendar/range.ts'
import type { Check, CorpusText } from './checks/contract.ts'
import { checks as builtinChecks } from './checks/index.ts'
import { readTimeline, type Timeline } from './checks/timeline.ts'
import type { ConclusionMemo } from './engine/conclusion-memo.ts'
import type { TimeRule } from './engine/judge.ts'
import { type BoundRule, bindRules } from './engine/rules-with-checks.ts'
import type { Stow } from './engine/stow.ts'
import { builtinIntakeSettings, type IntakeSettings } from './intake/index.ts'
import type { ExpectedBranch } from './ledger/expected-branch.ts'
import type { LedgerHistory } from './ledger/history.ts'
import type { Baseline } from './rectification/baseline.ts'
import type { EarlierBaseline } from './rectification/counted-baseline.ts'
import { rulebookLibrary } from './rulebook/builtin.ts'
import { type RuleSet, readRules, type Scoring } from './rulebook/config.ts'
import { countedExemptions, type EarlierExemptions } from './rulebook/counted-exemptions.ts'
import type { BranchAttributes, EffectiveRule } from './rulebook/effective.ts'
import type { Exemption } from './rulebook/exemption.ts'
import { valueAt } from './rulebook/resolve.ts'
import type { SourceNode } from './source/node.ts'
import { toPlain } from './source/plain.ts'
import type { Problem } from './source/problem.ts'
import { contentClassifier } from './text/classifier.ts'
import type { ContentClassifier } from './text/content-class.ts'
import { type Lexicon, readLexicon } from './text/lexicon.ts'
import { onceEach } from './text/once-each.ts'
import type { CompareTexts } from './text/reuse/index.ts'

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
  /** Compares texts by other means than the core has: threads, files. */
  readonly compareTexts?: CompareTexts | undefined
  /** The branches that ought to hand in a ledger (`branches.yaml`). */
  readonly roster?: readonly ExpectedBranch[] | undefined
  readonly scoring?: boolean | undefined
  /** Only these branches, by id or name. */
  readonly branches?: readonly string[] | undefined
  /** The list of exemptions in place of that of the configuration, from a file of its own. */
  readonly exemptions?: SourceNode | undefined
  /** Those that count in place of the project's own. */
  readonly earlierExemptions?: EarlierExemptions | undefined
  readonly baseline?: Baseline | undefined
  /** Without this one's consent nothing counts as known. */
  readonly earlierBaseline?: EarlierBaseline | undefined
  /** What is to be told of settings of the project's own that do not count: then it is judged by others. */
  readonly uncounted?: readonly Problem[] | undefined
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
  readonly timeline: Timeline
  readonly phrases: (list: string) => readonly string[]
  readonly corpus: readonly CorpusText[]
  readonly compareTexts: CompareTexts | undefined
  readonly roster: readonly ExpectedBranch[]
  readonly intake: IntakeSettings
  readonly ruleSet: RuleSet
  /** `undefined` where scoring is off. */
  readonly scoring: Scoring | undefined
  readonly branches: readonly string[]
  readonly exemptions: readonly Exemption[]
  /** What is to be told of settings and exemptions that do not count. */
  readonly settingNotices: readonly Problem[]
  /** What is known and not to be told again. */
  readonly baseline: Baseline | undefined
  /** Without this one's consent nothing counts as known. */
  readonly earlierBaseline: EarlierBaseline | undefined
  /** No days were named to be examined: those up to the day of judging are. */
  readonly isToDate: boolean
  /** By other rules or for other days than the project's own: what is not found may be there all the same. */
  readonly isNarrowed: boolean
  /** Not every ledger of the project was brought: what is not met may stand in another. */
  readonly isPartial: boolean
  /** Files of which nothing could be read; known once all of them have been. */
  readonly unreadFiles?: readonly string[]
  /** Only what stands in these files is reported, by the names that findings call them by. */
  readonly changedFiles?: ReadonlySet<string>
  /** Branches, by id or name, that stood in a changed file before. */
  readonly changedBranches?: ReadonlySet<string>
  /** What version control knows of the ledgers that are being judged. */
  readonly history?: LedgerHistory | undefined
  /** Notes how long rules take, for whoever has a clock. */
  readonly timeRule?: TimeRule | undefined
  /** Nothing is judged, only facts are taken, and those no day changes. */
  readonly isDayFree?: boolean
  /** Puts away what is long in a branch's page, where there may be thousands. */
  readonly stow?: Stow
  /** What rules over all ledgers came to before, where somebody keeps it. */
  readonly conclusions?: ConclusionMemo
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
    library: rulebookLibrary(rulesFiles, options.localRulebook, true),
    config: options.config,
    rulebooks: options.rulebooks,
  })
  const checks = new Map([...builtinChecks, ...(options.checks ?? [])].map((check) => [check.name, check]))
  // Branches share their list of rules, so each list is bound once.
  const bindings = onceEach((rules: readonly EffectiveRule[]) => bindRules(rules, checks))
  const { uncounted = [] } = options
  const isByOthers = options.rulebooks !== undefined || uncounted.length > 0
  const excused = countedExemptions(
    options.exemptions ?? valueAt(options.config, 'exemptions'),
    options.earlierExemptions,
    // Those of the configuration were written for its own rules.
    isByOthers ? undefined : new Set(ruleSet.rules.map(({ id }) => id)),
  )
  const all = [...problems, ...bindings(ruleSet.rules).problems, ...excused.problems]
  if (all.length > 0) throw new SetupError(all)
  const isScoring = options.scoring ?? (config.scoring !== undefined && config.scoring !== false)
  return {
    asOf: options.asOf,
    period: options.period ?? { from: day(`${yearOf(options.asOf)}-01-01`), to: options.asOf },
    graceDays: config.graceDays ?? DEFAULT_GRACE_DAYS,
    holidays: holidayCalendar(toPlain(fileOf('calendar/holidays.yaml')), config.holidays),
    classify: contentClassifier(builtinLexicon()),
    timeline: builtinTimeline(),
    phrases: phraseList,
    corpus: options.corpus ?? [],
    compareTexts: options.compareTexts,
    roster: options.roster ?? [],
    intake: builtinIntakeSettings(rulesFiles, { aliases: config.aliases ?? {}, kinds: ruleSet.kinds }),
    ruleSet,
    scoring: isScoring ? scoring : undefined,
    branches: options.branches ?? [],
    exemptions: excused.exemptions,
    settingNotices: [...uncounted, ...excused.notices],
    baseline: options.baseline,
    earlierBaseline: options.earlierBaseline,
    isToDate: options.period === undefined,
    isNarrowed: isByOthers || options.period !== undefined,
    isPartial: false,
    rulesFor: (attributes) => bindings(ruleSet.rulesFor(attributes)).bound,
  }
}

/** A file of the folder `rules/` that the program cannot do without. */
function fileOf(path: string): SourceNode {
  const file = rulesFiles[path]
  if (file === undefined) throw new Error(`rules/${path} is missing`)
  return file
}

/** The lexicon is large and never changes, so it is read once. */
let lexicon: Lexicon | undefined

function builtinLexicon(): Lexicon {
  lexicon ??= readLexicon(toPlain(fileOf('lexicon/content.yaml')))
  return lexicon
}

/** Read once, like the lexicon. */
let timeline: Timeline | undefined

function builtinTimeline(): Timeline {
  timeline ??= readTimeline(toPlain(fileOf('timeline.yaml')))
  return timeline
}

const PhraseList = z.array(z.string())

/** The lists of phrases under `rules/lexicon`, each read when first asked for. */
const phraseList = memoisedByName((name) => PhraseList.parse(toPlain(fileOf(`lexicon/${name}.yaml`))))

function memoisedByName<V>(compute: (name: string) => V): (name: string) => V {
  const known = new Map<string, V>()
  return (name) => {
    const value = known.get(name) ?? compute(name)
    known.set(name, value)
    return value
  }
}
