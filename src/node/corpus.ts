import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import type { CorpusText } from '../checks/contract.ts'
import { scriptText } from '../intake/script-text.ts'
import type { Problem } from '../source/problem.ts'
import { byText } from '../text/order.ts'
import { withSlashes } from './file-names.ts'
import { fileProblem, reasonOf } from './file-problem.ts'

/** The texts that lectures may have been copied from, and which files hold none that can be got at. */
export interface Corpus {
  readonly texts: readonly CorpusText[]
  readonly problems: readonly Problem[]
}

/** What is read, and what somebody may believe is read. */
const DOCUMENTS = '**/*.{txt,md,docx,pdf,doc,wps,rtf}'
/** What Word keeps beside a file that is open. */
const LOCKS = '**/~$*'

/** What the library calls saying nothing of damage that it gets over. */
const SILENT = 0

/** The texts below these folders, by their path there: `.txt .md .docx .pdf`. What is not read must not pass for compared. */
export async function readCorpus(folders: readonly string[]): Promise<Corpus> {
  const texts: CorpusText[] = []
  const problems: Problem[] = []
  if (folders.length === 0) return { texts, problems }
  const { glob } = await import('tinyglobby')
  for (const folder of folders) {
    const names = await glob(DOCUMENTS, { cwd: folder, ignore: LOCKS, caseSensitiveMatch: false })
    if (names.length === 0) problems.push(unread(folder, '这个文件夹里没有 .txt、.md、.docx、.pdf 文件'))
    for (const name of names.sort(byText((one) => one))) {
      const path = join(folder, name)
      const read = await textOf(path)
      if ('text' in read) texts.push({ name, text: read.text })
      else problems.push(unread(path, read.problem))
    }
  }
  return { texts, problems }
}

type Read = { readonly text: string } | { readonly problem: string }

function unread(path: string, why: string): Problem {
  const file = withSlashes(path)
  return fileProblem('unread-corpus', 'warning', `参考资料没有读到，没有参加比对：${why}`, file)
}

async function textOf(path: string): Promise<Read> {
  try {
    const bytes = await readFile(path)
    if (extname(path).toLowerCase() === '.pdf') return orNone(await pdfText(bytes))
    const { text, remarks } = await scriptText(path, bytes)
    return text === undefined ? { problem: remarks[0]?.message ?? '没有文字' } : orNone(text)
  } catch (error) {
    return { problem: `文件读不了（${reasonOf(error) || '可能已经损坏'}）` }
  }
}

function orNone(text: string): Read {
  return text.trim() === '' ? { problem: '文件里没有文字（可能全是图片）' } : { text }
}

/** Pages one behind the other. The library is large, so it is loaded when first needed. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: SILENT })
  const { text } = await extractText(document, { mergePages: true })
  return text
}
