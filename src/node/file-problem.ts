import type { Problem } from '../source/problem.ts'

/** A problem with a file as a whole, shown at its beginning. */
export function fileProblem(code: string, severity: Problem['severity'], message: string, file: string): Problem {
  return { code, severity, message, evidence: [{ file, line: 1, column: 1, excerpt: '' }] }
}

const REASONS: Readonly<Record<string, string>> = {
  EACCES: '没有权限',
  EPERM: '没有权限',
  EISDIR: '是文件夹',
  ENOENT: '不存在',
  ENOTDIR: '路径中有一段不是文件夹',
  // A name may have 255 bytes, and while a file is written it has a dozen more.
  ENAMETOOLONG: '文件名太长，连扩展名请缩短到 80 个汉字以内',
  EMFILE: '同时打开的文件太多',
  ENOSPC: '磁盘已满',
  EROFS: '磁盘只读',
  ERR_FS_FILE_TOO_LARGE: '文件太大',
}

/** Why the file system refused, in plain words. */
export function reasonOf(error: unknown): string {
  const code = isOfFileSystem(error) ? error.code : ''
  return REASONS[code] ?? code
}

/** Whether it was the file system that refused, and not the program that broke down. */
export function isOfFileSystem(error: unknown): error is Error & { code: string } {
  return error instanceof Error && 'code' in error && typeof error.code === 'string'
}
