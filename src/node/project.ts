import { existsSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { valueAt } from '../rulebook/resolve.ts'
import type { SourceNode } from '../source/node.ts'
import type { Problem } from '../source/problem.ts'
import { withSlashes } from './file-names.ts'
import { CONFIG_NAME } from './own-file.ts'
import { readDocument } from './yaml-document.ts'

/** The configuration that is in force, and the folder that the paths in it start from. */
export interface Project {
  readonly folder: string
  readonly config: SourceNode | undefined
  /** The project's own rulebooks by their paths, where they are not those of the work tree. */
  readonly rulebooks?: ReadonlyMap<string, SourceNode>
  /** What is to be told of settings of the work tree that do not count. */
  readonly uncounted?: readonly Problem[]
}

/**
 * The configuration named, else the `taizhang.yaml` of the folder or the nearest one above it.
 *
 * @throws SetupError where it can't be read
 */
export function openProject(cwd: string, named?: string): Project {
  const path = named === undefined ? nearestConfig(cwd) : resolve(cwd, named)
  if (path === undefined) return { folder: cwd, config: undefined }
  return { folder: dirname(path), config: readDocument(path, labelOf(path, cwd)) }
}

function nearestConfig(folder: string): string | undefined {
  const path = join(folder, CONFIG_NAME)
  if (existsSync(path)) return path
  const above = dirname(folder)
  return above === folder ? undefined : nearestConfig(above)
}

/** Paths that the configuration lists under a key, as seen from the current folder. */
export function listedPaths({ config, folder }: Project, key: 'ledgers' | 'corpus', cwd: string): string[] {
  const list = valueAt(config, key)
  const items = list?.type === 'list' ? list.items : [list]
  return items.flatMap((item) => (item?.type === 'scalar' ? relative(cwd, resolve(folder, item.text)) || '.' : []))
}

/** The list of exemptions where it stands in a file of its own that the configuration names. */
export function listedExemptions({ config, folder }: Project, cwd: string): SourceNode | undefined {
  const named = valueAt(config, 'exemptions')
  return named?.type === 'scalar' && named.text !== ''
    ? readDocument(resolve(folder, named.text), labelOf(resolve(folder, named.text), cwd))
    : undefined
}

/**
 * The rulebooks that a project keeps itself: called by a path from the file that calls them, or from the current folder.
 * Those in `known` are all there are.
 */
export function localRulebooks(
  cwd: string,
  known?: ReadonlyMap<string, SourceNode>,
): (name: string, from: string | undefined) => SourceNode | undefined {
  return (name, from) => {
    const path = rulebookPath(name, from, cwd)
    if (path === undefined) return undefined
    if (known !== undefined) return known.get(path)
    return existsSync(path) ? readDocument(path, labelOf(path, cwd)) : undefined
  }
}

/** Where a rulebook lies that is called by a path; `undefined` for the name of one that comes with the program. */
export function rulebookPath(name: string, from: string | undefined, cwd: string): string | undefined {
  if (!/^\.{0,2}[\\/]|^[A-Za-z]:[\\/]|\.ya?ml$/u.test(name)) return undefined
  return resolve(cwd, from === undefined ? '' : dirname(from), name)
}

/** What reports call a file. */
export function labelOf(path: string, cwd: string): string {
  return withSlashes(relative(cwd, path))
}
