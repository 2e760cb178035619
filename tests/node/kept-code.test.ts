import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { openScript } from '../../src/node/kept-code.ts'

let folder: string
let script: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-code-'))
  script = join(folder, 'script.cjs')
  writeFileSync(script, "(function (name) { return 'branch of ' + name })")
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const keptIn = () => readdirSync(join(folder, 'kept')).map((name) => join(folder, 'kept', name))

function open() {
  const { value, keep } = openScript(script, join(folder, 'kept/check'))
  return { said: (value as (name: string) => string)('east'), keep }
}

describe('a script whose code is kept', () => {
  test('leaves one file, by the name given and the version of V8', () => {
    const { said, keep } = open()
    keep()
    expect(said).toBe('branch of east')
    expect(readdirSync(join(folder, 'kept'))).toEqual([expect.stringMatching(/^check\.\d+$/u)])
  })

  test('is opened with what was kept, which is then kept no second time', () => {
    open().keep()
    const [kept = ''] = keptIn()
    utimesSync(kept, 1, 1)
    const { said, keep } = open()
    keep()
    expect(said).toBe('branch of east')
    expect(statSync(kept).mtimeMs).toBe(1000)
  })

  test.each([
    ['has lost its end', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
    ['has suffered', (bytes: Buffer) => bytes.fill(7, 100, 110)],
    ['is empty', () => Buffer.alloc(0)],
  ])('is compiled anew where the file that was kept %s, and kept again', (_, damage) => {
    open().keep()
    const [kept = ''] = keptIn()
    const sound = readFileSync(kept)
    writeFileSync(kept, damage(Buffer.from(sound)))
    const { said, keep } = open()
    expect(said).toBe('branch of east')
    keep()
    expect(readFileSync(kept).length).toBe(sound.length)
  })

  test('is none the worse where nothing can be kept', () => {
    writeFileSync(join(folder, 'kept'), 'a file where a folder should be')
    const { said, keep } = open()
    expect(keep).not.toThrow()
    expect(said).toBe('branch of east')
  })
})
