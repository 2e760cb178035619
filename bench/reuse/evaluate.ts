import { findReuse, type ReuseResult } from '../../src/text/reuse/index.ts'
import { type CorpusOptions, type Generated, generate, KINDS, USUAL } from './corpus.ts'
import { type Score, score } from './score.ts'
import { UNCOPIED } from './uncopied.ts'

const OPTIONS = { minPassage: 40, setPhrases: [] }
/** Texts in a corpus without copying, and how many such corpora. */
const UNCOPIED_SIZES = [
  [4, 50],
  [20, 20],
  [200, 10],
  [1000, 5],
] as const

/** What is wanted; by the names of `Score` and of the disguises. */
const WANTED = [
  ['precision', 'at least', 0.99],
  ['verbatim', 'at least', 0.99],
  ['punctuation', 'at least', 0.99],
  ['edits-10', 'at least', 0.98],
  ['edits-20', 'at least', 0.92],
  ['edits-30', 'at least', 0.7],
  ['mosaic', 'at least', 0.92],
  ['reordered', 'at least', 0.92],
  ['granularity', 'at most', 1.05],
  ['sharedFlagged', 'at most', 0.003],
] as const

interface Corpus {
  readonly name: string
  readonly options: CorpusOptions
  readonly seeds: number
}

const words = (lectures: number, more: Partial<CorpusOptions> = {}): CorpusOptions => ({
  ...USUAL,
  lectures,
  seed: 1,
  ...more,
})
const plain = (lectures: number, more: Partial<CorpusOptions> = {}): CorpusOptions =>
  words(lectures, { speech: 'plain', length: 1500, references: 3, ...more })
const formal = (lectures: number, more: Partial<CorpusOptions> = {}): CorpusOptions =>
  words(lectures, { speech: 'formal', length: 2000, references: 3, ...more })

/** `words` is nonsense in an endless vocabulary; `plain` and `formal` have few clauses, so that unrelated lectures share most of them. */
const CORPORA: readonly Corpus[] = [
  { name: 'words, 1000 lectures', options: words(1000), seeds: 2 },
  { name: 'words, 200 lectures', options: words(200), seeds: 5 },
  { name: 'words, 20 lectures', options: words(20, { references: 3 }), seeds: 20 },
  { name: 'plain, 1000 lectures', options: plain(1000), seeds: 1 },
  { name: 'plain, 200 lectures', options: plain(200), seeds: 3 },
  { name: 'plain, 20 lectures', options: plain(20), seeds: 20 },
  { name: 'formal, 1000 lectures', options: formal(1000), seeds: 1 },
  { name: 'formal, 200 lectures', options: formal(200), seeds: 3 },
  {
    name: 'one template × 3000 of 4000',
    options: words(4000, { copying: 0.1, templates: 0.75, oneTemplate: true, length: 1000 }),
    seeds: 1,
  },
]

const [lectures, seed = '1', changes = '{}'] = process.argv.slice(2)
const chosen: readonly Corpus[] =
  lectures === undefined
    ? CORPORA
    : [
        {
          name: `${lectures} lectures`,
          options: { ...words(Number(lectures)), seed: Number(seed), ...JSON.parse(changes) },
          seeds: 1,
        },
      ]
for (const corpus of chosen) console.log(`${evaluated(corpus)}\n`)
if (lectures === undefined) console.log(falselyFound())

