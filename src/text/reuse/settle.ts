import { attribute, coverage } from './attribution.ts'
import { clustersOf } from './clusters.ts'
import type {
  LectureReuse,
  Passage,
  ReuseCluster,
  ReuseDocument,
  ReuseResult,
  SourceMatch,
  SourceOrder,
} from './documents.ts'
import type { Fragment } from './fragment.ts'
import { bySource } from './passages.ts'
import { asWritten, QUOTED, type Shelf } from './shelf.ts'

/** A source that holds this part of a text makes the two one family. */
const ONE_FAMILY = 0.5

/** All texts in order of date, with the passages that each has from others. */
interface Traced {
  readonly ordered: readonly ReuseDocument[]
  readonly shelf: Shelf
  readonly passages: readonly (readonly Fragment[])[]
}

/** Says, from the passages of each text (`passages[i]` of `ordered[i]`), what each lecture has from where. */
export function settle(
  documents: readonly ReuseDocument[],
  ordered: readonly ReuseDocument[],
  shelf: Shelf,
  passages: readonly (readonly Fragment[])[],
): ReuseResult {
  const traced: Traced = {
    ordered,
    shelf,
    passages: withMirrored(passages, ordered),
  }
  const clusters = clustersIn(traced)
  const clusterOf = new Map(clusters.flatMap(({ id, members }) => members.map((member) => [member, id])))
  const found = new Map<string, LectureReuse>()
  for (const [text, { role, id }] of ordered.entries()) {
    if (role === 'lecture') found.set(id, { ...reuseIn(text, traced), cluster: clusterOf.get(id) ?? null })
  }
  return { lectures: documents.flatMap(({ id }) => found.get(id) ?? []), clusters }
}

/** Of two texts of one day neither is the later one, so what the one has from the other is said of both. */
function withMirrored(passages: readonly (readonly Fragment[])[], ordered: readonly ReuseDocument[]): Fragment[][] {
  const all = passages.map((ofText) => [...ofText])
  for (const [text, ofText] of passages.entries()) {
    for (const passage of ofText) {
      const there = ordered[passage.source]
      if (there?.role === 'lecture' && there.date === ordered[text]?.date)
        all[passage.source]?.push(mirror(passage, text))
    }
  }
  return all
}

function mirror(passage: Fragment, text: number): Fragment {
  const { here, hereEnd, there, thereEnd } = passage
  return { ...passage, source: text, here: there, hereEnd: thereEnd, there: here, thereEnd: hereEnd }
}

function clustersIn({ ordered, shelf, passages }: Traced): ReuseCluster[] {
  const links: [number, number][] = []
  for (const [text, ofText] of passages.entries()) {
    for (const [source, ofSource] of bySource(ofText)) {
      if (coverage(ofSource) >= lengthOf(shelf, text) * ONE_FAMILY) links.push([text, source])
    }
  }
  const idOf = (text: number) => (ordered[text] as ReuseDocument).id
  return clustersOf(links).flatMap(({ members }): ReuseCluster[] => {
    const lectures = members.filter((member) => ordered[member]?.role === 'lecture')
    if (lectures.length < 2) return []
    const sources = members.filter((member) => isAsEarly(ordered[member], ordered[members[0] as number]))
    return [{ id: idOf(sources[0] as number), sources: sources.map(idOf), members: lectures.map(idOf) }]
  })
}

/** Whether a member of a cluster may be its source as well as the first member. */
function isAsEarly(member: ReuseDocument | undefined, first: ReuseDocument | undefined): boolean {
  return member?.role === first?.role && member?.date === first?.date
}

function reuseIn(text: number, traced: Traced): Omit<LectureReuse, 'cluster'> {
  const { ordered, shelf, passages } = traced
  const { id } = ordered[text] as ReuseDocument
  const ofText = passages[text] ?? []
  const length = lengthOf(shelf, text)
  if (ofText.length === 0) return { id, length, originality: 1, matches: [] }
  const begin = shelf.starts[text] as number
  const excused = excusedIn(text, ofText, traced)
  const own = length - sum(excused)
  const covered = excused.slice()
  const matches = attribute(ofText, begin, covered).map(({ source, passages: ofSource }): SourceMatch => {
    const there = ordered[source] as ReuseDocument
    return {
      source: there.id,
      relation: relationOf(ordered[text] as ReuseDocument, there),
      order: orderOf(ordered[text] as ReuseDocument, there),
      share: own === 0 ? 0 : (sum(covering(ofSource, begin, excused)) - sum(excused)) / own,
      passages: ofSource.toSorted((a, b) => a.here - b.here).map((passage) => written(passage, text, traced)),
    }
  })
  return {
    id,
    length,
    originality: own === 0 ? 1 : 1 - (sum(covered) - sum(excused)) / own,
    matches: matches.sort((a, b) => b.share - a.share),
  }
}

/** 1 for each character that is left out of the reckoning: quoted, from what was issued to all, or from what is studied. */
function excusedIn(text: number, passages: readonly Fragment[], { ordered, shelf }: Traced): Uint8Array {
  const begin = shelf.starts[text] as number
  const excused = new Uint8Array(lengthOf(shelf, text))
  for (let at = 0; at < excused.length; at++) if (shelf.kinds[begin + at] === QUOTED) excused[at] = 1
  const studies = new Set(ordered[text]?.studies)
  const fromExcused = passages.filter(({ source }) => {
    const there = ordered[source]
    return there?.role === 'issued' || (there !== undefined && studies.has(there.id))
  })
  return covering(fromExcused, begin, excused)
}

function covering(passages: readonly Fragment[], begin: number, marks: Uint8Array): Uint8Array {
  const covered = marks.slice()
  for (const { here, hereEnd } of passages) covered.fill(1, here - begin, hereEnd - begin)
  return covered
}

function relationOf({ group }: ReuseDocument, source: ReuseDocument): SourceMatch['relation'] {
  if (source.role !== 'lecture') return source.role
  return source.group === group ? 'own' : 'other'
}

function orderOf({ date }: ReuseDocument, source: ReuseDocument): SourceOrder {
  if (source.role !== 'lecture') return 'earlier'
  if (source.date === undefined || date === undefined) return 'undated'
  return source.date === date ? 'same-day' : 'earlier'
}

function written({ source, here, hereEnd, there, thereEnd, edits }: Fragment, text: number, traced: Traced): Passage {
  const { ordered, shelf } = traced
  return {
    here: asWritten(shelf, text, ordered[text] as ReuseDocument, here, hereEnd),
    there: asWritten(shelf, source, ordered[source] as ReuseDocument, there, thereEnd),
    edits,
  }
}

/** Folded characters of a text. */
function lengthOf({ starts }: Shelf, text: number): number {
  return (starts[text + 1] as number) - 1 - (starts[text] as number)
}

function sum(marks: Uint8Array): number {
  let total = 0
  for (let at = 0; at < marks.length; at++) total += marks[at] as number
  return total
}
