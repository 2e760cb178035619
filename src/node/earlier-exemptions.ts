import { basename, dirname, relative, resolve } from 'node:path'
import { valueAt } from '../rulebook/resolve.ts'
import type { SourceNode } from '../source/node.ts'
import { withSlashes } from './file-names.ts'
import { commitOf, fileAt } from './git.ts'
import type { Project } from './project.ts'
import { documentIn } from './yaml-document.ts'

/**
 * The exemptions of the configuration, or of the file that it names, as they stand in a commit: what a change adds to
 * them excuses nothing in that change.
 *
 * @throws GitError where there is no such commit
 * @throws SetupError where what stands there can't be read
 */
export async function earlierExemptions(ref: string, { folder, config }: Project, cwd: string): Promise<SourceNode> {
  const commit = await commitOf(folder, ref)
  const path = config === undefined ? undefined : resolve(cwd, config.at.file)
  if (path === undefined) return none('')
  const label = withSlashes(relative(cwd, path))
  const document = await documentAt(dirname(path), commit, basename(path), label)
  const list = valueAt(document, 'exemptions')
  if (list?.type !== 'scalar' || list.text === '') return list ?? none(label)
  const listLabel = withSlashes(relative(cwd, resolve(folder, list.text)))
  return (await documentAt(folder, commit, withSlashes(list.text), listLabel)) ?? none(listLabel)
}

async function documentAt(
  folder: string,
  commit: string,
  path: string,
  label: string,
): Promise<SourceNode | undefined> {
  const bytes = await fileAt(folder, commit, path)
  return bytes && documentIn(bytes, label)
}

function none(file: string): SourceNode {
  return { type: 'list', items: [], at: { file, line: 1, column: 1 } }
}