function evaluated({ name, options, seeds }: Corpus): string {
  const runs = Array.from({ length: seeds }, (_, run) => evaluate({ ...options, seed: options.seed + run }))
  const mean = (figure: (run: Run) => number) => {
    const figures = runs.map(figure).filter(Number.isFinite)
    return figures.reduce((sum, one) => sum + one, 0) / figures.length
  }
  const sum = (figure: (run: Run) => number) => runs.reduce((total, run) => total + figure(run), 0)
  const lines = [
    `${name}${seeds > 1 ? ` (mean of ${seeds} seeds)` : ''}: ${Math.round(mean(({ milliseconds }) => milliseconds))} ms`,
    `  passages ${sum(({ found }) => found.passages)}, of which nothing was copied in ${sum(({ found }) => found.falsePassages)}; lectures below half originality though nothing was copied: ${sum(({ accused }) => accused)}`,
    `  shared wording flagged ${percent(mean(({ found }) => found.sharedFlagged))}, quotations flagged ${percent(mean(({ found }) => found.quotedFlagged))}`,
  ]
  const kinds = KINDS.map((kind) => [kind, mean(({ found }) => found.byKind[kind])] as const)
  const figures = new Map<string, number>([
    ...kinds,
    ...(['precision', 'granularity', 'sharedFlagged'] as const).map(
      (key) => [key, mean(({ found }) => found[key])] as const,
    ),
  ])
  const missed = WANTED.flatMap(([key, sense, bound]) => {
    const figure = figures.get(key) ?? Number.NaN
    const isMet = !Number.isFinite(figure) || (sense === 'at least' ? figure >= bound : figure <= bound)
    return isMet ? [] : [`${key} ${figure.toFixed(4)} (wanted ${sense} ${bound})`]
  })
  return [
    ...lines,
    `  characters: recall ${mean(({ found }) => found.recall).toFixed(4)}, precision ${mean(({ found }) => found.precision).toFixed(4)}`,
    `  PAN: precision ${mean(({ found }) => found.panPrecision).toFixed(4)}, recall ${mean(({ found }) => found.panRecall).toFixed(4)}, granularity ${mean(({ found }) => found.granularity).toFixed(4)}, plagdet ${mean(({ found }) => found.plagdet).toFixed(4)}`,
    `  families ${sum(({ found }) => found.wholeFamilies)} of ${sum(({ found }) => found.families)} each found as one cluster, no stranger in it`,
    `  recall by disguise: ${kinds.flatMap(([kind, recall]) => (Number.isFinite(recall) ? [`${kind} ${recall.toFixed(3)}`] : [])).join(', ')}`,
    `  ${missed.length === 0 ? 'all that is wanted is reached' : `not reached: ${missed.join(', ')}`}`,
  ].join('\n')
}

/** What is found where nothing was copied. */
function falselyFound(): string {
  const rows = Object.entries(UNCOPIED).map(([name, texts]) => {
    const figures = UNCOPIED_SIZES.map(([size, seeds]) => {
      const found = Array.from(
        { length: seeds },
        (_, seed) => findReuse(texts(size, seed + 1), OPTIONS).lectures,
      ).flat()
      const passages = found.flatMap(({ matches }) => matches.flatMap((match) => match.passages))
      const accused = found.filter(({ originality }) => originality <= 0.5)
      return `${passages.length} in ${found.length}, ${accused.length} below half`
    })
    return `  ${name}: ${figures.join('; ')}`
  })
  const sizes = UNCOPIED_SIZES.map(([size, seeds]) => `${seeds} × ${size}`).join('; ')
  return [`nothing copied; passages in so many texts of corpora of ${sizes}:`, ...rows].join('\n')
}

interface Run {
  readonly found: Score
  readonly milliseconds: number
  /** Lectures that would be a finding though nothing in them was copied. */
  readonly accused: number
}

function evaluate(options: CorpusOptions): Run {
  const generated = generate(options)
  const documents = generated.texts.map(({ document }) => document)
  const begun = performance.now()
  const result = findReuse(documents, OPTIONS)
  return {
    milliseconds: performance.now() - begun,
    found: score(generated, result),
    accused: accusedOf(generated, result),
  }
}

function accusedOf({ texts, cases }: Generated, { lectures: found }: ReuseResult): number {
  const copying = new Set(cases.map(({ document }) => texts[document]?.document.id))
  return found.filter(({ id, originality }) => originality <= 0.5 && !copying.has(id)).length
}

function percent(share: number): string {
  return `${((share || 0) * 100).toFixed(3)} %`
}
