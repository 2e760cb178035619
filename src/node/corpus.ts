import { readFile } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { glob } from 'tinyglobby'
import type { CorpusText } from '../checks/contract.ts'
import { scriptText } from '../intake/script-text.ts'
import { byText } from '../text/order.ts'

/** What the library calls saying nothing of damage that it gets over. */
const SILENT = 0

/** The texts below these folders that lectures may have been copied from, by their path there: `.txt .md .docx .pdf`. */
export async function readCorpus(folders: readonly string[]): Promise<CorpusText[]> {
  const texts: CorpusText[] = []
  for (const folder of folders) {
    const names = await glob('**/*.{txt,md,docx,pdf}', { cwd: folder, caseSensitiveMatch: false })
    for (const name of names.sort(byText((one) => one))) {
      const text = await textOf(join(folder, name))
      if (text !== undefined) texts.push({ name, text })
    }
  }
  return texts
}

/** What holds no text, or none that can be got at, is passed over: a corpus is not what is judged. */
async function textOf(path: string): Promise<string | undefined> {
  const bytes = await readFile(path)
  if (extname(path).toLowerCase() !== '.pdf') return (await scriptText(path, bytes)).text
  return pdfText(bytes).catch(() => undefined)
}

/** Pages one behind the other. The library is large, so it is loaded when first needed. */
async function pdfText(bytes: Uint8Array): Promise<string> {
  const { extractText, getDocumentProxy } = await import('unpdf')
  const document = await getDocumentProxy(new Uint8Array(bytes), { verbosity: SILENT })
  const { text } = await extractText(document, { mergePages: true })
  return text
}
