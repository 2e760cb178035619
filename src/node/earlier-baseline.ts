import { basename, dirname, resolve } from 'node:path'
import type { EarlierBaseline } from '../rectification/counted-baseline.ts'
import { SetupError } from '../setup.ts'
import { baselineIn } from './baseline-file.ts'
import { withSlashes } from './file-names.ts'
import { commitOf, fileAt } from './git.ts'
import { realPath } from './real-path.ts'

/**
 * A baseline as it stands in a commit: a change must not write down there the fault that it brings.
 *
 * @throws GitError where there is no such commit
 */
export async function earlierBaseline(ref: string, path: string): Promise<EarlierBaseline> {
  const real = realPath(resolve(path))
  const folder = dirname(real)
  const file = withSlashes(path)
  const bytes = await fileAt(folder, await commitOf(folder, ref), basename(real))
  try {
    return { ref, file, baseline: bytes && baselineIn(bytes, file), problems: [] }
  } catch (error) {
    if (error instanceof SetupError) return { ref, file, baseline: undefined, problems: error.problems }
    throw error
  }
}
