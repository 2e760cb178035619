import { byText } from '../order.ts'
import { Chance } from './chance.ts'
import type { ComparedTexts, CompareTexts, Comparison } from './comparison.ts'
import type { LectureReuse, ReuseDocument, ReuseOptions, ReuseResult } from './documents.ts'
import { type FingerprintHeap, Fingerprinting, FingerprintsInMemory } from './fingerprints.ts'
import type { Fragment } from './fragment.ts'
import { type Allocate, plainMemory } from './growing.ts'
import { passagesOf } from './passages.ts'
import { LECTURE, RollCall } from './roll.ts'
import { setPhrases } from './set-phrases.ts'
import { Settled } from './settle.ts'
import { sharedWording } from './shared-wording.ts'
import { Drafts, type Shelf, type ShelfLabels, shelfOf } from './shelf.ts'
import { type Traceable, Tracer } from './tracer.ts'
import { type Units, UnitsInMemory } from './units.ts'

/**
 * Finds what lectures have from earlier lectures and from the corpus.
 *
 * A run of `minPassage` folded characters that stands unchanged in an earlier text is reported, against that text or
 * another holder of it, if all of them say something of their own. Those do not that are
 * - quoted, in an article of a regulation or a title (`citations.ts`), or a listed set phrase (`set-phrases.ts`);
 * - in wording that more than a fiftieth of all texts share (4 at the least, 20 at the most), unless it is or belongs to
 *   a stretch as long as no phrase is (`templates.ts`); wording of 4 texts and more counts half where the limit is higher;
 * - only in texts given together with this one (`roll.ts`).
 *
 * What such characters leave wanting, the order of phrases in wide use can make up for (`evidence.ts`).
 */
export const compareTexts: CompareTexts = (texts, options) => {
  const traceable = shelve(texts, roomInMemory())
  const passages = tracer(traceable, options)(0, traceable.roll.given.length)
  return new Settled(traceable, new Map(passages), texts)
}

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

/** Where texts and fingerprints go. */
export interface Room<S extends Shelf> {
  /** Texts before they are sorted. */
  readonly drafts: Units
  readonly allocate: Allocate
  /** Room for so many characters. */
  settle(characters: number): SettledRoom<S>
}

export interface SettledRoom<S extends Shelf> {
  readonly units: Units
  readonly fingerprints: FingerprintHeap
  /** The shelf that the units now make up. */
  open(labels: ShelfLabels): S
}

/** Folds the texts, puts them in order, and finds who shares which wording. */
export function shelve<S extends Shelf>({ all }: ComparedTexts, room: Room<S>): Traceable & { readonly shelf: S } {
  const drafts = new Drafts(room.drafts)
  const call = new RollCall()
  for (const text of all) {
    drafts.add(text)
    call.add(text)
  }
  const { allocate } = room
  const roll = call.inOrder(allocate)
  const { units, fingerprints, open } = room.settle(drafts.characters)
  const fingerprinting = new Fingerprinting()
  const labels = drafts.inOrder(
    roll,
    units,
    (text, start) => fingerprints.add(fingerprinting.of(text, start)),
    allocate,
  )
  return { shelf: open(labels), roll, wording: sharedWording(fingerprints, labels.starts, allocate) }
}

/** Room that is there wherever the program runs. */
export function roomInMemory(): Room<Shelf> {
  return {
    drafts: new UnitsInMemory(),
    allocate: plainMemory,
    settle: () => {
      const units = new UnitsInMemory()
      return { units, fingerprints: new FingerprintsInMemory(), open: (labels) => shelfOf(labels, units.all()) }
    },
  }
}

/** Traces the texts from one up to another: the passages of those that have any. */
export type Trace = (from: number, to: number) => [text: number, passages: Fragment[]][]

export function tracer(traceable: Traceable, { setPhrases: phrases, minPassage }: ReuseOptions): Trace {
  const chance = new Chance(traceable.shelf)
  const fragments = new Tracer(traceable, setPhrases(phrases), chance)
  return (from, to) => {
    const traced: [number, Fragment[]][] = []
    for (let text = from; text < to; text++) {
      if (traceable.roll.roles[text] !== LECTURE) continue
      const passages = passagesOf(fragments.fragmentsOf(text), minPassage, chance)
      if (passages.length > 0) traced.push([text, passages])
    }
    return traced
  }
}
