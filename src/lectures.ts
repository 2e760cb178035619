import { contains, type DateRange } from './calendar/range.ts'
import { type JoinInput, type JudgedFile, judgedBranches } from './check.ts'
import { comparedLectures, lectureClusters, leftOutLectures } from './checking/compared-lectures.ts'
import { sortedProblems } from './checking/report-of-all.ts'
import type { LedgerFacts } from './checks/contract.ts'
import { reuse } from './checks/reuse/reuse.ts'
import { analyseLectures } from './checks/reuse/reuse-analysis.ts'
import type { LectureFact, ReuseFact } from './checks/reuse/reuse-facts.ts'
import type { LecturesReport } from './report/lectures/model.ts'
import type { EffectiveRule } from './rulebook/effective.ts'
import type { Setup } from './setup.ts'
import type { Problem } from './source/problem.ts'
import { byText } from './text/order.ts'

const USUAL_PASSAGE = 40
const SET_PHRASES = 'set-phrases'
/** Problems that cost the comparison a text. */
const TEXTS_LOST: readonly string[] = ['missing-script', 'unread-corpus']

/** The comparison of lectures in the form of a rule, so that ledgers are read for it as they are for judging. */
const COMPARISON: EffectiveRule = {
  id: 'lecture/copied',
  title: '比对党课讲稿',
  check: reuse.name,
  basis: [],
  nature: 'clue',
  severity: 'info',
  remedy: '',
  within: 1,
  judged: reuse.summary,
  at: { file: '', line: 1, column: 1 },
  provenance: {},
  withNode: undefined,
}

/** The same setup, but that of ledgers nothing is wanted except their lectures: facts that no day changes. */
export function lecturesOnly(setup: Setup): Setup {
  const bound = [{ rule: COMPARISON, check: reuse, params: {} }]
  return { ...setup, isDayFree: true, rulesFor: () => bound }
}

/** The comparison, and the branches whose ledgers were read for it. */
export interface LecturesComparison {
  readonly report: LecturesReport
  readonly branches: readonly { readonly id: string; readonly name: string }[]
}

/**
 * Compares the lectures of all ledgers by themselves; with `period`, tells only those given on these days.
 *
 * @param setup from `lecturesOnly`, as the files were judged with
 */
export function compareLectures(
  files: readonly JudgedFile[],
  setup: Setup,
  again: JoinInput,
  period?: DateRange,
): LecturesComparison {
  const ordered = [...files].sort(byText(({ path }) => path))
  const { branches, problems } = judgedBranches(ordered, setup, again)
  const facts = branches.flatMap((branch) => branch.facts) as readonly LedgerFacts<ReuseFact>[]
  const minPassage = minPassageOf(setup)
  const analysis = analyseLectures(facts, {
    minPassage,
    setPhrases: setup.phrases(SET_PHRASES),
    corpus: setup.corpus,
    asOf: setup.asOf,
    compareTexts: setup.compareTexts,
  })
  const wanted = analysis.lectures.filter(({ fact }) => isWanted(fact, setup, period))
  const allProblems = [...ordered.flatMap((file) => file.problems), ...problems, ...(again.problems ?? [])]
  return {
    report: {
      schemaVersion: 1,
      asOf: setup.asOf,
      lectures: comparedLectures(wanted, analysis),
      clusters: lectureClusters(wanted, analysis),
      leftOut: leftOutLectures(wanted, analysis, minPassage),
      problems: sortedProblems(allProblems.filter(concernsLectures)),
      minPassage,
    },
    branches: branches.map(({ branch: { id, name } }) => ({ id, name: name.value })),
  }
}

/** What is not a field of some other record, or a guess: a lecture or a text may be missing for it. */
function concernsLectures({ code, severity }: Problem): boolean {
  return severity === 'error' || TEXTS_LOST.includes(code)
}

/** As the rule in force says. */
function minPassageOf({ ruleSet }: Setup): number {
  const parameters = ruleSet.rules.find(({ check }) => check === 'reuse')?.with
  return typeof parameters?.minPassage === 'number' ? parameters.minPassage : USUAL_PASSAGE
}

function isWanted(
  { branch, branchName, date }: LectureFact,
  { branches }: Setup,
  period: DateRange | undefined,
): boolean {
  const isNamed = branches.length === 0 || branches.includes(branch) || branches.includes(branchName)
  return isNamed && (period === undefined || date === undefined || contains(period, date))
}
