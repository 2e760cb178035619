import { realpathSync } from 'node:fs'

/** What a link leads to, for that is what a commit has; the path itself where nothing is there. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return path
  }
}
