import { jsonText } from '../json-text.ts'
import type { LecturesFormat } from './format.ts'
import { isCorpus, type LecturePlace, type LectureSource } from './model.ts'

/** The document that the specification of the command line describes. */
export const json: LecturesFormat = ({ schemaVersion, lectures, clusters }) =>
  jsonText({
    schemaVersion,
    lectures: lectures.map(({ branch, record, date, title, file, line, length, originality, matches, cluster }) => ({
      branch,
      record,
      date,
      title,
      file,
      line,
      length,
      originality,
      matches: matches.map(({ with: source, share, passages }) => ({
        with: whereabouts(source),
        share,
        passages: passages.map(({ text, here, there }) => ({ text, here, there })),
      })),
      cluster,
    })),
    clusters: clusters.map(({ id, sources, members }) => ({
      id,
      source: sources[0] === undefined ? null : whereabouts(sources[0]),
      sources: sources.map(whereabouts),
      members: members.map(placeOf),
    })),
  })

function whereabouts(source: LectureSource) {
  return isCorpus(source) ? { corpus: source.corpus } : placeOf(source)
}

function placeOf({ branch, record, file, line }: LecturePlace) {
  return { branch, record, file, line }
}
