import { hasCome, type SomeDay } from '../../calendar/judging-day.ts'
import { byCodePoint, byText } from '../../text/order.ts'
import {
  type CompareTexts,
  findReuse,
  foldText,
  type LectureReuse,
  type ReuseCluster,
  type ReuseDocument,
} from '../../text/reuse/index.ts'
import type { CorpusText, LedgerFacts } from '../contract.ts'
import { PutAwayFacts } from '../put-away-facts.ts'
import type { LectureFact, ReuseFact } from './reuse-facts.ts'
import { kinshipLabels } from './reuse-kinship.ts'

export interface AnalysisOptions {
  /** The fewest folded characters that a passage must have. */
  readonly minPassage: number
  readonly setPhrases: readonly string[]
  readonly corpus: readonly CorpusText[]
  /** Other means of comparing, where there are any. */
  readonly compareTexts?: CompareTexts | undefined
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

/** Compares all lectures with each other and with the corpus. The order of the ledgers makes no difference. */
export function analyseLectures(ledgers: readonly LedgerFacts<ReuseFact>[], options: AnalysisOptions): ReuseAnalysis {
  const lectures = lecturesIn(ledgers).filter((fact) => wasGiven(fact, options.asOf))
  const sorted = lectures.toSorted((a, b) => byCodePoint(a.branch, b.branch) || byCodePoint(a.record, b.record))
  const corpus = options.corpus.toSorted(byText(({ name }) => name))
  const sources = new Map<string, LectureFact | CorpusText>([
    ...corpus.map((text): [string, CorpusText] => [corpusId(text), text]),
    ...sorted.map((fact): [string, LectureFact] => [lectureId(fact), fact]),
  ])
  const documents = [...corpus.map(corpusDocument), ...lectureDocuments(sorted, corpus)]
  const { minPassage, setPhrases, compareTexts } = options
  const { lectures: found, clusters } = findReuse(documents, { minPassage, setPhrases }, compareTexts)
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
    return [
      {
        id: lectureId(fact),
        get text() {
          return fact.script?.text ?? ''
        },
        role: fact.issuedBy === undefined ? 'lecture' : 'issued',
        group: fact.branch,
        date: fact.date,
        kin: kin[index],
        studies: studiedBy(fact, names),
      },
    ]
  })
}

/** The lectures of all ledgers; the scripts, which are long, are made anew whenever they are asked for. */
function lecturesIn(ledgers: readonly LedgerFacts<ReuseFact>[]): LectureFact[] {
  const putAway = new PutAwayFacts(ledgers, (facts) => facts.filter((fact) => fact.type === 'lecture'))
  return [...ledgers.keys()].flatMap((ledger) =>
    putAway.of(ledger).flatMap((fact, index): LectureFact[] => {
      if (fact.type !== 'lecture') return []
      const { script, ...light } = fact
      if (script === undefined) return [fact]
      return [
        {
          ...light,
          get script() {
            return (putAway.of(ledger)[index] as LectureFact).script
          },
        },
      ]
    }),
  )
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

function studiedBy(fact: LectureFact, names: readonly { id: string; name: string }[]): string[] {
  if (names.length === 0) return []
  const text = fact.script?.text ?? ''
  return names.filter(({ name }) => isAbout(fact, text, name)).map(({ id }) => id)
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
