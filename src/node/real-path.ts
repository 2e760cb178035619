import { realpathSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** What a link leads to. Of what is not there, the nearest folder that is decides. */
export function realPath(path: string): string {
  try {
    return realpathSync(path)
  } catch {
    return dirname(path) === path ? path : join(realPath(dirname(path)), basename(path))
  }
}
