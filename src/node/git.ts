import { execFile } from 'node:child_process'
import process from 'node:process'

/** What git was asked for can't be done; the message says why and what to do. */
export class GitError extends Error {}

interface GitRun {
  /** `undefined` where there is no git at all. */
  readonly code: number | undefined
  readonly output: Uint8Array
}

/** More than any one file or list of files. */
const LARGEST_OUTPUT = 1 << 30

const LINE_FEED = 0x0a

/** Runs git in a folder; paths come out as they are, never quoted. */
export function git(folder: string, args: readonly string[], input = ''): Promise<GitRun> {
  return new Promise((resolve) => {
    const child = execFile(
      'git',
      ['-c', 'core.quotePath=false', ...args],
      { cwd: folder, env: gitEnvironment(), encoding: 'buffer', maxBuffer: LARGEST_OUTPUT, windowsHide: true },
      (error, output) => resolve({ code: exitOf(error), output }),
    )
    child.stdin?.on('error', () => undefined).end(input)
  })
}

/** Without what a hook sets: it speaks of the folder that the hook runs in, and this may be another. */
export function gitEnvironment(): NodeJS.ProcessEnv {
  const { GIT_DIR: _, GIT_WORK_TREE: __, GIT_INDEX_FILE: ___, GIT_PREFIX: ____, ...env } = process.env
  return env
}

function exitOf(error: (Error & { code?: string | number | null }) | null): number | undefined {
  if (error === null) return 0
  return typeof error.code === 'number' ? error.code : undefined
}

/** The top folder of the work tree that a folder lies in; `undefined` outside of one, or without git. */
export async function topFolder(folder: string): Promise<string | undefined> {
  const { code, output } = await git(folder, ['rev-parse', '--show-toplevel'])
  return code === 0 ? firstLine(output) : undefined
}

/**
 * The commit that a name stands for.
 *
 * @throws GitError
 */
export async function commitOf(folder: string, ref: string): Promise<string> {
  const { code, output } = await git(folder, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ])
  if (code === 0) return firstLine(output)
  if (code === undefined) throw new GitError('没有找到 git 程序，请安装后再用这个选项')
  if ((await topFolder(folder)) === undefined)
    throw new GitError(
      '这里不是 Git 仓库，不能用这个选项；容器里确是仓库的，请先运行 git config --global --add safe.directory 仓库路径',
    )
  throw new GitError(
    `Git 仓库里没有“${ref}”这个提交、分支或标签，请核对；自动检查时请把它取下来（GitHub：actions/checkout 加 fetch-depth: 0，GitLab：GIT_DEPTH: 0）`,
  )
}

/** A file as a commit has it, by its path from the folder; `undefined` where it has none. */
export async function fileAt(folder: string, commit: string, path: string): Promise<Uint8Array | undefined> {
  const { code, output } = await git(folder, ['cat-file', 'blob', `${commit}:./${path}`])
  return code === 0 ? output : undefined
}

/**
 * The same from the top of the work tree, and by the links of the commit: what a link of the work tree leads to is for the
 * work tree to say.
 */
export async function linkedFileAt(top: string, commit: string, path: string): Promise<Uint8Array | undefined> {
  const { output } = await git(top, ['cat-file', '--batch', '--follow-symlinks'], `${commit}:${path}\n`)
  const [, size] = /^[0-9a-f]+ blob (\d+)$/u.exec(firstLine(output)) ?? []
  if (size === undefined) return undefined
  const from = output.indexOf(LINE_FEED) + 1
  return output.subarray(from, from + Number(size))
}

/** Texts that git ends with a NUL each (`-z`). */
export function nulSeparated(output: Uint8Array): string[] {
  return new TextDecoder()
    .decode(output)
    .split('\0')
    .filter((text) => text !== '')
}

export function firstLine(output: Uint8Array): string {
  return new TextDecoder().decode(output).split(/\r?\n/u)[0] ?? ''
}
