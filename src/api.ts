import { parseRange } from './calendar/period.ts'
import { type PlainDate, parsePlainDate } from './calendar/plain-date.ts'
import { conclude, examine } from './check.ts'
import type { Check, CorpusText } from './checks/contract.ts'
import { explainYaml } from './intake/explain-yaml.ts'
import { Baseline, baselineOf, baselineText, withCommas } from './rectification/baseline.ts'
import type { Report } from './report/schema.ts'
import { mistakesIn } from './rulebook/mistakes.ts'
import { prepare, SetupError } from './setup.ts'
import type { SourceNode } from './source/node.ts'
import { toPlain } from './source/plain.ts'
import { parseYaml } from './source/yaml.ts'

/** A ledger as its caller has it: the path decides how it is read and what findings call it. */
export interface LedgerFile {
  readonly path: string
  /** Text counts as UTF-8. */
  readonly content: string | Uint8Array
}

export interface CheckOptions {
  /** The day on which to judge, `YYYY-MM-DD`. There is no default: the library has no clock. */
  readonly asOf: string
  /** `2026`, `2026Q1`, `2026-03`, `2026-01..2026-06`; default: the year of `asOf`, up to it. */
  readonly period?: string
  /** The text of a `taizhang.yaml`. */
  readonly config?: string
  /** Rulebooks in place of those that the configuration extends. */
  readonly rulebooks?: readonly string[]
  /** Rulebooks of one's own, as text, by the name that the configuration or `rulebooks` calls them by. */
  readonly localRulebooks?: Readonly<Record<string, string>>
  /** Scripts (讲稿) that ledgers name, as text, by path. */
  readonly scripts?: Readonly<Record<string, string>>
  readonly corpus?: readonly CorpusText[]
  readonly branches?: readonly string[]
  /** The text of the file that the configuration's `exemptions` names, where they do not stand there themselves. */
  readonly exemptions?: string
  readonly scoring?: boolean
  readonly checks?: readonly Check[]
  /**
   * The text of a baseline, as `taizhang baseline` or `baselineFor` writes it: what it knows is left out of the report.
   * That presumes that `files` are all the ledgers there are; a branch that is not among them counts as mended.
   */
  readonly baseline?: string
}

/** A baseline that knows what this report has found. It is for `CheckOptions.baseline` and `taizhang check --baseline`. */
export function baselineFor({ branches }: Report): string {
  return baselineText(baselineOf(branches))
}

/**
 * Checks ledgers that are in memory. Needs no file system, no network and no clock, so it runs in a browser as well.
 *
 * @throws SetupError where the configuration, a rulebook, an exemption or the baseline has mistakes; RangeError where a day or period is none
 */
export function check(files: readonly LedgerFile[], options: CheckOptions): Report {
  const setup = prepare({
    asOf: dayOf(options.asOf),
    period: options.period === undefined ? undefined : rangeOf(options.period),
    config: options.config === undefined ? undefined : documentIn(options.config, 'taizhang.yaml'),
    rulebooks: options.rulebooks,
    localRulebook: (name) => {
      const text = options.localRulebooks?.[name]
      return text === undefined ? undefined : documentIn(text, name)
    },
    corpus: options.corpus,
    branches: options.branches,
    exemptions: options.exemptions === undefined ? undefined : documentIn(options.exemptions, 'exemptions'),
    scoring: options.scoring,
    checks: options.checks,
    baseline: options.baseline === undefined ? undefined : baselineIn(options.baseline),
  })
  const encoder = new TextEncoder()
  const parts = files.map(({ path, content }) =>
    examine({ path, bytes: typeof content === 'string' ? encoder.encode(content) : content }, setup),
  )
  const scripts = new Map(Object.entries(options.scripts ?? {}).map(([path, text]) => [path, { text }]))
  return conclude(parts, setup, scripts)
}

/** The first document of a text that mistakes call `file`; an empty one says nothing. */
function documentIn(text: string, file: string): SourceNode {
  try {
    return parseYaml(text, file)[0] ?? { type: 'map', entries: [], at: { file, line: 1, column: 1 } }
  } catch (error) {
    throw new SetupError(explainYaml(text, file, error))
  }
}

/** JSON is YAML, whose reader knows lines. */
function baselineIn(text: string): Baseline {
  const node = documentIn(withCommas(text), 'taizhang-baseline.json')
  const parsed = Baseline.safeParse(toPlain(node))
  if (parsed.success) return parsed.data
  throw new SetupError(mistakesIn(node, parsed.error, 'bad-baseline'))
}

function dayOf(text: string): PlainDate {
  const date = parsePlainDate(text)
  if (date === undefined) throw new RangeError(`asOf is not a day of the form YYYY-MM-DD: ${text}`)
  return date
}

function rangeOf(text: string) {
  const range = parseRange(text)
  if (range === undefined)
    throw new RangeError(`period is not of the form 2026, 2026Q1, 2026-03 or 2026-01..2026-06: ${text}`)
  return range
}
