import { readFile, realpath, stat } from 'node:fs/promises'
import { dirname, resolve } from 'node:path'
import type { ScriptText } from '../intake/index.ts'
import { scriptText } from '../intake/script-text.ts'
import type { Problem } from '../source/problem.ts'
import { isWithin } from './file-names.ts'
import { fileProblem, reasonOf } from './file-problem.ts'

export interface Scripts {
  /** By the path under which ledgers ask for them. */
  readonly texts: ReadonlyMap<string, ScriptText>
  /** What was damaged in scripts that could be read. */
  readonly problems: readonly Problem[]
}

/**
 * Reads the scripts that ledgers name. A ledger is not trusted: what lies outside the folders that were named to the
 * program, by `..`, from the root or by a link, is not read.
 */
export async function readScripts(paths: readonly string[], roots: readonly string[]): Promise<Scripts> {
  const folders = paths.length === 0 ? [] : (await Promise.all(roots.map(foldersOf))).flat()
  const texts = new Map<string, ScriptText>()
  const problems: Problem[] = []
  for (const path of paths) texts.set(path, await readScript(path, folders, problems))
  return { texts, problems }
}

async function readScript(path: string, folders: readonly string[], problems: Problem[]): Promise<ScriptText> {
  try {
    const real = await realpath(resolve(path))
    if (!folders.some((folder) => isWithin(real, folder)))
      return { problem: '文件在检查的文件夹之外，为安全起见不读取' }
    if (!(await stat(real)).isFile()) return { problem: '不是普通文件（是文件夹、管道一类）' }
    const { text, remarks } = await scriptText(real, await readFile(real))
    if (text === undefined) return { problem: remarks[0]?.message ?? '文件没有内容' }
    problems.push(...remarks.map(({ code, severity, message }) => fileProblem(code, severity, message, path)))
    return { text }
  } catch (error) {
    return { problem: `文件无法读取（${reasonOf(error)}）` }
  }
}

/** Beside a ledger that was named by itself lies all that its folder holds. */
async function foldersOf(root: string): Promise<string[]> {
  try {
    const real = await realpath(root)
    return [(await stat(real)).isDirectory() ? real : dirname(real)]
  } catch {
    return []
  }
}
