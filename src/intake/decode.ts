import { bySignature } from './file-signatures.ts'

export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'gb18030'] as const
export type Encoding = (typeof ENCODINGS)[number]

/** What decoding a file has to tell; `line` counts from 1. */
export interface DecodingRemark {
  readonly code: 'bad-encoding' | 'mixed-encoding' | 'guessed-encoding' | 'damaged-text' | 'not-text' | 'empty-file'
  readonly severity: 'error' | 'warning' | 'info'
  readonly message: string
  readonly line: number
}

/** The text of a file; without `text` it could not be read at all, and a remark says why. */
export interface Decoding {
  readonly text?: string
  readonly encoding?: Encoding
  readonly remarks: readonly DecodingRemark[]
}

/**
 * Brings the bytes of a file to text: by its byte order mark, else as UTF-8, else as GB18030 (what Excel and WPS write on
 * Chinese Windows), each strictly. UTF-16 without a mark is known by where its zero bytes stand.
 */
export function decode(bytes: Uint8Array): Decoding {
  const foreign = bySignature(bytes)
  if (foreign !== undefined)
    return failure('not-text', 'error', `${foreign}；请用 Excel 或 WPS 打开原文件，另存为台账能用的格式`)
  const decoding = byMark(bytes) ?? byZeros(bytes) ?? asUtf8(bytes) ?? asMixture(bytes) ?? asGb18030(bytes)
  if (decoding === undefined) return unreadable(bytes)
  return decoding.text?.trim() === '' ? failure('empty-file', 'info', '文件是空的，没有内容可读') : withDamage(decoding)
}

function failure(
  code: DecodingRemark['code'],
  severity: DecodingRemark['severity'],
  message: string,
  line = 1,
): Decoding {
  return { remarks: [{ code, severity, message, line }] }
}

const MARKS: readonly (readonly [encoding: Encoding, mark: readonly number[]])[] = [
  ['utf-8', [0xef, 0xbb, 0xbf]],
  ['utf-16le', [0xff, 0xfe]],
  ['utf-16be', [0xfe, 0xff]],
]

function byMark(bytes: Uint8Array): Decoding | undefined {
  const found = MARKS.find(([, mark]) => mark.every((byte, at) => bytes[at] === byte))
  if (found === undefined) return undefined
  const [encoding] = found
  const text = strictly(bytes, encoding)
  return text === undefined ? undefined : { text, encoding, remarks: [] }
}

/** Text in UTF-16 shows its ASCII characters as bytes beside zeros, nearly all on the same side: 一 has one on the other. */
function byZeros(bytes: Uint8Array): Decoding | undefined {
  if (!bytes.includes(0)) return undefined
  const zeros = [0, 0]
  for (const [at, byte] of bytes.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  const encoding = odd > 2 * even ? 'utf-16le' : even > 2 * odd ? 'utf-16be' : undefined
  const text = encoding && strictly(bytes, encoding)
  if (encoding !== undefined && text !== undefined && !CONTROL.test(text)) return { text, encoding, remarks: [] }
  return failure('not-text', 'error', '文件里有文本不会有的零字节，不是文本文件，或者已经损坏；请核对原文件，重新导出')
}

const CONTROL = /(?![\t\n\v\f\r])\p{Cc}/u

const HAN = /\p{Script=Han}/u
/** What two bytes of GBK look like when they happen to be valid UTF-8. */
const TWO_BYTE_LETTER = /[\u0080-\u07ff]/

/** Short GBK texts can be valid UTF-8 too (缺席); a ledger without any Chinese character but with accents is that. */
function asUtf8(bytes: Uint8Array): Decoding | undefined {
  const text = strictly(bytes, 'utf-8')
  if (text === undefined) return undefined
  if (HAN.test(text) || !TWO_BYTE_LETTER.test(text)) return { text, encoding: 'utf-8', remarks: [] }
  const other = strictly(bytes, 'gb18030')
  if (other === undefined || !HAN.test(other)) return { text, encoding: 'utf-8', remarks: [] }
  const message = '文件太短，编码分不清是 UTF-8 还是 GBK，按 GBK 读取；如有乱码，请另存为 UTF-8'
  return {
    text: other,
    encoding: 'gb18030',
    remarks: [{ code: 'guessed-encoding', severity: 'info', message, line: 1 }],
  }
}

function asGb18030(bytes: Uint8Array): Decoding | undefined {
  const text = strictly(bytes, 'gb18030')
  return text === undefined ? undefined : { text, encoding: 'gb18030', remarks: [] }
}

/** A file in UTF-8 into which lines in another encoding were pasted: as GB18030 it would all be garbled. */
function asMixture(bytes: Uint8Array): Decoding | undefined {
  const lines = linesOf(bytes)
  const texts = lines.map((line) => strictly(line, 'utf-8'))
  const good = texts.filter((text) => text !== undefined && HAN.test(text)).length
  const bad = texts.filter((text) => text === undefined).length
  if (good <= bad) return undefined
  const line = texts.indexOf(undefined) + 1
  const text = texts.map((one, at) => one ?? inOtherEncoding(lines[at] ?? new Uint8Array())).join('\n')
  const message = `文件是 UTF-8 编码，但第${line}行等${bad}行夹有别的编码，这些行可能有乱码；请核对原文，另存为 UTF-8`
  return { text, encoding: 'utf-8', remarks: [{ code: 'mixed-encoding', severity: 'warning', message, line }] }
}

function inOtherEncoding(line: Uint8Array): string {
  return strictly(line, 'gb18030') ?? new TextDecoder('utf-8').decode(line)
}

function unreadable(bytes: Uint8Array): Decoding {
  const line = linesOf(bytes).findIndex((one) => strictly(one, 'gb18030') === undefined) + 1
  return failure(
    'bad-encoding',
    'error',
    `文件的编码认不出来（不是 UTF-8、UTF-16，也不是 GBK/GB18030），从第${line}行起读不下去；请用记事本、Excel 或 WPS 打开，另存为 UTF-8 编码`,
    line,
  )
}

/** What is left of a text that a program once read in the wrong encoding and then saved. */
const DAMAGE = /\ufffd|锟斤拷/u

function withDamage(decoding: Decoding): Decoding {
  const { text = '', remarks } = decoding
  const at = text.search(DAMAGE)
  if (at < 0 || remarks.length > 0) return decoding
  const line = text.slice(0, at).split('\n').length
  const message = `第${line}行起有乱码（“�”“锟斤拷”一类），是以前用错编码保存时留下的，原文已经丢失；请从没有损坏的原文件重新导出`
  return { ...decoding, remarks: [{ code: 'damaged-text', severity: 'warning', message, line }] }
}

const NEWLINE = 0x0a

function linesOf(bytes: Uint8Array): Uint8Array[] {
  const lines: Uint8Array[] = []
  let start = 0
  for (let end = bytes.indexOf(NEWLINE); end >= 0; end = bytes.indexOf(NEWLINE, start)) {
    lines.push(bytes.subarray(start, end))
    start = end + 1
  }
  lines.push(bytes.subarray(start))
  return lines
}

/** `undefined` where the bytes are no text in this encoding. Marks at the start are no part of the text. */
function strictly(bytes: Uint8Array, encoding: Encoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes).replace(/^\ufeff+/u, '')
  } catch {
    return undefined
  }
}
