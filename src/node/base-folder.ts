import { homedir } from 'node:os'
import { isAbsolute, join } from 'node:path'
import process from 'node:process'

/** Where the program keeps what it may need again: the user's own cache folder, for it holds what ledgers say. */
export function baseFolder(): string {
  const { TAIZHANG_CACHE = '', XDG_CACHE_HOME = '' } = process.env
  if (TAIZHANG_CACHE !== '') return TAIZHANG_CACHE
  // What is no absolute path is to be passed over (XDG Base Directory Specification).
  return join(isAbsolute(XDG_CACHE_HOME) ? XDG_CACHE_HOME : join(homedir(), '.cache'), 'taizhang')
}
