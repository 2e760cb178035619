import type { Script } from '../ledger/schema.ts'
import type { SourceEntry } from '../source/node.ts'
import type { Place } from '../source/place.ts'
import { isBlank } from './keys.ts'
import type { Reading } from './reading.ts'
import { saysNone, scalarOf } from './scalars.ts'

/** What a 讲稿 field holds; neither where it names a file, which is asked for. */
export interface ScriptField {
  readonly script?: Script
  /** The field itself, where it holds no script but says something. */
  readonly beside?: SourceEntry
}

const LONGEST_PATH = 260
const FILE = /\.(md|markdown|txt|docx)$/iu
const OTHER_FILE = /\.(doc|pdf|pptx?|wps|rtf|odt|xlsx?|jpe?g|png|mp4|zip|rar)$/iu
/** A script that is said to be there, but not here. */
const ELSEWHERE =
  /^(?:有|已有|已?附|是|√|见?附件|详?见(?:附件|原件|档案|纸质|讲稿|PPT).{0,20}|另附|附后|略|https?:\/\/\S+)$/iu

/** Reads 讲稿: the text itself, or a file beside the ledger, which is asked for on behalf of the record at `record`. */
export function scriptOf(entry: SourceEntry | undefined, record: Place, reading: Reading): ScriptField {
  const scalar = entry && !isBlank(entry.value) ? scalarOf(entry, reading) : undefined
  if (entry === undefined || scalar === undefined || saysNone(scalar.text)) return {}
  const text = scalar.text.trim()
  const isPath = text.length <= LONGEST_PATH && !text.includes('\n')
  if (isPath && FILE.test(text)) {
    reading.scripts.push({ path: besideLedger(text, reading.file), record, namedAt: scalar.at })
    return {}
  }
  if (isPath && OTHER_FILE.test(text)) {
    reading.warn(
      'unreadable-script',
      `「${entry.key}」写的是「${text}」，这种文件读不了，没有核对讲稿；请另存为 .docx、.md 或 .txt`,
      scalar.at,
      text,
    )
    return { beside: entry }
  }
  if (ELSEWHERE.test(text)) {
    reading.note(
      'script-elsewhere',
      `「${entry.key}」写作「${text}」，没有讲稿的内容，没有核对；请写上讲稿文件的路径或讲稿的内容`,
      scalar.at,
      text,
    )
    return { beside: entry }
  }
  const { reflowed = false, at } = scalar
  return { script: { text: scalar.text, at, ...(reflowed && { reflowed }), namedAt: entry.keyAt } }
}

/** The path as the ledger's folder has it, without `.` and `..` as far as they lead to something. */
function besideLedger(written: string, file: string): string {
  const path = written.replaceAll('\\', '/')
  if (/^(?:\/|[a-z]:\/)/iu.test(path)) return path
  const steps = file.split('/').slice(0, -1)
  for (const step of path.split('/')) {
    if (step === '.' || step === '') continue
    if (step === '..' && steps.length > 0 && steps.at(-1) !== '..') steps.pop()
    else steps.push(step)
  }
  return steps.join('/')
}
