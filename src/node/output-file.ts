import { mkdir, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { basename, dirname, join, resolve } from 'node:path'
import process from 'node:process'
import type { Written } from '../report/format.ts'

/** Writes a file whole or not at all, with the folders above it: an interrupted run leaves the old one as it was. */
export async function writeOutput(path: string, content: Written): Promise<void> {
  await inPlaceOf(path, (draft) => writeFile(draft, content))
}

/**
 * Has the new content written beside the file and then put in its place. What a link leads to is written, not the link;
 * a device or a pipe (`/dev/stdout`) is written into, for it must not be replaced by a file.
 */
export async function inPlaceOf(path: string, write: (draft: string) => Promise<void>): Promise<void> {
  await mkdir(dirname(path), { recursive: true })
  if (await isNoFile(path)) return write(path)
  const target = await realpath(path).catch(() => path)
  const draft = join(dirname(target), `.${basename(target)}.${process.pid}.tmp`)
  try {
    await write(draft)
    await rename(draft, target)
  } catch (error) {
    await rm(draft, { force: true })
    throw error
  }
}

/** What a link leads to decides; `/dev/stdout` may lead to a file, which is written to from elsewhere too. */
async function isNoFile(path: string): Promise<boolean> {
  if (resolve(path).startsWith('/dev/')) return true
  return stat(path).then(
    (found) => !found.isFile(),
    () => false,
  )
}
