import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'

const PROGRAM = fileURLToPath(new URL('../../bin/taizhang.js', import.meta.url))

export interface Run {
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

export interface RunOptions {
  readonly cwd?: string
  readonly env?: Readonly<Record<string, string>>
  readonly input?: string | Uint8Array
}

/** What one run keeps must not answer for another, unless a test wants that. */
const cache = mkdtempSync(join(tmpdir(), 'taizhang-cache-'))
process.once('exit', () => rmSync(cache, { recursive: true, force: true }))

/** Runs the built program as a shell would, with nothing of this terminal's own settings. */
export function taizhang(args: readonly string[], { cwd, env = {}, input = '' }: RunOptions = {}): Run {
  const { NO_COLOR: _, FORCE_COLOR: __, ...inherited } = process.env
  const { status, stdout, stderr } = spawnSync(process.execPath, [PROGRAM, ...args], {
    cwd,
    env: { ...inherited, TAIZHANG_CACHE: cache, ...env },
    input,
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
    // A program that waits for ever fails its test, and not the whole suite.
    timeout: 60_000,
  })
  return { code: status, stdout, stderr }
}
