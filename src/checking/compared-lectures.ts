import type { CorpusText } from '../checks/contract.ts'
import { type AnalysedLecture, isCorpusText, type ReuseAnalysis } from '../checks/reuse/reuse-analysis.ts'
import type { LectureFact } from '../checks/reuse/reuse-facts.ts'
import { compared } from '../checks/reuse/reuse-finding.ts'
import { passageData, placeWithin, rounded } from '../checks/reuse/reuse-places.ts'
import type {
  ComparedLecture,
  LectureCluster,
  LectureMatch,
  LecturePlace,
  LectureSource,
  LeftOutLecture,
} from '../report/lectures/model.ts'
import type { SourceMatch } from '../text/reuse/index.ts'

type Lectures = readonly AnalysedLecture[]

/** The lectures that could be compared, as reports tell of them. */
export function comparedLectures(lectures: Lectures, analysis: ReuseAnalysis): ComparedLecture[] {
  const whereabouts = whereaboutsIn(analysis)
  return lectures.flatMap(({ fact, reuse }) => {
    if (reuse === undefined) return []
    return [
      {
        ...whereabouts.lecture(fact),
        lecturers: fact.lecturers,
        length: reuse.length,
        extent: compared(fact).text.length,
        originality: rounded(reuse.originality),
        matches: reuse.matches.map((match) => lectureMatch(fact, match, analysis.sourceOf(match.source), whereabouts)),
        cluster: reuse.cluster === null ? null : analysis.clusterName(reuse.cluster),
      },
    ]
  })
}

/** Those that one of the lectures belongs to. */
export function lectureClusters(lectures: Lectures, analysis: ReuseAnalysis): LectureCluster[] {
  const { clusters, sourceOf, clusterName } = analysis
  const whereabouts = whereaboutsIn(analysis)
  const wanted = new Set(lectures.map(({ reuse }) => reuse?.cluster))
  return clusters.flatMap(({ id, sources, members }): LectureCluster[] => {
    const [source, ...sameDate] = sources.map((one) => whereabouts.source(sourceOf(one)))
    if (source === undefined || !wanted.has(id)) return []
    const facts = members.map(sourceOf).flatMap((member) => (isCorpusText(member) ? [] : [member]))
    return [{ id: clusterName(id), source, sameDate, members: facts.map(whereabouts.lecture) }]
  })
}

/** The lectures that could not be compared. */
export function leftOutLectures(lectures: Lectures, analysis: ReuseAnalysis, minPassage: number): LeftOutLecture[] {
  const whereabouts = whereaboutsIn(analysis)
  return lectures.flatMap(({ fact, reuse }) =>
    reuse === undefined ? [{ ...whereabouts.lecture(fact), reason: whyLeftOut(fact, minPassage) }] : [],
  )
}

function whyLeftOut({ script, issuedBy }: LectureFact, minPassage: number): string {
  if (script === undefined) return '缺讲稿'
  return issuedBy === undefined ? `讲稿不足 ${minPassage} 字` : `材料来源为“${issuedBy}”`
}

function lectureMatch(
  fact: LectureFact,
  { order, share, passages }: SourceMatch,
  source: LectureFact | CorpusText,
  whereabouts: Whereabouts,
): LectureMatch {
  const [here, there] = [compared(fact), compared(source)]
  return {
    with: whereabouts.source(source),
    order,
    share: rounded(share),
    passages: passageData(here.text, passages).map((passage) => ({
      ...passage,
      thereText: there.text.slice(passage.there.start, passage.there.end),
      hereAt: placeWithin(here, passage.here.start),
      thereAt: placeWithin(there, passage.there.start),
    })),
  }
}

interface Whereabouts {
  readonly lecture: (fact: LectureFact) => LecturePlace
  readonly source: (source: LectureFact | CorpusText) => LectureSource
}

/** Where lectures stand; of two branches that go by one name, each has its id behind it. */
function whereaboutsIn({ lectures }: ReuseAnalysis): Whereabouts {
  const idsOf = new Map<string, Set<string>>()
  for (const { fact } of lectures) {
    idsOf.set(fact.branchName, (idsOf.get(fact.branchName) ?? new Set()).add(fact.branch))
  }
  const lecture = (fact: LectureFact): LecturePlace => {
    const { branch, branchName: name, record, date = null, title = null } = fact
    const isShared = (idsOf.get(name)?.size ?? 0) > 1
    return { branch, branchName: isShared ? `${name}（${branch}）` : name, record, date, title, at: compared(fact).at }
  }
  return { lecture, source: (source) => (isCorpusText(source) ? { corpus: source.name } : lecture(source)) }
}
