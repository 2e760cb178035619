import { execFileSync, spawnSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'

const ROOT = fileURLToPath(new URL('../..', import.meta.url))
const TOOLS = join(ROOT, 'node_modules/.bin')
/** What `npm pack` ships, what its scripts build that from, and what they go by. */
const SOURCES = ['bin', 'src', 'rules', 'scripts', 'README.md', 'LICENSE', 'package.json', 'package-lock.json']
const SETTINGS = ['tsconfig.json', '.npmrc']

let folder: string
let tarball: string
/** Where somebody has installed the package. */
let consumer: string

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-package-'))
  const source = join(folder, 'source')
  for (const name of [...SOURCES, ...SETTINGS]) cpSync(join(ROOT, name), join(source, name), { recursive: true })
  symlinkSync(join(ROOT, 'node_modules'), join(source, 'node_modules'))
  const printed = execFileSync('npm', ['pack', '--pack-destination', folder], {
    cwd: source,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  })
  tarball = join(folder, printed.trimEnd())
  consumer = join(folder, 'consumer')
  mkdirSync(join(consumer, 'node_modules/taizhang'), { recursive: true })
  execFileSync('tar', ['-xzf', tarball, '--strip-components=1', '-C', join(consumer, 'node_modules/taizhang')])
  symlinkSync(join(ROOT, 'node_modules/zod'), join(consumer, 'node_modules/zod'))
  writeFileSync(join(consumer, 'package.json'), '{"type": "module"}\n')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('the package', () => {
  test('holds the program, the library with its types, and the licences; nothing else', () => {
    const installed = join(consumer, 'node_modules/taizhang')
    expect(readdirSync(installed).sort()).toEqual(['LICENSE', 'README.md', 'bin', 'dist', 'package.json'])
    const dist = readdirSync(join(installed, 'dist')).filter((name) => !name.endsWith('.LEGAL.txt'))
    expect(dist.sort()).toEqual(['LICENSES.txt', 'chunks', 'index.js', 'library', 'types'])
  })

  test('names the licence of every package that is bundled', () => {
    const licences = readFileSync(join(consumer, 'node_modules/taizhang/dist/LICENSES.txt'), 'utf8')
    for (const name of ['js-yaml', 'yaml', 'zod', 'commander', 'csv-parse', 'hucre']) {
      expect(licences).toMatch(new RegExp(`^${name} \\d`, 'mu'))
    }
  })

  test('publint has nothing to say', () => {
    const { stdout, status } = spawnSync(join(TOOLS, 'publint'), [tarball, '--strict'], { encoding: 'utf8' })
    expect(stdout).toContain('All good!')
    expect(status).toBe(0)
  })

  test('its types are found by whoever imports ES modules', () => {
    const run = spawnSync(join(TOOLS, 'attw'), [tarball, '--profile', 'esm-only'], { encoding: 'utf8' })
    expect(run).toMatchObject({ status: 0, stderr: '' })
  })

  test('type-checks where it is used', () => {
    const compilerOptions = { module: 'NodeNext', target: 'ES2023', strict: true, noEmit: true, skipLibCheck: false }
    writeFileSync(join(consumer, 'tsconfig.json'), JSON.stringify({ compilerOptions, files: ['use.ts'] }))
    writeFileSync(
      join(consumer, 'use.ts'),
      `import { check, type Report } from 'taizhang'
const report: Report = check([{ path: '台账.yaml', content: '支部: {名称: 石桥村党支部}' }], { asOf: '2026-10-31' })
export const messages: string[] = report.branches.flatMap(({ findings }) => findings.map(({ message }) => message))
// @ts-expect-error The day is always given.
check([], {})
`,
    )
    const { stdout } = spawnSync(join(TOOLS, 'tsc'), ['-p', consumer], { encoding: 'utf8' })
    expect(stdout).toBe('')
  })

  test('checks files in memory, without a package beside it', () => {
    writeFileSync(
      join(consumer, 'use.mjs'),
      `import { check } from 'taizhang'
const content = '支部: {名称: 石桥村党支部}\\n组织生活:\\n  - {类型: 党员大会, 日期: 2026-03-12}\\n  - {类型: 党员大会, 日期: 2026-09-10}\\n'
const { branches } = check([{ path: '石桥村.yaml', content }], { asOf: '2026-10-31' })
const found = branches[0].findings.filter(({ rule }) => rule === 'frequency/member-assembly')
console.log(JSON.stringify(found.map(({ message, evidence }) => [message, evidence[0].file, evidence[0].line])))
`,
    )
    const { stdout, stderr } = spawnSync(process.execPath, ['use.mjs'], { cwd: consumer, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(JSON.parse(stdout)).toEqual([['台账未见2026年第二季度支部党员大会记录', '石桥村.yaml', 1]])
  })

  test('a browser can run the library', async () => {
    const entry = join(consumer, 'node_modules/taizhang/dist/index.js')
    const outfile = join(consumer, 'browser.mjs')
    const { warnings } = await build({
      entryPoints: [entry],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'browser',
    })
    expect(warnings).toEqual([])
    const page = `const { log } = console
delete globalThis.process
delete globalThis.Buffer
const { check } = await import('./browser.mjs')
log(check([{ path: '台账.csv', content: '支部,会议类型,会议日期\\n石桥村党支部,党课,2026-03-12\\n' }], { asOf: '2026-10-31' }).summary.records)
`
    writeFileSync(join(consumer, 'page.mjs'), page)
    const { stdout, stderr } = spawnSync(process.execPath, ['page.mjs'], { cwd: consumer, encoding: 'utf8' })
    expect(stderr).toBe('')
    expect(stdout).toBe('1\n')
  })

  test('the program runs where it is installed', () => {
    const program = join(consumer, 'node_modules/taizhang/bin/taizhang.js')
    const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'))
    expect(spawnSync(process.execPath, [program, '--version'], { encoding: 'utf8' }).stdout).toBe(`${version}\n`)
  })
})
