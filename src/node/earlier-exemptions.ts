import { relative, resolve } from 'node:path'
import type { EarlierExemptions } from '../rulebook/counted-exemptions.ts'
import { valueAt } from '../rulebook/resolve.ts'
import { SetupError } from '../setup.ts'
import type { SourceNode } from '../source/node.ts'
import { withSlashes } from './file-names.ts'
import { commitOf, fileAt } from './git.ts'
import type { Project } from './project.ts'
import { realPath } from './real-path.ts'
import { documentIn } from './yaml-document.ts'

/**
 * The exemptions of the configuration, or of the file that it names, as they stand in a commit: what a change adds to
 * them excuses nothing in that change.
 *
 * @throws GitError where there is no such commit
 */
export async function earlierExemptions(
  ref: string,
  { folder, config }: Project,
  cwd: string,
): Promise<EarlierExemptions> {
  const commit = await commitOf(folder, ref)
  const documentAt = async (path: string): Promise<SourceNode | undefined> => {
    const bytes = await fileAt(folder, commit, withSlashes(relative(realPath(folder), realPath(path))))
    return bytes && documentIn(bytes, withSlashes(relative(cwd, path)))
  }
  if (config === undefined) return { ref, list: undefined, problems: [] }
  try {
    const list = valueAt(await documentAt(resolve(cwd, config.at.file)), 'exemptions')
    const isNamed = list?.type === 'scalar' && list.text !== ''
    return { ref, list: isNamed ? await documentAt(resolve(folder, list.text)) : list, problems: [] }
  } catch (error) {
    if (error instanceof SetupError) return { ref, list: undefined, problems: error.problems }
    throw error
  }
}
