import { homedir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'

/** Where the program keeps what it may need again: the user's own cache folder, for it holds what ledgers say. */
export function baseFolder(): string {
  const { TAIZHANG_CACHE, XDG_CACHE_HOME } = process.env
  return TAIZHANG_CACHE ?? join(XDG_CACHE_HOME ?? join(homedir(), '.cache'), 'taizhang')
}
