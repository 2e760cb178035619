import type { Place } from '../../source/place.ts'
import { jsonText } from '../json-text.ts'
import type { LecturesFormat } from './format.ts'
import {
  type ComparedLecture,
  isCorpus,
  type LectureCluster,
  type LectureMatch,
  type LecturePlace,
  type LectureSource,
} from './model.ts'
import type { LecturesDocument } from './schema.ts'

type Part<K extends 'lectures' | 'clusters'> = LecturesDocument[K][number]
type Side = Part<'lectures'>['matches'][number]['passages'][number]['hereAt']

/** The document that the specification of the command line describes, with what it leaves open under keys of their own. */
export const json: LecturesFormat = ({ schemaVersion, lectures, clusters, leftOut, problems }) =>
  jsonText({
    schemaVersion,
    lectures: lectures.map(lecturePart),
    clusters: clusters.map(clusterPart),
    leftOut: leftOut.map((one) => ({ ...lectureIn(one), reason: one.reason })),
    intake: [...problems],
  } satisfies LecturesDocument)

function lecturePart(lecture: ComparedLecture): Part<'lectures'> {
  const { branch, record, date, title, at, length, originality, matches, cluster } = lecture
  return {
    branch,
    record,
    date,
    title,
    ...inFile(at),
    length,
    originality,
    matches: matches.map((match) => matchPart(match, lecture)),
    cluster,
  }
}

function matchPart({ with: source, share, passages }: LectureMatch, lecture: ComparedLecture) {
  return {
    with: whereabouts(source),
    share,
    passages: passages.map(({ text, here, there, thereText, hereAt, thereAt }) => ({
      text,
      here,
      there,
      thereText,
      hereAt: sideOf(lecture, hereAt),
      thereAt: sideOf(source, thereAt),
    })),
  }
}

function clusterPart({ id, source, sameDate, members }: LectureCluster): Part<'clusters'> {
  return {
    id,
    source: whereabouts(source),
    ...(sameDate.length > 0 && { sameDate: sameDate.map(whereabouts) }),
    members: members.map(lectureIn),
  }
}

function sideOf(source: LectureSource, at: Place): Side {
  if (isCorpus(source)) return { corpus: source.corpus, line: at.line }
  const { branch, title } = source
  return { branch, title, ...inFile(at) }
}

function whereabouts(source: LectureSource) {
  return isCorpus(source) ? { corpus: source.corpus } : lectureIn(source)
}

function lectureIn({ branch, record, at }: LecturePlace) {
  return { branch, record, ...inFile(at) }
}

function inFile({ column: _, ...place }: Place) {
  return place
}
