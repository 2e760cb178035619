import {
  appendFileSync,
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  utimesSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { taizhang } from './program.ts'

const DAY = ['--as-of', '2026-10-31', '--format', 'json']
let folder: string
let alone: string

/** The demo county, with one branch that stands in three files of different folders. */
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-same-'))
  cpSync('fixtures/demo/ledgers', join(folder, 'ledgers'), { recursive: true })
  for (const [index, month] of ['01', '02', '03'].entries()) {
    mkdirSync(join(folder, 'ledgers', `第${index}处`), { recursive: true })
    writeFileSync(
      join(folder, 'ledgers', `第${index}处`, '分散党支部.yaml'),
      `支部: {名称: 分散党支部, 上级: 青禾县委}\n组织生活:\n  - {类型: 党员大会, 日期: 2026-${month}-12, 应到: 9, 实到: ${7 + index}}\n`,
    )
  }
  alone = check('--workers', '1', '--no-cache')
})

afterAll(() => rmSync(folder, { recursive: true, force: true }))

function check(...options: string[]): string {
  const { stdout, stderr } = taizhang(['check', 'ledgers', '--corpus', corpus(), ...DAY, ...options], { cwd: folder })
  expect(stderr).toBe('')
  return stdout
}

function corpus(): string {
  return join(process.cwd(), 'fixtures/demo/corpus')
}

describe('the report is the same to the byte', () => {
  test('and has the branch of three files as one', () => {
    const { branches } = JSON.parse(alone)
    const scattered = branches.filter(({ name }: { name: string }) => name === '分散党支部')
    expect(scattered).toHaveLength(1)
    expect(scattered[0].handedIn.files).toHaveLength(3)
  })

  test('on two threads and on five', () => {
    expect(check('--workers', '2', '--no-cache')).toBe(alone)
    expect(check('--workers', '5', '--no-cache')).toBe(alone)
  })

  test('with an empty cache, a full one, and on threads with one', () => {
    const env = { TAIZHANG_CACHE: join(folder, 'cache') }
    const cached = (...options: string[]) =>
      taizhang(['check', 'ledgers', '--corpus', corpus(), ...DAY, ...options], { cwd: folder, env }).stdout
    expect(cached()).toBe(alone)
    expect(cached()).toBe(alone)
    expect(cached('--workers', '3')).toBe(alone)
  })

  test('with the code that a run before has kept, and with what is left of it', () => {
    const kept = join(folder, 'code')
    const env = { TAIZHANG_CACHE: kept }
    const checked = () =>
      taizhang(['check', 'ledgers', '--corpus', corpus(), ...DAY, '--no-cache'], { cwd: folder, env }).stdout
    expect(checked()).toBe(alone)
    const files = readdirSync(kept, { recursive: true, encoding: 'utf8' })
    expect(files).toEqual([expect.stringMatching(/^code-/u), expect.stringMatching(/check\.\d+$/u)])
    expect(checked()).toBe(alone)
    const code = join(kept, files[1] ?? '')
    writeFileSync(code, readFileSync(code).fill(1, 5000, 6000))
    expect(checked()).toBe(alone)
  })

  test('put together from shards', () => {
    for (const part of ['1', '2', '3']) {
      const shard = ['--shard', `${part}/3`, '-o', `part${part}.json`, '--quiet']
      taizhang(['check', 'ledgers', '--corpus', corpus(), '--as-of', '2026-10-31', ...shard], { cwd: folder })
    }
    const merged = taizhang(['merge', 'part3.json', 'part1.json', 'part2.json', '--format', 'json'], { cwd: folder })
    expect(merged.stderr).toBe('')
    expect(merged.stdout).toBe(alone)
  })
})

test('a ledger that has changed is read again, although its time and size are the same', () => {
  const env = { TAIZHANG_CACHE: join(folder, 'cache-of-change') }
  const path = join(folder, 'ledgers', '第0处', '分散党支部.yaml')
  const before = readFileSync(path, 'utf8')
  const run = () => taizhang(['check', path, ...DAY, '--period', '2026Q1'], { env }).stdout
  const first = run()
  writeFileSync(path, before.replace('实到: 7', '实到: 4'))
  utimesSync(path, new Date(0), new Date(0))
  const second = run()
  writeFileSync(path, before)
  expect(second).not.toBe(first)
  expect(run()).toBe(first)
})

test('a script that has changed is compared again', () => {
  const env = { TAIZHANG_CACHE: join(folder, 'cache-of-script') }
  const ward = join(folder, 'ledgers', '县中心医院')
  const run = () => taizhang(['check', ward, ...DAY], { env }).stdout
  const first = run()
  const script = join(ward, '党课讲稿', '2026-08-24.md')
  appendFileSync(script, readFileSync(join(ward, '党课讲稿', '2026-03-24.md'), 'utf8').repeat(3))
  expect(run()).not.toBe(first)
})

describe('merge refuses', () => {
  test('a run that is not whole, a part given twice, a file that is none', () => {
    const merge = (...files: string[]) => taizhang(['merge', ...files], { cwd: folder })
    expect(merge('part1.json', 'part2.json')).toMatchObject({ code: 2, stderr: '错误：共 3 份，缺第 3 份\n' })
    expect(merge('part1.json', 'part2.json', 'part2.json', 'part3.json')).toMatchObject({
      code: 2,
      stderr: '错误：有的份给了两次，每份只能给一次\n',
    })
    expect(merge('ledgers/第0处/分散党支部.yaml')).toMatchObject({ code: 2 })
    expect(merge('没有.json').stderr).toContain('“没有.json”无法读取')
  })

  test('parts that were read by other rules', () => {
    writeFileSync(join(folder, 'taizhang.yaml'), 'rules: {frequency/lecture: off}\n')
    const { code, stderr } = taizhang(['merge', 'part1.json', 'part2.json', 'part3.json'], { cwd: folder })
    rmSync(join(folder, 'taizhang.yaml'))
    expect(code).toBe(2)
    expect(stderr).toContain('另一份配置')
  })

  test('and a shard wants a file to write to and a number that makes sense', () => {
    expect(taizhang(['check', 'ledgers', '--shard', '1/3'], { cwd: folder })).toMatchObject({ code: 2 })
    expect(taizhang(['check', 'ledgers', '--shard', '4/3', '-o', 'x.json'], { cwd: folder })).toMatchObject({ code: 2 })
  })
})
