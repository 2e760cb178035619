import { mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { taizhang } from './program.ts'
import { Repository } from './repository.ts'
import { CONFIG, check, found, ledger, project, RULEBOOK, reportOf } from './small-project.ts'

const JSON_REPORT = ['--format', 'json']
const FROM_MAIN = ['--settings-from', 'main', ...JSON_REPORT]
const NAME = '杏园社区第二党支部'
const MISSING = `${NAME} 2026Q2`
const WANTING = ledger(NAME, ['2026-03-12', '2026-09-10'])

type Files = Readonly<Record<string, string>>

/** A ledger that lacks a meeting and its rules on `main`, and what a change writes over them. */
function changed(files: Files, before: Files = {}) {
  const cwd = project({ '台账/a.yaml': WANTING, 'few.yaml': 'rules: {}\n', ...before })
  const repository = new Repository(cwd)
  repository.commit('台账和规则')
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(cwd, path)), { recursive: true })
    writeFileSync(join(cwd, path), text)
  }
  for (const [path, text] of Object.entries(files)) write(path, text)
  return { cwd, repository, write, read: (path: string) => readFileSync(join(cwd, path), 'utf8') }
}

function noticesOf(run: ReturnType<typeof check>) {
  return reportOf(run).intake.map(({ code, severity, message }) => `${severity} ${code} ${message}`)
}

const UNCOUNTED = 'info uncounted-setting 配置和规则以“main”为准，此后的改动这次不算数'

describe('--settings-from: what a change makes of the rules loosens nothing in it', () => {
  test.each<[string, Files, string]>([
    ['a rule turned off', { 'taizhang.yaml': `${CONFIG}rules:\n  test/assembly: off\n` }, '（停用 test/assembly）'],
    ['another severity', { 'taizhang.yaml': `${CONFIG}rules:\n  test/assembly: info\n` }, '（改了 test/assembly）'],
    [
      'another parameter',
      { 'our-rules.yaml': RULEBOOK.replace('per: quarter', 'per: year') },
      '（改了 test/assembly）',
    ],
    [
      'an override',
      { 'taizhang.yaml': `${CONFIG}overrides:\n  - when: {branch: ${NAME}}\n    rules: {test/assembly: off}\n` },
      '',
    ],
    ['more days of grace', { 'taizhang.yaml': `${CONFIG}graceDays: 300\n` }, ''],
    ['another rulebook', { 'taizhang.yaml': 'extends: ./few.yaml\nledgers: 台账\n' }, '（停用 test/assembly）'],
  ])('%s', (_, files, rules) => {
    const { cwd } = changed(files)
    const run = check(cwd, FROM_MAIN)
    expect(run).toMatchObject({ code: 1, stderr: '' })
    expect(found(reportOf(run))).toEqual([MISSING])
    expect(reportOf(run).summary.findings.error).toBe(1)
    const [notice, ...others] = reportOf(run).intake
    expect(others).toEqual([])
    expect(notice).toMatchObject({
      code: 'uncounted-setting',
      severity: 'info',
      message: `配置和规则以“main”为准，此后的改动这次不算数${rules}`,
    })
    expect(notice?.evidence[0]).toEqual({ file: Object.keys(files)[0], line: 1, column: 1, excerpt: '' })
    expect(check(cwd).code, 'without the option').toBe(0)
  })

  test('a configuration that is taken away, or put nearer, or led elsewhere', () => {
    const gone = changed({})
    rmSync(join(gone.cwd, 'taizhang.yaml'))
    const run = check(gone.cwd, FROM_MAIN)
    expect(found(reportOf(run))).toEqual([MISSING])
    expect(noticesOf(run)[0]).toContain('此后的改动这次不算数（停用 test/assembly；新增 ')

    const nearer = changed({ '台账/taizhang.yaml': 'extends: ../few.yaml\n' })
    expect(check(join(nearer.cwd, '台账')).code).toBe(0)
    expect(found(reportOf(check(join(nearer.cwd, '台账'), FROM_MAIN)))).toEqual([MISSING])

    const led = changed({})
    const elsewhere = folderWith({ '配置.yaml': `extends: ${join(led.cwd, 'few.yaml')}\nledgers: 台账\n` })
    rmSync(join(led.cwd, 'taizhang.yaml'))
    symlinkSync(join(elsewhere, '配置.yaml'), join(led.cwd, 'taizhang.yaml'))
    expect(check(led.cwd).code).toBe(0)
    expect(found(reportOf(check(led.cwd, FROM_MAIN)))).toEqual([MISSING])
  })

  test('a configuration and a rulebook that are links in the commit are followed there', () => {
    const { cwd, repository, write } = changed({})
    for (const name of ['taizhang.yaml', 'our-rules.yaml']) {
      mkdirSync(join(cwd, '共用'), { recursive: true })
      repository.git('mv', name, `共用/${name}`)
      symlinkSync(`共用/${name}`, join(cwd, name))
    }
    repository.commit('搬到共用文件夹')
    write('共用/our-rules.yaml', 'rules: {}\n')
    expect(check(cwd).code).toBe(0)
    expect(found(reportOf(check(cwd, FROM_MAIN)))).toEqual([MISSING])
  })

  test('no configuration before means the rules that come with the program', () => {
    const cwd = folderWith({ '台账/a.yaml': WANTING })
    new Repository(cwd).commit('台账')
    writeFileSync(join(cwd, 'our-rules.yaml'), 'rules: {}\n')
    writeFileSync(join(cwd, 'taizhang.yaml'), CONFIG)
    expect(reportOf(check(cwd, JSON_REPORT)).rules).toEqual([])
    const run = check(cwd, FROM_MAIN)
    expect(run.code).toBe(1)
    expect(reportOf(run).rules.length).toBeGreaterThan(50)
  })
})

