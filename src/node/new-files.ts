import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** Of these paths below the folder, those where something stands already. */
export function existingOf(folder: string, paths: readonly string[]): string[] {
  return paths.filter((path) => existsSync(join(folder, path)))
}

/**
 * Writes a file that is not there yet, with the folders on its way.
 *
 * @throws where something stands there already: nothing is ever written over
 */
export function writeNewFile(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text, { flag: 'wx' })
}
