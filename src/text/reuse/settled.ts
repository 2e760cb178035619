import { AsWritten } from './as-written.ts'
import { attribute, coverage } from './attribution.ts'
import { clustersOf } from './clusters.ts'
import type { ComparedTexts, Comparison, TextCluster, TextMatch, TextReuse } from './comparison.ts'
import type { Passage, SourceOrder } from './documents.ts'
import type { Fragment } from './fragment.ts'
import { bySource } from './passages.ts'
import { CORPUS, ISSUED, LECTURE, NO_DAY, type Roll } from './roll.ts'
import { lengthOf, type Shelf } from './shelf.ts'
import { QUOTED } from './stretches.ts'
import type { Traceable } from './tracer.ts'

/** A source that holds this part of a text makes the two one family. */
const ONE_FAMILY = 0.5

/** The passages that texts have from others; of most texts there are none. */
export type Passages = ReadonlyMap<number, readonly Fragment[]>

/** Says, from the passages of the texts, what each lecture has from where. */
export class Settled implements Comparison {
  readonly clusters: readonly TextCluster[]
  private readonly shelf: Shelf
  private readonly roll: Roll
  private readonly passages: Passages
  private readonly texts: ComparedTexts
  private readonly asWritten: AsWritten
  /** The text of the number in the order given. */
  private readonly textOf: Uint32Array
  private readonly clusterByText: ReadonlyMap<number, number>

  constructor({ shelf, roll }: Pick<Traceable, 'shelf' | 'roll'>, passages: Passages, texts: ComparedTexts) {
    this.shelf = shelf
    this.roll = roll
    this.passages = withMirrored(passages, roll)
    this.texts = texts
    this.asWritten = new AsWritten((given) => texts.textOf(given))
    this.textOf = new Uint32Array(roll.given.length)
    for (const [text, given] of roll.given.entries()) this.textOf[given] = text
    this.clusters = clustersIn(this.passages, shelf, roll)
    this.clusterByText = new Map(this.clusters.flatMap(({ id, members }) => members.map((member) => [member, id])))
  }

  lengthOf(given: number): number {
    return lengthOf(this.shelf, this.textOf[given] as number)
  }

  reuseIn(given: number): TextReuse | undefined {
    const text = this.textOf[given] as number
    const passages = this.passages.get(text)
    if (passages === undefined || this.roll.roles[text] !== LECTURE) return undefined
    const begin = this.shelf.starts[text] as number
    const excused = this.excusedIn(text, passages)
    const own = excused.length - sum(excused)
    const covered = excused.slice()
    const matches = attribute(passages, begin, covered).map(({ source, passages: ofSource }): TextMatch => {
      const share = own === 0 ? 0 : (sum(covering(ofSource, begin, excused)) - sum(excused)) / own
      return this.match(text, source, share, ofSource)
    })
    return {
      originality: own === 0 ? 1 : 1 - (sum(covered) - sum(excused)) / own,
      matches: matches.sort((a, b) => b.share - a.share),
    }
  }

  clusterOf(given: number): number | undefined {
    return this.clusterByText.get(given)
  }

  private match(text: number, source: number, share: number, passages: readonly Fragment[]): TextMatch {
    const { given, groups, roles } = this.roll
    const isOwn = groups[text] === groups[source]
    const relation = roles[source] === CORPUS ? 'corpus' : roles[source] === ISSUED ? 'issued' : isOwn ? 'own' : 'other'
    return {
      source: given[source] as number,
      relation,
      order: orderOf(this.roll, text, source),
      share,
      passages: passages.toSorted((a, b) => a.here - b.here).map((passage) => this.written(passage, text)),
    }
  }

  /** 1 for each character that is left out of the reckoning: quoted, from what was issued to all, or from what is studied. */
  private excusedIn(text: number, passages: readonly Fragment[]): Uint8Array {
    const { given, roles } = this.roll
    const begin = this.shelf.starts[text] as number
    const excused = new Uint8Array(lengthOf(this.shelf, text))
    const { kinds, base } = this.shelf.open(text)
    for (let at = 0; at < excused.length; at++) if (kinds[begin + at - base] === QUOTED) excused[at] = 1
    const isStudied = (source: number) => this.texts.studies?.(given[text] as number, given[source] as number) === true
    const fromExcused = passages.filter(({ source }) => roles[source] === ISSUED || isStudied(source))
    return covering(fromExcused, begin, excused)
  }

  private written({ source, here, hereEnd, there, thereEnd, edits }: Fragment, text: number): Passage {
    const { given } = this.roll
    const begin = this.shelf.starts[text] as number
    const sourceBegin = this.shelf.starts[source] as number
    return {
      here: this.asWritten.span(given[text] as number, here - begin, hereEnd - begin),
      there: this.asWritten.span(given[source] as number, there - sourceBegin, thereEnd - sourceBegin),
      edits,
    }
  }
}

/** Of two texts of one day neither is the later one, so what the one has from the other is said of both. */
function withMirrored(passages: Passages, { roles, days }: Roll): Map<number, Fragment[]> {
  const all = new Map(Array.from(passages, ([text, ofText]) => [text, [...ofText]]))
  for (const [text, ofText] of passages) {
    for (const passage of ofText) {
      const { source } = passage
      if (roles[source] !== LECTURE || days[source] !== days[text]) continue
      const ofSource = all.get(source)
      if (ofSource === undefined) all.set(source, [mirror(passage, text)])
      else ofSource.push(mirror(passage, text))
    }
  }
  return all
}

function mirror(passage: Fragment, text: number): Fragment {
  const { here, hereEnd, there, thereEnd } = passage
  return { ...passage, source: text, here: there, hereEnd: thereEnd, there: here, thereEnd: hereEnd }
}

function clustersIn(passages: Passages, shelf: Shelf, { given, roles, days }: Roll): TextCluster[] {
  const links: [number, number][] = []
  for (const [text, ofText] of passages) {
    for (const [source, ofSource] of bySource(ofText)) {
      if (coverage(ofSource) >= lengthOf(shelf, text) * ONE_FAMILY) links.push([text, source])
    }
  }
  const numberOf = (text: number) => given[text] as number
  return clustersOf(links).flatMap(({ members }): TextCluster[] => {
    const lectures = members.filter((member) => roles[member] === LECTURE)
    if (lectures.length < 2) return []
    const first = members[0] as number
    const sources = members.filter((member) => roles[member] === roles[first] && days[member] === days[first])
    return [{ id: numberOf(first), sources: sources.map(numberOf), members: lectures.map(numberOf) }]
  })
}

function covering(passages: readonly Fragment[], begin: number, marks: Uint8Array): Uint8Array {
  const covered = marks.slice()
  for (const { here, hereEnd } of passages) covered.fill(1, here - begin, hereEnd - begin)
  return covered
}

function orderOf({ roles, days }: Roll, text: number, source: number): SourceOrder {
  if (roles[source] !== LECTURE) return 'earlier'
  if (days[source] === NO_DAY || days[text] === NO_DAY) return 'undated'
  return days[source] === days[text] ? 'same-day' : 'earlier'
}

function sum(marks: Uint8Array): number {
  let total = 0
  for (let at = 0; at < marks.length; at++) total += marks[at] as number
  return total
}
