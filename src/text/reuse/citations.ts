import type { Span } from './documents.ts'

/** How a stretch of text is marked as another's words, or as the name of a document. */
export const CITATION_KINDS = ['title', 'attributed', 'quoted'] as const
export type CitationKind = (typeof CITATION_KINDS)[number]

export interface Citation extends Span {
  readonly kind: CitationKind
}

/** A longer stretch in one pair of quotation marks is no quotation but a text in disguise. UTF-16 units. */
const LONGEST_QUOTATION = 400
/** What is shorter is a term (“三会一课”), not a quotation. */
const SHORTEST_QUOTATION = 13
const LONGEST_TITLE = 80
const LONGEST_ARTICLE = 400
const LONGEST_SAYING = 160

/** Beyond this part of a text, quotation marks without a source excuse nothing: a copy is not made clean by wrapping it. */
const MOST_QUOTED = 0.25
/** Likewise for quotations that name their source. */
const MOST_ATTRIBUTED = 0.5

const TITLE = new RegExp(`《[^《》\\n]{1,${LONGEST_TITLE}}》|〈[^〈〉\\n]{1,${LONGEST_TITLE}}〉`, 'gu')

const QUOTATION = new RegExp(
  [
    ['“', '”', '“”'],
    ['「', '」', '「」'],
    ['『', '』', '『』'],
    ['"', '"', '"\\n'],
    ['＂', '＂', '＂\\n'],
  ]
    .map(([open, close, barred]) => `${open}[^${barred}]{${SHORTEST_QUOTATION},${LONGEST_QUOTATION}}${close}`)
    .join('|'),
  'gu',
)

/** What stands before a quotation that names its source. */
const LEAD_IN =
  /(?:指出|强调|強調|要求|提出|写道|寫道|讲道|说过|說過|原文[是为為]?|规定|規定|明确|明確|教导我们|告诫|如下|》)[^。！？\n]{0,6}$/u

/** 指出：… without quotation marks: the rest of the sentence is another's. Begins with its mark, which is seldom met. */
const SAYING = new RegExp(
  `[，,：:](?<=(?:指出|强调|強調|写道|寫道|讲道|说过|說過|教导我们|告诫我们).|(?:原文[是为為]?|要求|规定|規定)[：:])[^。！？；\\n“「『"＂]{1,${LONGEST_SAYING}}`,
  'gu',
)

/** 第十一条 …: the wording of an article of a regulation, to the end of its paragraph. */
const NUMBER = '[一二三四五六七八九十百零〇\\d]{1,5}'
const ARTICLE = new RegExp(
  `第${NUMBER}条(?<=(?:^|[\\n。”])[ \\t\\u3000]*第${NUMBER}条)[ \\t\\u3000：:][^\\n]{1,${LONGEST_ARTICLE}}`,
  'gu',
)

/**
 * The stretches of a text that are openly another's: quotations, sayings after 指出 and the like, articles of
 * regulations, titles in 《》. In the order of the text, none overlapping another.
 *
 * A text that consists of quotations for more than half (a quarter, where they name no source) loses that excuse.
 */
export function citationsOf(text: string): Citation[] {
  const attributed: Span[] = [...spansOf(text, SAYING), ...spansOf(text, ARTICLE)]
  const quoted: Span[] = []
  for (const span of spansOf(text, QUOTATION)) (isAttributed(text, span) ? attributed : quoted).push(span)
  return apart([
    ...within(attributed, text.length * MOST_ATTRIBUTED, 'attributed'),
    ...within(quoted, text.length * MOST_QUOTED, 'quoted'),
    ...spansOf(text, TITLE).map((span) => ({ ...span, kind: 'title' as const })),
  ])
}

function spansOf(text: string, pattern: RegExp): Span[] {
  return Array.from(text.matchAll(pattern), (match) => ({ start: match.index, end: match.index + match[0].length }))
}

function isAttributed(text: string, quotation: Span): boolean {
  return LEAD_IN.test(text.slice(Math.max(0, quotation.start - 16), quotation.start))
}

function within(spans: readonly Span[], most: number, kind: CitationKind): Citation[] {
  const length = spans.reduce((sum, { start, end }) => sum + end - start, 0)
  return length > most ? [] : spans.map((span) => ({ ...span, kind }))
}

/** Cuts each stretch back to what no earlier one holds; what is wholly inside another goes. */
function apart(citations: readonly Citation[]): Citation[] {
  const sorted = citations.toSorted((a, b) => a.start - b.start || b.end - a.end)
  const kept: Citation[] = []
  let reached = 0
  for (const citation of sorted) {
    if (citation.end <= reached) continue
    kept.push({ ...citation, start: Math.max(citation.start, reached) })
    reached = citation.end
  }
  return kept
}