describe('--settings-from', () => {
  test('where nothing has changed says nothing, and prunes the baseline as ever', () => {
    const { cwd, read } = changed({})
    expect(check(cwd, FROM_MAIN)).toEqual(check(cwd, JSON_REPORT))
    taizhang(['baseline', '--as-of', '2026-10-31'], { cwd })
    new Repository(cwd).commit('基线')
    writeFileSync(join(cwd, '台账/a.yaml'), ledger(NAME))
    expect(check(cwd, [...FROM_MAIN, '--baseline', 'taizhang-baseline.json']).code).toBe(0)
    expect(read('taizhang-baseline.json')).toBe('{"schemaVersion":1,"findings":[]}\n')
  })

  test('goes for exemptions and baseline too', () => {
    const exemption = `{rule: test/assembly, branch: ${NAME}, reason: 合并, approver: 党工委, document: 批复, until: 2026-12-31}`
    const exempted = changed({ 'taizhang.yaml': `${CONFIG}exemptions:\n  - ${exemption}\n` })
    expect(check(exempted.cwd).code).toBe(0)
    const run = check(exempted.cwd, FROM_MAIN)
    expect(run.code).toBe(1)
    expect(reportOf(run).intake.map(({ code }) => code)).toEqual(['uncounted-exemption'])

    const { cwd } = changed({})
    taizhang(['baseline', '--as-of', '2026-10-31'], { cwd })
    const against = ['--baseline', 'taizhang-baseline.json']
    expect(check(cwd, against).code).toBe(0)
    expect(reportOf(check(cwd, [...FROM_MAIN, ...against])).intake.map(({ code }) => code)).toEqual([
      'uncounted-baseline',
    ])
    expect(check(cwd, [...FROM_MAIN, ...against, '--baseline-from', 'HEAD']).code, 'there is none either').toBe(1)
  })

  test('a rule that the change brings, with an exemption and known findings of its own, waits for its turn', () => {
    const rule = RULEBOOK.slice(RULEBOOK.indexOf('  test/')).replace('test/assembly', 'test/course')
    const both = `${RULEBOOK}${rule.replaceAll('党员大会', '党课')}`
    const exemption = `{rule: test/course, branch: ${NAME}, subject: 2026Q1, reason: 合并, approver: 党工委, document: 批复, until: 2026-12-31}`
    const { cwd, read } = changed({
      'our-rules.yaml': both,
      'taizhang.yaml': `${CONFIG}exemptions:\n  - ${exemption}\n`,
    })
    taizhang(['baseline', '--as-of', '2026-10-31'], { cwd })
    const before = read('taizhang-baseline.json')
    expect(before).toContain('test/course')
    const run = check(cwd, [...FROM_MAIN, '--baseline', 'taizhang-baseline.json'])
    expect(run.code).toBe(1)
    expect(found(reportOf(run))).toEqual([MISSING])
    expect(noticesOf(run)).toContainEqual(`${UNCOUNTED}（新增 test/course）`)
    expect(read('taizhang-baseline.json'), 'of what was not judged nothing is mended').toBe(before)
  })

  test('what there is to check is for the work tree to say', () => {
    const { cwd } = changed({
      '新台账/b.yaml': ledger('杏园社区第三党支部', []),
      'taizhang.yaml': 'extends: ./our-rules.yaml\nledgers: [台账, 新台账]\n',
    })
    const run = check(cwd, FROM_MAIN)
    expect(reportOf(run).branches.map(({ name }) => name)).toEqual(['杏园社区第三党支部', NAME])
    expect(noticesOf(run)).toEqual([])
  })

  test('mistakes of the change are refused; where those of the commit are mended, the mended ones count', () => {
    const { cwd, repository, write } = changed({ 'taizhang.yaml': `${CONFIG}graceDays: 很多\n` })
    const refused = check(cwd, FROM_MAIN)
    expect(refused).toMatchObject({ code: 2, stdout: '' })
    expect(refused.stderr).toContain('taizhang.yaml:3')
    repository.commit('写坏的配置')
    write('taizhang.yaml', CONFIG)
    write('台账/a.yaml', ledger(NAME))
    const run = check(cwd, FROM_MAIN)
    expect(run.code).toBe(1)
    expect(found(reportOf(run))).toEqual([])
    expect(noticesOf(run)).toEqual([
      expect.stringMatching(
        /^error unusable-setting “main”里的配置、规则用不了，这次按此后改过的判断，请人工核对改动（.*graceDays.*）$/u,
      ),
    ])
  })

  test('is the same on several threads, in shards, and by the path of the configuration', () => {
    const { cwd, write } = changed({ 'our-rules.yaml': 'rules: {}\n' })
    for (let file = 0; file < 20; file += 1) write(`台账/${file}.yaml`, WANTING.replace('第二', `第${file}`))
    const whole = check(cwd, [...FROM_MAIN, '--workers', '1', '--no-cache'])
    expect(found(reportOf(whole))).toHaveLength(21)
    expect(check(cwd, [...FROM_MAIN, '--workers', '3', '--no-cache'])).toEqual(whole)
    expect(check(cwd, [...FROM_MAIN, '--config', 'taizhang.yaml'])).toEqual(whole)
    const parts = ['1', '2'].map((part) => {
      const args = ['--settings-from', 'main', '--shard', `${part}/2`, '-o', `${part}.json`, '--quiet']
      expect(check(cwd, args)).toEqual({ code: 0, stdout: '', stderr: '' })
      return `${part}.json`
    })
    expect(taizhang(['merge', ...parts, ...FROM_MAIN], { cwd })).toEqual(whole)
    const other = taizhang(['merge', ...parts, ...JSON_REPORT], { cwd })
    expect(other).toMatchObject({ code: 2, stdout: '' })
    expect(other.stderr).toContain('另一套规则')
  })

  test('a rulebook that --rules names is taken from the commit', () => {
    const { cwd } = changed({ 'our-rules.yaml': 'rules: {}\n' })
    expect(check(cwd, ['--rules', './our-rules.yaml']).code).toBe(0)
    expect(found(reportOf(check(cwd, [...FROM_MAIN, '--rules', './our-rules.yaml'])))).toEqual([MISSING])
  })

  test('a commit that is not there is told with what to do', () => {
    const { cwd } = changed({})
    const run = check(cwd, ['--settings-from', 'origin/main'])
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('错误：Git 仓库里没有“origin/main”这个提交、分支或标签')
  })
})
