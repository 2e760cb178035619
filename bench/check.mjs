// Where the program stands: a whole check against a bare parse of the same bytes, the start against node itself,
// and the peak of memory. Ratios within one run; the machine's own speed drops out.
import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { writeLedgers } from './ledgers.mjs'

const FILES = Number(process.argv[2] ?? 300)
const ROUNDS = 3
const root = fileURLToPath(new URL('..', import.meta.url))
const program = join(root, 'bin/taizhang.js')
const folder = mkdtempSync(join(tmpdir(), 'taizhang-bench-'))
const cache = mkdtempSync(join(tmpdir(), 'taizhang-cache-'))
process.env.TAIZHANG_CACHE = cache

try {
  writeLedgers(folder, FILES)
  const bytes = readdirSync(folder).reduce((sum, name) => sum + readFileSync(join(folder, name)).length, 0)
  console.log(`${FILES} 个台账，共 ${(bytes / 1e6).toFixed(1)} MB`)

  const check =
    (path, ...options) =>
    () =>
      timed(process.execPath, [program, 'check', path, '--as-of', '2026-12-31', '--format', 'json', ...options])
  const cold = rounds(check(folder, '--no-cache'))
  const parses = rounds(() => timed(process.execPath, [fileURLToPath(new URL('./parse.mjs', import.meta.url)), folder]))
  // The round that is not counted fills the cache.
  const warm = rounds(check(folder))
  const starts = rounds(() => timed(process.execPath, [program, '--version']), 10)
  const nodes = rounds(() => timed(process.execPath, ['-e', '0']), 10)
  const one = rounds(check(join(folder, 'branch-00000.yaml'), '--no-cache'), 10)

  line('check 整个目录', cold, '单线程 yaml 只解析同样的字节', parses)
  line('check 同一目录第二次', warm, 'check 第一次', cold)
  line('--version', starts, 'node -e 0', nodes)
  line('check 一个文件', one, 'node -e 0', nodes)
  console.log(`内存峰值：${peakMegabytes()} MB`)
} finally {
  rmSync(folder, { recursive: true, force: true })
  rmSync(cache, { recursive: true, force: true })
}

function rounds(run, count = ROUNDS) {
  run()
  return median(Array.from({ length: count }, run))
}

/** Milliseconds of a whole process. Exit code 1 means findings, which generated ledgers have. */
function timed(command, args) {
  const start = process.hrtime.bigint()
  const { status, stderr } = spawnSync(command, args, { stdio: ['ignore', 'ignore', 'pipe'] })
  if (status === null || status > 1) throw new Error(`${args.join(' ')} ended with ${status}: ${stderr}`)
  return Number(process.hrtime.bigint() - start) / 1e6
}

function median(values) {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]
}

function line(what, time, against, floor) {
  console.log(`${what}：${time.toFixed(0)} ms；${against}：${floor.toFixed(0)} ms；比值 ${(time / floor).toFixed(2)}`)
}

function peakMegabytes() {
  const script = `const { main } = await import(${JSON.stringify(join(root, 'dist/chunks/main.cjs'))});
await main(['check', ${JSON.stringify(folder)}, '--as-of', '2026-12-31', '--format', 'json', '--no-cache']);
process.stderr.write('\\npeak ' + process.resourceUsage().maxRSS);`
  const { stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const peak = /peak (\d+)/.exec(stderr)
  return peak ? Math.round(Number(peak[1]) / 1024) : '无法测得'
}
