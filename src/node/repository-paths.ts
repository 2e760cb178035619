import { dirname, relative, resolve } from 'node:path'
import { isWithin, withSlashes } from './file-names.ts'
import { workTreeAbove } from './work-tree.ts'

/**
 * What a repository calls files: by their path from the top of its work tree, in whichever folder the program was
 * started. A file that lies in none is called what it was called.
 */
export function repositoryPaths(cwd: string): (file: string) => string {
  const here = workTreeAbove(cwd)
  return (file) => {
    const path = resolve(cwd, file)
    const top = here !== undefined && isWithin(path, here) ? here : workTreeAbove(dirname(path))
    return top === undefined ? file : withSlashes(relative(top, path))
  }
}
