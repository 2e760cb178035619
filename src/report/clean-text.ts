/**
 * Terminal sequences: CSI (colours, cursor), strings up to their end (OSC titles and links, DCS, APC …), then any
 * two-character escape. ECMA-48, in their 7-bit and 8-bit forms.
 */
const TERMINAL_SEQUENCES = new RegExp(
  [
    '(?:\\u001b\\[|\\u009b)[\\u0030-\\u003f]*[\\u0020-\\u002f]*[\\u0040-\\u007e]',
    '(?:\\u001b[\\]PX^_]|[\\u0090\\u0098\\u009d-\\u009f])[^\\u0007\\u001b\\u009c]*(?:\\u0007|\\u001b\\\\|\\u009c)?',
    '\\u001b[\\u0020-\\u002f]*[\\u0030-\\u007e]?',
  ].join('|'),
  'gu',
)

/** Line ends and tabs, which would break a line or a table cell. */
const LINE_BREAKS = /[\t\n\v\f\r\u0085\u2028\u2029]+/gu

/** What shows nothing, or turns the direction of what follows (Trojan Source, CVE-2021-42574). ZWJ stays: emoji need it. */
const INVISIBLE = /[\p{Cc}\u00ad\u061c\u180e\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]/gu

const LONE_SURROGATE = /\p{Surrogate}/gu

const SUSPECT = /[\p{Cc}\p{Cf}\p{Surrogate}\u2028\u2029]/u

/** The text as one line that says to a terminal, a page or a spreadsheet what it says to a reader, and no more. */
export function cleanText(text: string): string {
  if (!SUSPECT.test(text)) return text
  return text
    .replace(TERMINAL_SEQUENCES, '')
    .replace(LINE_BREAKS, ' ')
    .replace(INVISIBLE, '')
    .replace(LONE_SURROGATE, '\ufffd')
}

/** The same for a text that may have several lines. */
export function cleanLines(text: string): string {
  return text
    .split(/\r\n|[\n\r\u0085\u2028\u2029]/u)
    .map(cleanText)
    .join('\n')
}

type Clean = (text: string) => string

/** The same value with every text in it made clean; ledgers are not trusted, so each format for people begins with this. */
export function withCleanText<T>(value: T, clean?: Clean): T
export function withCleanText(value: unknown, clean: Clean = cleanText): unknown {
  if (typeof value === 'string') return clean(value)
  if (Array.isArray(value)) return value.map((item) => withCleanText(item, clean))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [clean(key), withCleanText(item, clean)]))
}
