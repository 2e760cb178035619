import { type DecodingRemark, decode } from './decode.ts'
import { isOldOffice } from './file-signatures.ts'
import { zipFault } from './zip-size.ts'

/** The text of a script file; without `text` it could not be read, and a remark says why. */
export interface ScriptReading {
  readonly text?: string
  readonly remarks: readonly DecodingRemark[]
}

const MEGABYTE = 1024 * 1024
/** A lecture with pictures stays below this. */
const MAX_BYTES = 30 * MEGABYTE

/**
 * Reads the text of a script (讲稿) by the ending of its file: `.md` and `.txt` as text, `.docx` paragraph by paragraph,
 * one a line. The library for the latter is loaded when first needed.
 */
export async function scriptText(path: string, bytes: Uint8Array): Promise<ScriptReading> {
  const ending = /\.([^./]+)$/u.exec(path)?.[1]?.toLowerCase() ?? ''
  const advice = UNREADABLE[ending]
  if (advice !== undefined) return failure(advice)
  if (bytes.length > MAX_BYTES)
    return failure(`文件有${Math.ceil(bytes.length / MEGABYTE)} MB，太大了；请只留文字，另存后再试`)
  return ending === 'docx' ? docxText(bytes) : decode(bytes)
}

const SAVE_AS = '请用 Word 或 WPS 打开，另存为 .docx、.md 或 .txt'

/** What is said of files that hold text which can't be got at. */
const UNREADABLE: Readonly<Record<string, string>> = {
  doc: `这是旧版 Word 文件（.doc），读不了；${SAVE_AS}`,
  wps: `这是 WPS 专用格式（.wps），读不了；${SAVE_AS}`,
  pdf: `这是 PDF 文件，读不了；${SAVE_AS}`,
  rtf: `这是 RTF 文档，读不了；${SAVE_AS}`,
  ppt: `这是演示文稿，读不了；请把讲稿的文字另存为 .docx、.md 或 .txt`,
  pptx: `这是演示文稿，读不了；请把讲稿的文字另存为 .docx、.md 或 .txt`,
}

async function docxText(bytes: Uint8Array): Promise<ScriptReading> {
  if (bytes.length === 0) return failure('文件是空的，没有内容可读', 'empty-file', 'info')
  if (isOldOffice(bytes)) return failure(`这是旧版 Word 文件，或者加了密码，读不了；请去掉密码，${SAVE_AS.slice(1)}`)
  const fault = await zipFault(bytes)
  if (fault !== undefined) return failure(`${fault}；${SAVE_AS}`)
  try {
    const { default: mammoth } = await import('mammoth')
    const copy = bytes.slice().buffer
    // In a browser the library asks for `arrayBuffer`, elsewhere for `buffer`, and takes either for both.
    const input = { arrayBuffer: copy, buffer: copy }
    const { value } = await mammoth.extractRawText(input)
    return inLines(value)
  } catch {
    return failure(`文件已经损坏，读不了；${SAVE_AS}`)
  }
}

/** The library ends each paragraph with two line breaks. */
function inLines(value: string): ScriptReading {
  const text = value.replaceAll('\n\n', '\n').replace(/\n+$/u, '\n')
  return text.trim() === ''
    ? failure('文件里没有文字（可能全是图片），没有内容可读', 'empty-file', 'warning')
    : { text, remarks: [] }
}

function failure(
  message: string,
  code: DecodingRemark['code'] = 'not-text',
  severity: DecodingRemark['severity'] = 'error',
): ScriptReading {
  return { remarks: [{ code, severity, message, line: 1 }] }
}
