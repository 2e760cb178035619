import { existsSync, realpathSync } from 'node:fs'
import { dirname, join } from 'node:path'

/** The top of the work tree that a folder lies in; found without asking git, which takes longer to start than to answer. */
export function workTreeAbove(folder: string): string | undefined {
  if (existsSync(join(folder, '.git'))) return folder
  const above = dirname(folder)
  return above === folder ? undefined : workTreeAbove(above)
}

/** Files by the work tree that each lies in, those that lie in none left out. */
export function byWorkTree<F extends { readonly path: string }>(files: readonly F[]): Map<string, F[]> {
  const tops = new Map<string, string | undefined>()
  const trees = new Map<string, F[]>()
  for (const file of files) {
    const folder = dirname(realpathSync(file.path))
    if (!tops.has(folder)) tops.set(folder, workTreeAbove(folder))
    const top = tops.get(folder)
    if (top === undefined) continue
    const known = trees.get(top)
    if (known === undefined) trees.set(top, [file])
    else known.push(file)
  }
  return trees
}
