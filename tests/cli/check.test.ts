import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readFileSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { CSV_HEADER } from '../../src/report/csv.ts'
import { Report } from '../../src/report/schema.ts'
import { folderWith } from '../node/folder.ts'
import { taizhang } from './program.ts'

const DEMO = fileURLToPath(new URL('../../fixtures/demo/ledgers', import.meta.url))
const AS_OF = ['--as-of', '2026-10-31']

/** A branch of which only the presence of 党员大会 is looked at. */
function ledger(name: string, dates: readonly string[] = ['2026-03-12', '2026-06-11', '2026-09-10']): string {
  const meetings = dates.map((date) => `  - {类型: 党员大会, 日期: ${date}}`)
  return [`支部: {名称: ${name}}`, '组织生活:', ...meetings, ''].join('\n')
}

/** A rulebook with one rule, so that the tests stand still while the built-in rules grow. */
const RULEBOOK = `rules:
  test/assembly:
    title: 支部党员大会每季度至少召开一次
    check: frequency
    with: {kind: 党员大会, per: quarter, atLeast: 1}
    basis: [{document: 中国共产党支部工作条例（试行）, rank: 中央}]
    nature: breach
    severity: error
    score: 4
    remedy: 据实补开，注明补开所属期次和原因。
    within: 15
    judged: 每季度至少有一条记录。
`
const MISSING_BRANCH = `rules:
  test/missing:
    title: 应交台账的支部都交来台账
    check: missing-branch
    basis: [{document: 检查通知, rank: 上级}]
    nature: breach
    severity: error
    remedy: 请补交台账。
    within: 15
    judged: 对照支部名单。
`
const ONE_RULE = ['--rules', './our-rules.yaml', ...AS_OF]

function project(files: Readonly<Record<string, string | Uint8Array>>): string {
  return folderWith({ 'our-rules.yaml': RULEBOOK, ...files })
}

const inOrder = ledger('杏园社区第一党支部')
const wanting = ledger('杏园社区第二党支部', ['2026-03-12', '2026-09-10'])

function reportOf(stdout: string) {
  return Report.parse(JSON.parse(stdout))
}

describe('check', () => {
  test('the demonstration: a report for people, on standard output alone', () => {
    const { code, stdout, stderr } = taizhang(['check', DEMO, ...AS_OF])
    expect(stderr).toBe('')
    expect(code).toBe(1)
    expect(stdout).toMatch(/^三会一课台账检查\n/u)
    expect(stdout).toMatch(/\n《组织生活台账检查反馈单》　杏园社区第一党支部（.+）\n交来台账 /u)
    expect(stdout).toContain('问题是否成立以原始记录为准')
  })

  test('the demonstration as JSON holds to the schema and has a verdict for each branch and rule', () => {
    const { stdout, stderr } = taizhang(['check', DEMO, ...AS_OF, '--format', 'json'])
    expect(stderr).toBe('')
    const { branches, rules, crashes } = reportOf(stdout)
    expect(crashes).toEqual([])
    for (const { name, verdicts } of branches) {
      expect(
        verdicts.map(({ rule }) => rule),
        name,
      ).toEqual(rules.map(({ id }) => id))
    }
  })
})

test('below the current folder a file is called by what stands below it', () => {
  const cwd = project({ 'a.yaml': wanting })
  const { branches } = reportOf(taizhang(['check', '.', ...ONE_RULE, '--format', 'json'], { cwd }).stdout)
  expect(branches.map(({ handedIn }) => handedIn.files)).toEqual([['a.yaml']])
  expect(branches[0]?.findings[0]?.evidence[0]?.file).toBe('a.yaml')
})

