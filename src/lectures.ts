import { contains, type DateRange } from './calendar/range.ts'
import { type JoinInput, type JudgedFile, judgedBranches } from './check.ts'
import type { CorpusText } from './checks/contract.ts'
import { reuse } from './checks/reuse/reuse.ts'
import {
  type AnalysedLecture,
  analyseLectures,
  isCorpusText,
  type ReuseAnalysis,
} from './checks/reuse/reuse-analysis.ts'
import type { LectureFact, ReuseFact } from './checks/reuse/reuse-facts.ts'
import { compared } from './checks/reuse/reuse-finding.ts'
import { passageData, rounded } from './checks/reuse/reuse-places.ts'
import type {
  ComparedLecture,
  LectureCluster,
  LectureMatch,
  LectureSource,
  LecturesReport,
} from './report/lectures/model.ts'
import type { EffectiveRule } from './rulebook/effective.ts'
import type { Setup } from './setup.ts'
import { byText } from './text/order.ts'
import type { LectureReuse, ReuseCluster, SourceMatch } from './text/reuse/index.ts'

const USUAL_PASSAGE = 40
const SET_PHRASES = 'set-phrases'

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
): LecturesReport {
  const minPassage = minPassageOf(setup)
  const analysis = analyseLectures(factsOf(files, setup, again), {
    minPassage,
    setPhrases: setup.phrases(SET_PHRASES),
    corpus: setup.corpus,
    asOf: setup.asOf,
    findReuse: setup.findReuse,
  })
  const wanted = analysis.lectures.filter(({ fact }) => isWanted(fact, setup, period))
  return {
    schemaVersion: 1,
    lectures: wanted.flatMap((lecture) => comparedLecture(lecture, analysis)),
    clusters: analysis.clusters.map((cluster) => lectureCluster(cluster, analysis)),
    leftOut: wanted.flatMap(leftOut(minPassage)),
    minPassage,
  }
}

function factsOf(files: readonly JudgedFile[], setup: Setup, again: JoinInput): ReuseFact[] {
  const ordered = [...files].sort(byText(({ path }) => path))
  const { branches } = judgedBranches(ordered, setup, again)
  return branches.flatMap(({ facts }) => facts.flatMap((collected) => collected.facts as readonly ReuseFact[]))
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

function comparedLecture({ fact, reuse: found }: AnalysedLecture, analysis: ReuseAnalysis): ComparedLecture[] {
  if (found === undefined) return []
  return [
    {
      ...lecturePlace(fact),
      title: fact.title ?? null,
      lecturers: fact.lecturers,
      length: found.length,
      originality: rounded(found.originality),
      matches: found.matches.map((match) => lectureMatch(fact, match, analysis)),
      cluster: clusterOf(found, analysis),
    },
  ]
}

function clusterOf({ cluster }: LectureReuse, { clusterName }: ReuseAnalysis): string | null {
  return cluster === null ? null : clusterName(cluster)
}

function lectureMatch(
  fact: LectureFact,
  { source: id, order, share, passages }: SourceMatch,
  { sourceOf }: ReuseAnalysis,
): LectureMatch {
  const source = sourceOf(id)
  const there = compared(source).text
  return {
    with: lectureSource(source),
    order,
    share: rounded(share),
    passages: passageData(compared(fact).text, passages).map((passage) => ({
      ...passage,
      thereText: there.slice(passage.there.start, passage.there.end),
    })),
  }
}

function lectureCluster(
  { id, sources, members }: ReuseCluster,
  { sourceOf, clusterName }: ReuseAnalysis,
): LectureCluster {
  return {
    id: clusterName(id),
    sources: sources.map((source) => lectureSource(sourceOf(source))),
    members: members.map(sourceOf).flatMap((member) => (isCorpusText(member) ? [] : [lecturePlace(member)])),
  }
}

function lectureSource(source: LectureFact | CorpusText): LectureSource {
  return isCorpusText(source) ? { corpus: source.name } : lecturePlace(source)
}

function lecturePlace(fact: LectureFact) {
  const { branch, branchName, record, date = null } = fact
  const { file, line } = compared(fact).at
  return { branch, branchName, record, date, file, line }
}

function leftOut(minPassage: number) {
  return ({ fact, reuse: found }: AnalysedLecture): LecturesReport['leftOut'] => {
    if (found !== undefined) return []
    const reason =
      fact.script === undefined
        ? '缺讲稿'
        : fact.issuedBy === undefined
          ? `讲稿不足 ${minPassage} 字`
          : `材料来源为“${fact.issuedBy}”`
    return [{ branchName: fact.branchName, record: fact.record, reason }]
  }
}
