import { contains, type DateRange } from './calendar/range.ts'
import type { Part } from './check.ts'
import type { CorpusText } from './checks/contract.ts'
import {
  type AnalysedLecture,
  analyseLectures,
  isCorpusText,
  type ReuseAnalysis,
} from './checks/reuse/reuse-analysis.ts'
import { type LectureFact, type ReuseFact, reuseFacts } from './checks/reuse/reuse-facts.ts'
import { compared } from './checks/reuse/reuse-finding.ts'
import { passageData, rounded } from './checks/reuse/reuse-places.ts'
import { attachScripts, joinLedgers, type ScriptText } from './intake/index.ts'
import type {
  ComparedLecture,
  LectureCluster,
  LectureMatch,
  LectureSource,
  LecturesReport,
} from './report/lectures/model.ts'
import type { Setup } from './setup.ts'
import { byText } from './text/order.ts'
import type { LectureReuse, ReuseCluster, SourceMatch } from './text/reuse/index.ts'

const USUAL_PASSAGE = 40
const SET_PHRASES = 'set-phrases'

/** Compares the lectures of all ledgers by themselves; with `period`, tells only those given on these days. */
export function compareLectures(
  parts: readonly Part[],
  setup: Setup,
  scripts: ReadonlyMap<string, ScriptText> = new Map(),
  period?: DateRange,
): LecturesReport {
  const minPassage = minPassageOf(setup)
  const analysis = analyseLectures(factsOf(parts, scripts), {
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

function factsOf(parts: readonly Part[], scripts: ReadonlyMap<string, ScriptText>): ReuseFact[] {
  const ordered = [...parts].sort(byText(({ path }) => path))
  const { ledgers } = joinLedgers(attachScripts(ordered, scripts).readings)
  return ledgers.flatMap((ledger) => [...reuseFacts(ledger)])
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

function comparedLecture({ fact, reuse }: AnalysedLecture, analysis: ReuseAnalysis): ComparedLecture[] {
  if (reuse === undefined) return []
  return [
    {
      ...lecturePlace(fact),
      title: fact.title ?? null,
      lecturers: fact.lecturers,
      length: reuse.length,
      originality: rounded(reuse.originality),
      matches: reuse.matches.map((match) => lectureMatch(fact, match, analysis)),
      cluster: clusterOf(reuse, analysis),
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
  return ({ fact, reuse }: AnalysedLecture): LecturesReport['leftOut'] => {
    if (reuse !== undefined) return []
    const reason =
      fact.script === undefined
        ? '缺讲稿'
        : fact.issuedBy === undefined
          ? `讲稿不足 ${minPassage} 字`
          : `材料来源为“${fact.issuedBy}”`
    return [{ branchName: fact.branchName, record: fact.record, reason }]
  }
}
