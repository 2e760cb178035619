import { chmodSync, mkdirSync, readdirSync, readFileSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { type Run, taizhang } from './program.ts'

const LEDGERS = join(process.cwd(), 'fixtures/demo/ledgers')

function checkWith(cache: string, env: Readonly<Record<string, string>> = {}): Run {
  const args = ['check', LEDGERS, '--as-of', '2026-10-31', '--format', 'json']
  return taizhang(args, { cwd: folderWith({}), env: { TAIZHANG_CACHE: cache, ...env } })
}

function filesIn(cache: string, ending: string): string[] {
  const names = readdirSync(cache, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith(ending))
  return names.map((name) => join(cache, name))
}

describe('a cache that has suffered', () => {
  test.each([
    ['the results of a file', '.judged', ['.judged']],
    ['what rules over all ledgers look at', '.facts', ['.facts', '.all']],
    ['what those rules came to', '.all', ['.all']],
  ])('%s: judged anew, nobody notices', (_, wanted, endings) => {
    const cache = folderWith({})
    const sound = checkWith(cache)
    expect(filesIn(cache, wanted)).not.toEqual([])
    for (const path of endings.flatMap((ending) => filesIn(cache, ending))) {
      const bytes = readFileSync(path)
      // As a disk leaves a file behind that lost its power: as long as it was, and empty.
      writeFileSync(path, bytes.fill(0, bytes.length >> 1))
    }
    expect(checkWith(cache)).toEqual(sound)
    expect(checkWith(cache)).toEqual(sound)
  })

  test('one letter in what opens an entry: judged anew too', () => {
    const cache = folderWith({})
    const sound = checkWith(cache)
    const altered = filesIn(cache, '.judged').filter((path) => {
      const bytes = readFileSync(path)
      const at = bytes.indexOf('党支部')
      if (at >= 0)
        writeFileSync(path, Buffer.concat([bytes.subarray(0, at), Buffer.from('党总支'), bytes.subarray(at + 9)]))
      return at >= 0
    })
    expect(altered).not.toEqual([])
    expect(checkWith(cache)).toEqual(sound)
  })
})

describe('the folder of the cache', () => {
  test('is kept clear of what is old, but of nothing that the program did not put there', () => {
    const cache = folderWith({ '私人/照片.txt': '', '旧.txt': '' })
    const old = join(cache, '0123456789abcdef0123456789abcdef')
    mkdirSync(old)
    for (const name of readdirSync(cache)) utimesSync(join(cache, name), 0, 0)
    checkWith(cache)
    const left = readdirSync(cache)
    expect(left).toEqual(expect.arrayContaining(['私人', '旧.txt']))
    expect(left).not.toContain('0123456789abcdef0123456789abcdef')
  })

  test('is the usual one where the variable is empty', () => {
    const cwd = folderWith({})
    const home = folderWith({})
    const env = { TAIZHANG_CACHE: '', XDG_CACHE_HOME: home }
    taizhang(['check', LEDGERS, '--as-of', '2026-10-31', '--quiet'], { cwd, env })
    expect(readdirSync(cwd)).toEqual([])
    expect(readdirSync(home)).toEqual(['taizhang'])
  })

  test('may have blanks in its name, or be one that nothing can be written to', () => {
    const cache = folderWith({})
    const sound = checkWith(cache)
    expect(checkWith(join(cache, '缓 存 #1'))).toEqual(sound)
    expect(checkWith('/dev/null')).toEqual(sound)
    chmodSync(cache, 0o500)
    expect(checkWith(cache)).toEqual(sound)
    chmodSync(cache, 0o700)
  })
})
