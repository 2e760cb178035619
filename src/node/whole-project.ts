import { realpathSync, statSync } from 'node:fs'
import { isWithin } from './file-names.ts'

/**
 * Whether the paths bring every ledger of a project: all that its configuration names; where it names none, a folder is
 * taken for the whole. Paths are real ones.
 */
export function bringsAll(paths: readonly string[], configured: readonly string[]): boolean {
  if (configured.length === 0) return paths.some((path) => statSync(path).isDirectory())
  return configured.every((one) => paths.some((path) => isWithin(realPath(one), path)))
}

function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
