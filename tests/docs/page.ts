import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll } from 'vitest'
import type { Run } from '../cli/program.ts'
import { blocksOf } from './markdown.ts'

export const ROOT = fileURLToPath(new URL('../..', import.meta.url))

export function readPage(path: string): string {
  return readFileSync(join(ROOT, path), 'utf8')
}

/** The lines of all blocks of shell commands. */
export function commandsOf(page: string): string[] {
  return blocksOf(page).flatMap(({ language, lines }) => (language === 'sh' ? lines : []))
}

/** Runs commands where a reader of the page would: the project, the files that the page shows, `taizhang` as a command. */
export function readerOf(page: string): (command: string) => Run {
  let folder: string
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'taizhang-page-'))
    for (const name of ['bin', 'dist', 'fixtures', 'package.json']) symlinkSync(join(ROOT, name), join(folder, name))
    mkdirSync(join(folder, 'node_modules/.bin'), { recursive: true })
    symlinkSync(ROOT, join(folder, 'node_modules/taizhang'))
    symlinkSync(join(ROOT, 'bin/taizhang.js'), join(folder, 'node_modules/.bin/taizhang'))
    for (const { file, lines } of blocksOf(page)) {
      if (file === undefined) continue
      mkdirSync(dirname(join(folder, file)), { recursive: true })
      writeFileSync(join(folder, file), `${lines.join('\n')}\n`)
    }
  })
  afterAll(() => rmSync(folder, { recursive: true, force: true }))
  return (command) => {
    const { NO_COLOR: _, FORCE_COLOR: __, PATH = '', ...env } = process.env
    const { status, stdout, stderr } = spawnSync('bash', ['-c', command], {
      cwd: folder,
      env: {
        ...env,
        PATH: [join(folder, 'node_modules/.bin'), PATH].join(delimiter),
        TAIZHANG_CACHE: join(folder, '.cache'),
      },
      encoding: 'utf8',
      maxBuffer: 64 * 1024 * 1024,
    })
    return { code: status, stdout, stderr }
  }
}
