import { byText } from '../order.ts'
import { compareTexts } from './compare-texts.ts'
import type { CompareTexts, Comparison } from './comparison.ts'
import type { LectureReuse, ReuseDocument, ReuseOptions, ReuseResult } from './documents.ts'

/** `compareTexts` for texts that are all at hand. */
export function findReuse(
  documents: readonly ReuseDocument[],
  options: ReuseOptions,
  compare: CompareTexts = compareTexts,
): ReuseResult {
  // Of one day, the first by its id counts as the earlier.
  const all = documents.toSorted(byText(({ id }) => id))
  const numbers = new Map(all.map(({ id }, given) => [id, given]))
  const studied = all.map(({ studies = [] }) => new Set(studies.map((id) => numbers.get(id))))
  const comparison = compare(
    {
      all,
      textOf: (given) => all[given] as ReuseDocument,
      studies: (given, other) => studied[given]?.has(other) === true,
    },
    options,
  )
  const idOf = (given: number) => (all[given] as ReuseDocument).id
  return {
    lectures: documents.flatMap(({ id, role }) =>
      role === 'lecture' ? [lectureReuse(id, numbers.get(id) as number, comparison, idOf)] : [],
    ),
    clusters: comparison.clusters.map(({ id, sources, members }) => ({
      id: idOf(id),
      sources: sources.map(idOf),
      members: members.map(idOf),
    })),
  }
}

function lectureReuse(
  id: string,
  given: number,
  comparison: Comparison,
  idOf: (given: number) => string,
): LectureReuse {
  const { originality = 1, matches = [] } = comparison.reuseIn(given) ?? {}
  const cluster = comparison.clusterOf(given)
  return {
    id,
    length: comparison.lengthOf(given),
    originality,
    matches: matches.map((match) => ({ ...match, source: idOf(match.source) })),
    cluster: cluster === undefined ? null : idOf(cluster),
  }
}
