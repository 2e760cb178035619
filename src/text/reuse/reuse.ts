import { byText } from '../order.ts'
import { Chance } from './chance.ts'
import type { ReuseDocument, ReuseOptions, ReuseResult } from './documents.ts'
import type { Fragment } from './fragment.ts'
import { type Holders, linkFingerprints, MOST_HOLDERS, recordRoom, textFinder } from './holders.ts'
import { kinshipOf } from './kinship.ts'
import { passagesOf } from './passages.ts'
import { setPhrases } from './set-phrases.ts'
import { settle } from './settle.ts'
import { type Allocate, plainMemory, type Shelf, shelve } from './shelf.ts'
import { type Traceable, Tracer } from './tracer.ts'

/** Wording is common from this many texts on: a fiftieth of all, within bounds. */
const FEWEST_COMMON = 4
const COMMON_PART = 0.02

/** What finds reuse: `findReuse`, or another that comes to the same by other means (threads). */
export type FindReuse = (documents: readonly ReuseDocument[], options: ReuseOptions) => ReuseResult

/**
 * Finds what lectures have from earlier lectures and from the corpus.
 *
 * A run of `minPassage` folded characters that stands unchanged in an earlier text is reported, against that text or
 * another holder of it, if all of them say something of their own. Those do not that are
 * - quoted, in an article of a regulation or a title (`citations.ts`), or a listed set phrase (`set-phrases.ts`);
 * - in wording that more than a fiftieth of all texts share (4 at the least, 20 at the most), unless it is or belongs to
 *   a stretch as long as no phrase is (`templates.ts`); wording of 4 texts and more counts half where the limit is higher;
 * - only in texts given together with this one (`kinship.ts`).
 *
 * What such characters leave wanting, the order of phrases in wide use can make up for (`evidence.ts`).
 */
export function findReuse(documents: readonly ReuseDocument[], options: ReuseOptions): ReuseResult {
  const ordered = inOrderOfDate(documents)
  const traceable = link(shelve(ordered), ordered)
  const passages = tracer(traceable, ordered, options)(0, ordered.length)
  return settle(documents, ordered, traceable.shelf, passages)
}

/** The corpus first, then by date; what has no date comes last. */
export function inOrderOfDate(documents: readonly ReuseDocument[]): ReuseDocument[] {
  return documents
    .map((document) => ({ document, key: orderKey(document) }))
    .sort(byText(({ key }) => key))
    .map(({ document }) => document)
}

function orderKey({ role, date, id }: ReuseDocument): string {
  return `${role === 'lecture' ? 1 : 0}\n${date ?? '~'}\n${id}`
}

/** Links the texts of a shelf by what they share. */
function link(shelf: Shelf, ordered: readonly ReuseDocument[]): Traceable {
  const holders = holdersFor(shelf, plainMemory)
  linkFingerprints(shelf, holders, textFinder(shelf.starts))
  return { shelf, holders, kinship: kinshipOf(ordered) }
}

/** Room for what linking finds. */
export function holdersFor({ starts, fingerprints }: Shelf, allocate: Allocate): Holders {
  const count = fingerprints.hashes.length
  return {
    links: new Uint32Array(allocate(4 * count)),
    records: new Uint32Array(allocate(4 * recordRoom(count))),
    commonFrom: commonFrom(starts.length - 1),
  }
}

function commonFrom(texts: number): number {
  return Math.min(MOST_HOLDERS, Math.max(FEWEST_COMMON, Math.ceil(texts * COMMON_PART)))
}

/** Traces texts: the passages of those from `from` up to `to`, one list for each. */
export type Trace = (from: number, to: number) => Fragment[][]

export function tracer(
  traceable: Traceable,
  ordered: readonly Pick<ReuseDocument, 'role'>[],
  options: ReuseOptions,
): Trace {
  const chance = new Chance(traceable.shelf)
  const fragments = new Tracer(traceable, setPhrases(options.setPhrases), chance)
  return (from, to) =>
    ordered
      .slice(from, to)
      .map(({ role }, index) =>
        role === 'lecture' ? passagesOf(fragments.fragmentsOf(from + index), options.minPassage, chance) : [],
      )
}
