import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { ScratchError, ScratchFile } from '../../src/node/scratch-file.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-scratch-'))
  vi.stubEnv('TMPDIR', folder)
})

afterEach(() => {
  vi.unstubAllEnvs()
  rmSync(folder, { recursive: true, force: true })
})

test('gives back what was put into it, long and short, written down already or not yet', () => {
  const file = new ScratchFile()
  const pieces = [3, 200_000, 100_000, 0, 700_000, 5].map((length, index) =>
    Uint8Array.from({ length }, (_, at) => (at * 7 + index) % 251),
  )
  const begins = pieces.map((piece) => file.append(piece))
  for (const [index, piece] of pieces.entries()) {
    const begin = begins[index] ?? Number.NaN
    expect(Buffer.compare(file.read(begin, begin + piece.length), piece)).toBe(0)
  }
  file.close()
})

test('has no name that anybody could open or find left behind', () => {
  const file = new ScratchFile()
  file.append(Uint8Array.of(1, 2, 3))
  file.flush()
  expect(readdirSync(folder)).toEqual([])
  file.close()
})

test('says what to do where the folder for it is not there', () => {
  rmSync(folder, { recursive: true })
  expect(() => new ScratchFile()).toThrow(ScratchError)
  expect(() => new ScratchFile()).toThrow(/临时文件夹 .*不存在.*TMPDIR/u)
})

test('tells what ends too early', () => {
  const file = new ScratchFile()
  file.append(Uint8Array.of(1))
  expect(() => file.read(0, 2)).toThrow(RangeError)
  file.close()
})
