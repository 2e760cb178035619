import { spansOf } from '../matches.ts'
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
/** A quotation in a quotation: “要发扬“钉钉子”精神，…”. */
const LONGEST_INNER = 60
const LONGEST_TITLE = 80
const LONGEST_ARTICLE = 400
const LONGEST_SAYING = 160

/** Beyond this part of a text, quotation marks without a source excuse nothing: a copy is not made clean by wrapping it. */
const MOST_QUOTED = 0.25
/** Likewise for quotations that name their source. */
const MOST_ATTRIBUTED = 0.5

/** Text pasted from a page breaks off in the middle of a sentence at the end of each line. */
const WRAP = '(?<=[\\p{L}，、；,;])\\n(?=[\\p{L}“《])'

const TITLE = new RegExp(`《[^《》]{1,${LONGEST_TITLE}}》|〈[^〈〉]{1,${LONGEST_TITLE}}〉`, 'gu')

const PAIRED = ['“”', '「」', '『』'].map((pair) => {
  const [open, close] = pair
  const inner = `${open}[^${pair}]{0,${LONGEST_INNER}}${close}`
  return new RegExp(`${open}(?:[^${pair}]|${inner}){1,${LONGEST_QUOTATION}}${close}`, 'gu')
})

/** Marks that open and close alike are paired in their order, line by line: so ” where it closes nothing. */
const ALIKE = [
  ['"', '"', '"'],
  ['＂', '＂', '＂'],
  ['(?<!“[^“”\\n]{0,400})”', '”', '“”'],
].map(([open, close, barred]) => new RegExp(`${open}(?:[^${barred}\\n]|${WRAP})*${close}`, 'gu'))

/** What stands before a quotation that names its source. */
const LEAD_IN =
  /(?:指出|强调|強調|要求|提出|写道|寫道|讲道|说过?|說過?|原文[是为為]?|规定|規定|明确|明確|教导我们|告诫|寄语|批示|号召|如下|》)[^。！？]{0,6}$/u

/** Whose words are worth repeating: documents, and those who speak for all. */
const DOCUMENT = '党章|黨章|章程|条例|條例|准则|準則|规定|規定|细则|法律|法规|宪法|》'
const AUTHORITY = `${DOCUMENT}|报告|報告|讲话|講話|决定|决议|公报|全会|[十百]大|总书记|總書記|毛主席|中央|通知|文件`

/** These announce another's words by themselves. */
const ANNOUNCE = ['指出', '强调', '強調', '写道', '寫道', '讲道', '说过', '說過', '教导我们', '告诫我们', '寄语']
/** These do with a colon. */
const DEMAND = ['要求', '规定', '規定', '原文', '原文是', '原文为', '原文為']
/** These do behind an authority; of anybody else they tell what he says himself. */
const SAY = [
  '提出',
  '要求',
  '规定',
  '規定',
  '明确',
  '明確',
  '写明',
  '载明',
  '说',
  '說',
  '讲',
  '号召',
  '告诉我们',
  '清楚',
  '明白',
  '开宗明义',
]

/** A term in quotation marks does not end the saying that it stands in. */
const TERM = `“[^“”]{1,${SHORTEST_QUOTATION - 1}}”`

/** 指出：… without quotation marks: the rest of the sentence is another's. What comes first leaves most commas out at once. */
const SAYING = new RegExp(
  `(?:[，,：:]|要(?!求))(?<=[${lastCharacters([...ANNOUNCE, ...DEMAND, ...SAY])}].)` +
    `(?<=(?:${ANNOUNCE.join('|')}).|(?:${DEMAND.join('|')})[：:]|(?:${AUTHORITY})[^。！？\\n]{0,20}(?:${SAY.join('|')}).)` +
    `(?:[^。！？\\n“「『"＂]|${TERM}|${WRAP}){1,${LONGEST_SAYING}}`,
  'gu',
)

const NUMBER = '[一二三四五六七八九十百零〇\\d]{1,5}'
const PARAGRAPH = `(?:[^\\n]|${WRAP}){1,${LONGEST_ARTICLE}}`
/** （一）… on a line of its own. */
const ITEM = `(?:[ \\t\\u3000]*\\n)+[ \\t\\u3000]*[（(]${NUMBER}[）)]${PARAGRAPH}`

/** 第十一条 …: the wording of an article of a regulation, to the end of its paragraph, and its numbered items. */
const ARTICLE = new RegExp(
  `第${NUMBER}条(?<=(?:^|[\\n。”])[ \\t\\u3000]*第${NUMBER}条)[ \\t\\u3000：:\\n]${PARAGRAPH}(?:${ITEM})*`,
  'gu',
)

/** 党章规定，党员必须履行下列义务： and the numbered items that follow. */
const ITEMS = new RegExp(`[：:](?=[ \\t\\u3000]*\\n)(?<=(?:${DOCUMENT})[^。！？\\n]{0,30}.)(?:${ITEM})+`, 'gu')

/**
 * The stretches of a text that are openly another's: quotations, sayings after 指出 and the like, articles of
 * regulations, titles in 《》. In the order of the text, none overlapping another.
 *
 * A text that consists of quotations for more than half (a quarter, where they name no source) loses that excuse. That
 * it reads out a regulation, article by article, is no disguise.
 */
export function citationsOf(text: string): Citation[] {
  const attributed: Span[] = spansOf(text, SAYING)
  const quoted: Span[] = []
  for (const span of quotationsOf(text)) (isAttributed(text, span) ? attributed : quoted).push(span)
  const articles = [...spansOf(text, ARTICLE), ...spansOf(text, ITEMS)]
  return apart([
    ...within(attributed, text.length * MOST_ATTRIBUTED, 'attributed'),
    ...within(quoted, text.length * MOST_QUOTED, 'quoted'),
    ...articles.map((span) => ({ ...span, kind: 'attributed' as const })),
    ...spansOf(text, TITLE).map((span) => ({ ...span, kind: 'title' as const })),
  ])
}

function lastCharacters(words: readonly string[]): string {
  return words.map((word) => word.at(-1)).join('')
}

const QUOTATION_MARK = /[“”「」『』"＂]/u

function quotationsOf(text: string): Span[] {
  if (!QUOTATION_MARK.test(text)) return []
  return [...PAIRED, ...ALIKE]
    .flatMap((pattern) => spansOf(text, pattern))
    .filter(({ start, end }) => end - start - 2 >= SHORTEST_QUOTATION && end - start - 2 <= LONGEST_QUOTATION)
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
