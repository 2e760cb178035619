import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { glob } from 'tinyglobby'
import type { CorpusText } from '../checks/contract.ts'
import { decode } from '../intake/decode.ts'

/** The texts below these folders that lectures may have been copied from. */
export async function readCorpus(folders: readonly string[]): Promise<CorpusText[]> {
  const paths = await Promise.all(folders.map((cwd) => glob('**/*.{txt,md}', { cwd, absolute: true })))
  return Promise.all(
    paths.flat().map(async (path) => ({ name: basename(path), text: decode(await readFile(path)).text ?? '' })),
  )
}
