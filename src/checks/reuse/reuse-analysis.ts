import { hasCome, type SomeDay } from '../../calendar/judging-day.ts'
import { byCodePoint, byText } from '../../text/order.ts'
import {
  type FindReuse,
  findReuse,
  foldText,
  type LectureReuse,
  type ReuseCluster,
  type ReuseDocument,
} from '../../text/reuse/index.ts'
import type { CorpusText } from '../contract.ts'
import type { LectureFact, ReuseFact } from './reuse-facts.ts'
import { kinshipLabels } from './reuse-kinship.ts'

export interface AnalysisOptions {
  /** The fewest folded characters that a passage must have. */
  readonly minPassage: number
  readonly setPhrases: readonly string[]
  readonly corpus: readonly CorpusText[]
  /** Other means of comparing, where there are any. */
  readonly findReuse?: FindReuse | undefined
  /** Lectures after this day are plans. */
  readonly asOf: SomeDay
}

/** A lecture that was given, with what was found of it: nothing where its script is missing, short, or was issued. */
export interface AnalysedLecture {
  readonly fact: LectureFact
  readonly reuse?: LectureReuse
}

export interface ReuseAnalysis {
  /** By branch, then by record. */
  readonly lectures: readonly AnalysedLecture[]
  readonly clusters: readonly ReuseCluster[]
  /** The lecture or corpus text behind an id of the result. */
  readonly sourceOf: (id: string) => LectureFact | CorpusText
  /** What reports call a cluster, by its id. */
  readonly clusterName: (id: string) => string
}

/** A name of fewer folded characters (讲稿, ref) names no document in particular. */
const SHORTEST_DOCUMENT_NAME = 4

/** Compares all lectures with each other and with the corpus. The order of the facts makes no difference. */
export function analyseLectures(facts: readonly ReuseFact[], options: AnalysisOptions): ReuseAnalysis {
  const lectures = facts.filter((fact) => fact.type === 'lecture').filter((fact) => wasGiven(fact, options.asOf))
  const sorted = lectures.toSorted((a, b) => byCodePoint(a.branch, b.branch) || byCodePoint(a.record, b.record))
  const corpus = options.corpus.toSorted(byText(({ name }) => name))
  const sources = new Map<string, LectureFact | CorpusText>([
    ...corpus.map((text): [string, CorpusText] => [corpusId(text), text]),
    ...sorted.map((fact): [string, LectureFact] => [lectureId(fact), fact]),
  ])
  const documents = [...corpus.map(corpusDocument), ...lectureDocuments(sorted, corpus)]
  const { minPassage, setPhrases } = options
  const { lectures: found, clusters } = (options.findReuse ?? findReuse)(documents, { minPassage, setPhrases })
  const reuseOf = new Map(found.map((reuse) => [reuse.id, reuse]))
  const sourceOf = (id: string) => {
    const source = sources.get(id)
    if (source === undefined) throw new Error(`no text has the id ${id}`)
    return source
  }
  return {
    lectures: sorted.map((fact) => {
      const reuse = reuseOf.get(lectureId(fact))
      return { fact, ...(reuse !== undefined && reuse.length >= minPassage && { reuse }) }
    }),
    clusters,
    sourceOf,
    clusterName: (id) => {
      const source = sourceOf(id)
      return isCorpusText(source) ? source.name : id
    },
  }
}

export function isCorpusText(source: LectureFact | CorpusText): source is CorpusText {
  return !('type' in source)
}

function wasGiven({ date, state }: LectureFact, asOf: SomeDay): boolean {
  return (state === undefined || state === '已开') && (date === undefined || hasCome(date, asOf))
}

function lectureDocuments(lectures: readonly LectureFact[], corpus: readonly CorpusText[]): ReuseDocument[] {
  const kin = kinshipLabels(lectures)
  const names = corpus.map((text) => ({ id: corpusId(text), name: documentName(text) }))
  return lectures.flatMap((fact, index): ReuseDocument[] => {
    if (fact.script === undefined) return []
    const { text } = fact.script
    return [
      {
        id: lectureId(fact),
        text,
        role: fact.issuedBy === undefined ? 'lecture' : 'issued',
        group: fact.branch,
        date: fact.date,
        kin: kin[index],
        studies: names.filter(({ name }) => isAbout(fact, text, name)).map(({ id }) => id),
      },
    ]
  })
}

function corpusDocument(text: CorpusText): ReuseDocument {
  return { id: corpusId(text), text: text.text, role: 'corpus', group: '' }
}

/** Ids sort as names do; a branch never begins with this character. */
function corpusId({ name }: CorpusText): string {
  return `\u0001${name}`
}

function lectureId({ branch, record }: LectureFact): string {
  return `${branch}/${record}`
}

/** Whether a lecture says in 《》 or in its title that it is about the document: then it may use its words. */
function isAbout({ title = '' }: LectureFact, text: string, document: string): boolean {
  if (document.length < SHORTEST_DOCUMENT_NAME) return false
  const named = [title, ...Array.from(text.matchAll(/《([^《》\n]{2,80})》/gu), (match) => match[1] ?? '')]
  return named.some((name) => foldText(name).includes(document))
}

/** The file's name without folders and ending. */
function documentName({ name }: CorpusText): string {
  return foldText((name.split('/').at(-1) ?? '').replace(/\.[^.]+$/u, ''))
}