describe('exit codes', () => {
  test('0 where nothing was found', () => {
    const cwd = project({ '台账/a.yaml': inOrder })
    expect(taizhang(['check', '台账', ...ONE_RULE], { cwd })).toMatchObject({ code: 0, stderr: '' })
  })

  test.each([
    [[], 1],
    [['--fail-on', 'error'], 1],
    [['--fail-on', 'info'], 1],
    [['--fail-on', 'never'], 0],
    [['--quiet'], 1],
    [['--format', 'json'], 1],
    [['-o', 'out.json'], 1],
  ])('with an error %j ends with %i', (options, code) => {
    const cwd = project({ '台账/a.yaml': wanting })
    expect(taizhang(['check', '台账', ...ONE_RULE, ...options], { cwd }).code).toBe(code)
  })

  test('a warning fails only where it is asked to', () => {
    const cwd = project({ '台账/a.yaml': wanting, 'our-rules.yaml': RULEBOOK.replace('error', 'warning') })
    expect(taizhang(['check', '台账', ...ONE_RULE], { cwd }).code).toBe(0)
    expect(taizhang(['check', '台账', ...ONE_RULE, '--fail-on', 'warning'], { cwd }).code).toBe(1)
  })

  test('a ledger that cannot be read is a finding', () => {
    const cwd = project({ '台账/a.yaml': inOrder, '台账/b.yaml': '支部: {名称: 甲党支部\n组织生活:\n' })
    const { code, stdout } = taizhang(['check', '台账', ...ONE_RULE, '--format', 'json'], { cwd })
    expect(code).toBe(1)
    const lost = reportOf(stdout).intake.find(({ severity }) => severity === 'error')
    expect(lost?.evidence[0]?.file).toBe('台账/b.yaml')
  })

  test.each([
    [{ '台账/说明.md': '空的' }],
    [{ '台账/旧台账.xls': '旧的' }],
    [{ '台账/空.yaml': '' }],
    [{ '台账/规则.yaml': RULEBOOK }],
  ])('2 where there is no ledger: %j', (files) => {
    const cwd = project(files)
    const { code, stdout, stderr } = taizhang(['check', '台账', ...ONE_RULE], { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('错误：没有找到台账：在 台账 中没有可读的 .yaml、.yml、.csv、.tsv、.xlsx 台账')
  })

  test('2 where the configuration is mistaken, with the line', () => {
    const cwd = project({ 'taizhang.yaml': 'ledgers: 台账\nrules:\n  test/nothing: off\n', '台账/a.yaml': inOrder })
    const { code, stdout, stderr } = taizhang(['check', ...ONE_RULE], { cwd })
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toBe(
      '错误：配置或规则集有误，没有开始检查。\n  taizhang.yaml:3 没有编号为“test/nothing”的规则，请用 taizhang rules 查看全部规则\n',
    )
  })

  test('2 where a branch that was asked for is not there', () => {
    const cwd = project({ '台账/a.yaml': inOrder })
    const { code, stderr } = taizhang(['check', '台账', ...ONE_RULE, '--branch', '没有的党支部'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toBe('错误：读到的台账中没有名称或编号为“没有的党支部”的支部\n')
  })

  test.skipIf(process.platform === 'win32')('130 where it is interrupted', async () => {
    const program = fileURLToPath(new URL('../../bin/taizhang.js', import.meta.url))
    const child = spawn(process.execPath, [program, 'check', '-', '--stdin-filename', 'a.yaml'])
    const ended = new Promise((resolve) => child.once('exit', resolve))
    setTimeout(() => child.kill('SIGINT'), 1000)
    expect(await ended).toBe(130)
  })
})

describe('paths', () => {
  test('files are called as the folder was, with the rest below', () => {
    const cwd = project({ '县/乡/a.yaml': wanting })
    const { stdout } = taizhang(['check', '县', ...ONE_RULE, '--format', 'json'], { cwd })
    expect(reportOf(stdout).branches[0]?.findings[0]?.evidence[0]?.file).toBe('县/乡/a.yaml')
  })

  test('without a path: what the configuration names, else the current folder', () => {
    const cwd = project({ 'taizhang.yaml': 'ledgers: 县\n', '县/a.yaml': wanting, '乡/b.yaml': inOrder })
    const configured = taizhang(['check', ...ONE_RULE, '--format', 'json'], { cwd })
    expect(reportOf(configured.stdout).branches.map(({ name }) => name)).toEqual(['杏园社区第二党支部'])
    const bare = project({ '乡/b.yaml': wanting })
    const found = taizhang(['check', ...ONE_RULE, '--format', 'json'], { cwd: bare })
    expect(reportOf(found.stdout).branches[0]?.findings[0]?.evidence[0]?.file).toBe('乡/b.yaml')
  })

  test('what the program wrote itself is no ledger', () => {
    const cwd = project({ 'a.yaml': wanting })
    taizhang(['check', '.', ...ONE_RULE, '-o', '整改清单.csv', '-o', '报告.json'], { cwd })
    const { stdout } = taizhang(['check', '.', ...ONE_RULE, '--format', 'json'], { cwd })
    expect(reportOf(stdout).summary.intake.files).toBe(1)
    expect(reportOf(stdout).intake).toEqual([])
  })

  test('standard input is read as the file that it is said to be', () => {
    const cwd = project({})
    const { code, stdout } = taizhang(
      ['check', '-', '--stdin-filename', '县/a.yaml', ...ONE_RULE, '--format', 'json'],
      { cwd, input: wanting },
    )
    expect(code).toBe(1)
    expect(reportOf(stdout).branches[0]?.findings[0]?.evidence[0]?.file).toBe('县/a.yaml')
  })

  test('a branch of the roster that handed in nothing is told, but not where one file alone was asked for', () => {
    const cwd = project({
      '台账/branches.yaml': '- 杏园社区第一党支部\n- 杏园社区第九党支部\n',
      '台账/a.yaml': inOrder,
      'our-rules.yaml': MISSING_BRANCH,
    })
    const run = (path: string) => reportOf(taizhang(['check', path, ...ONE_RULE, '--format', 'json'], { cwd }).stdout)
    const missing = run('台账').branches.find(({ name }) => name === '杏园社区第九党支部')
    expect(missing?.findings[0]?.evidence[0]).toMatchObject({ file: '台账/branches.yaml', line: 2 })
    expect(run('台账/a.yaml').branches.map(({ name }) => name)).toEqual(['杏园社区第一党支部'])
  })

  test('a workbook is read like any table', async () => {
    const rows = [
      ['支部', '会议类型', '会议日期'],
      ['杏园社区第三党支部', '党员大会', '2026-03-12'],
    ]
    const cwd = project({ '台账/a.xlsx': await writeXlsx({ sheets: [{ name: '台账', rows }] }) })
    const { stdout } = taizhang(['check', '台账', ...ONE_RULE, '--format', 'json'], { cwd })
    const { branches } = reportOf(stdout)
    expect(branches.map(({ name, handedIn }) => [name, handedIn.records])).toEqual([['杏园社区第三党支部', 1]])
    expect(branches[0]?.findings[0]?.evidence[0]).toMatchObject({ file: '台账/a.xlsx', sheet: '台账' })
  })

  test('a script beside the ledger is read, in the encoding that it has', () => {
    const lecture = '  - {类型: 党课, 日期: 2026-03-20, 题目: 把身边的事办实, 讲稿: 讲稿/a.txt}'
    const cwd = project({
      '台账/a.yaml': ['支部: {名称: 甲党支部}', '组织生活:', lecture, ''].join('\n'),
      '台账/讲稿/a.txt': new Uint8Array([0xb5, 0xb3, 0xbf, 0xce]),
    })
    const { stdout } = taizhang(['check', '台账', ...ONE_RULE, '--format', 'json'], { cwd })
    expect(reportOf(stdout).intake).toEqual([])
  })

  test('a script outside the folder of the ledger is not read', () => {
    const secret = folderWith({ 'secret.md': '不该出现的文字'.repeat(20) })
    const lectures = ['../secret.md', join(secret, 'secret.md'), 'link.md'].map(
      (path, index) => `  - {类型: 党课, 日期: 2026-0${index + 1}-10, 讲稿: ${path}}`,
    )
    const cwd = project({ '台账/a.yaml': ['支部: {名称: 甲党支部}', '组织生活:', ...lectures, ''].join('\n') })
    symlinkSync(join(secret, 'secret.md'), join(cwd, '台账/link.md'))
    symlinkSync(join(secret, 'secret.md'), join(cwd, 'secret.md'))
    const { stdout } = taizhang(['check', '台账', ...ONE_RULE, '--format', 'json'], { cwd })
    const refused = reportOf(stdout).intake.filter(({ message }) => message.includes('为安全起见不读取'))
    expect(refused.map(({ evidence: [at] }) => at?.line)).toEqual([3, 4, 5])
    expect(stdout).not.toContain('不该出现')
  })
})

describe('output', () => {
  test('files by extension, notices on standard error', () => {
    const cwd = project({ '台账/a.yaml': wanting })
    const { stdout, stderr } = taizhang(
      ['check', '台账', ...ONE_RULE, '-o', '报告/a.JSON', '-o', 'a.md', '-o', 'a.csv'],
      { cwd },
    )
    expect(stdout).toMatch(/^三会一课台账检查\n/u)
    expect(stderr).toBe('已写入 报告/a.JSON\n已写入 a.md\n已写入 a.csv\n')
    expect(reportOf(readFileSync(join(cwd, '报告/a.JSON'), 'utf8')).summary.findings.error).toBe(1)
    expect(readFileSync(join(cwd, 'a.md'), 'utf8')).toMatch(/^# 三会一课台账检查\n/u)
    expect(readFileSync(join(cwd, 'a.csv'), 'utf8')).toMatch(new RegExp(`^\ufeff${CSV_HEADER}\r\n`, 'u'))
  })

  test('a ledger is never written over', () => {
    const cwd = project({ '台账/a.csv': '支部,会议类型,会议日期\n甲党支部,党员大会,2026-03-12\n' })
    const before = readFileSync(join(cwd, '台账/a.csv'), 'utf8')
    const { code, stderr } = taizhang(['check', '台账', ...ONE_RULE, '-o', '台账/../台账/a.csv'], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('是本次检查要读的文件，不能把报告写在上面')
    expect(readFileSync(join(cwd, '台账/a.csv'), 'utf8')).toBe(before)
  })

  test('quiet: no report on the screen but the one that was asked for', () => {
    const cwd = project({ '台账/a.yaml': wanting })
    const run = (...options: string[]) => taizhang(['check', '台账', ...ONE_RULE, '--quiet', ...options], { cwd })
    expect(run('-o', 'a.json')).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(existsSync(join(cwd, 'a.json'))).toBe(true)
    expect(run('--format', 'csv').stdout).toContain(CSV_HEADER)
  })

  test('colour only where it is asked for, since this is no terminal', () => {
    const cwd = project({ '台账/a.yaml': wanting })
    const run = (options: readonly string[], env: Record<string, string> = {}) =>
      taizhang(['check', '台账', ...ONE_RULE, ...options], { cwd, env }).stdout.includes('\u001b[')
    expect(run([])).toBe(false)
    expect(run(['--color'])).toBe(true)
    expect(run([], { FORCE_COLOR: '1' })).toBe(true)
    expect(run([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false)
    expect(run(['--no-color'], { FORCE_COLOR: '1' })).toBe(false)
    expect(run(['--color', '--format', 'json'])).toBe(false)
  })

  test('scores only where they are asked for', () => {
    const cwd = project({ '台账/a.yaml': wanting })
    const [off] = reportOf(taizhang(['check', '台账', ...ONE_RULE, '--format', 'json'], { cwd }).stdout).branches
    const scored = taizhang(['check', '台账', ...ONE_RULE, '--format', 'json', '--score'], { cwd })
    expect(off).toMatchObject({ score: null, grade: null })
    expect(reportOf(scored.stdout).branches[0]).toMatchObject({ score: 96 })
  })

  test.skipIf(process.platform === 'win32')(
    'a long report reaches the end of a slow pipe, and an early end is no error',
    () => {
      const files = Array.from({ length: 40 }, (_, index) => [`台账/${index}.yaml`, ledger(`第${index}党支部`, [])])
      const cwd = project(Object.fromEntries(files))
      const program = fileURLToPath(new URL('../../bin/taizhang.js', import.meta.url))
      const command = `"${process.execPath}" "${program}" check 台账 ${ONE_RULE.join(' ')} --format json`
      const whole = execFileSync('sh', ['-c', `${command} | (sleep 1; cat)`], { cwd, encoding: 'utf8' })
      expect(reportOf(whole).branches).toHaveLength(40)
      const cut = execFileSync(
        'sh',
        ['-c', `(${command}; echo "code $?" >&2) 2>&1 >/dev/null | cat; ${command} 2>&1 | head -c 10`],
        {
          cwd,
          encoding: 'utf8',
        },
      )
      expect(cut).toBe('code 1\n{\n  "schem')
    },
  )
})

describe('the same answer', () => {
  test('whatever the order in which files were made and named', () => {
    const files = {
      '台账/a.yaml': wanting,
      '台账/b.yaml': inOrder,
      '台账/c.csv':
        '支部,会议类型,会议日期\n杏园社区第三党支部,党员大会,2026-03-12\n杏园社区第二党支部,支委会,2026-04-02\n',
    }
    const one = project(files)
    const other = project(Object.fromEntries(Object.entries(files).reverse()))
    const paths = ['台账/a.yaml', '台账/b.yaml', '台账/c.csv']
    const json = (cwd: string, given: readonly string[]) =>
      taizhang(['check', ...given, ...ONE_RULE, '--format', 'json'], { cwd }).stdout
    const expected = json(one, ['台账'])
    expect(json(other, ['台账'])).toBe(expected)
    expect(json(one, paths)).toBe(expected)
    expect(json(one, [...paths].reverse())).toBe(expected)
  })
})

describe('hostile ledgers', () => {
  const hostile = ledger('"\\e]0;题\\a红\\e[2J<script>|=1+1\\u202e"', [])

  test.each(['pretty', 'json', 'markdown', 'csv'])('%s: nothing acts on the terminal', (format) => {
    const cwd = project({ '台账/a.yaml': hostile })
    const { stdout, stderr } = taizhang(['check', '台账', ...ONE_RULE, '--format', format], { cwd })
    expect(stdout).toContain('红')
    expect(`${stdout}${stderr}`.replace(/[\r\n]/gu, '').slice(1)).not.toMatch(/[\p{Cc}\u202e]/u)
  })

  test('nor does what is quoted on standard error', () => {
    const cwd = project({ 'taizhang.yaml': '"\\e[2J红": 1\n', '台账/a.yaml': inOrder })
    const { code, stderr } = taizhang(['check', '台账', ...ONE_RULE], { cwd })
    expect(code).toBe(2)
    expect(stderr).toContain('没有“红”这一项')
    expect(stderr.replaceAll('\n', '')).not.toMatch(/\p{Cc}/u)
  })
})
