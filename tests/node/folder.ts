import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

export type Files = Readonly<Record<string, string | Uint8Array>>

/** A folder with these files, gone when the test is over. */
export function folderWith(files: Files): string {
  const folder = lastingFolderWith(files)
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** The same for several tests; whoever asks for it takes it away. */
export function lastingFolderWith(files: Files): string {
  const folder = mkdtempSync(join(tmpdir(), 'taizhang-test-'))
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), content)
  }
  return folder
}
