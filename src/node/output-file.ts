import { mkdir, rename, rm, writeFile } from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import process from 'node:process'
import type { Written } from '../report/format.ts'

/** Writes a file whole or not at all, with the folders above it: an interrupted run leaves the old one as it was. */
export async function writeOutput(path: string, content: Written): Promise<void> {
  const folder = dirname(path)
  await mkdir(folder, { recursive: true })
  const draft = join(folder, `.${basename(path)}.${process.pid}.tmp`)
  try {
    await writeFile(draft, content)
    await rename(draft, path)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}
