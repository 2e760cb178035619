import { rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse as parseJunit } from 'junit2json'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import { Repository } from './repository.ts'
import { CONFIG, check, found, ledger, project, reportOf } from './small-project.ts'

const WANTING = ledger('杏园社区第二党支部', ['2026-03-12', '2026-09-10'])

function exemption(changes: Readonly<Record<string, string>> = {}): string {
  const fields = {
    rule: 'test/assembly',
    branch: '杏园社区第二党支部',
    reason: '两个小组合并过渡',
    approver: '街道党工委组织委员',
    document: '关于同意的批复',
    until: '2026-12-31',
    ...changes,
  }
  const lines = Object.entries(fields).map(([key, value], index) => `  ${index === 0 ? '- ' : '  '}${key}: ${value}`)
  return `${lines.join('\n')}\n`
}

function withExemptions(...exemptions: readonly string[]): string {
  return project({
    '台账/a.yaml': WANTING,
    'taizhang.yaml': `${CONFIG}exemptions:\n${exemptions.join('')}`,
  })
}

describe('an exemption', () => {
  test('takes the finding away, and is listed with who answers for it', () => {
    const cwd = withExemptions(exemption())
    const run = check(cwd, ['--format', 'json'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    const report = reportOf(run)
    expect(found(report)).toEqual([])
    expect(report.intake).toEqual([])
    expect(report.exempted).toEqual([
      {
        branch: '杏园社区第二党支部',
        rule: 'test/assembly',
        subject: '2026Q2',
        reason: '两个小组合并过渡',
        approver: '街道党工委组织委员',
        document: '关于同意的批复',
        until: '2026-12-31',
      },
    ])
  })

  test.each(['pretty', 'markdown'])('is listed in %s', (format) => {
    const { stdout } = check(withExemptions(exemption()), ['--format', format])
    expect(stdout.replaceAll(/\s+/gu, '')).toContain(
      '支部党员大会每季度至少召开一次（2026Q2）：两个小组合并过渡；街道党工委组织委员批准（关于同意的批复），至2026-12-31',
    )
  })

  test('is skipped in junit, a property in sarif, and no line of the rectification list', async () => {
    const cwd = project({
      '台账/a.yaml': ledger('杏园社区第二党支部', []),
      'taizhang.yaml': `${CONFIG}exemptions:\n${exemption()}`,
    })
    const junit = await parseJunit(check(cwd, ['--format', 'junit']).stdout)
    expect(JSON.stringify(junit)).toContain('已批准豁免：两个小组合并过渡')
    const log: Log = JSON.parse(check(cwd, ['--format', 'sarif']).stdout)
    expect(log.runs[0]?.results).toEqual([])
    expect(log.runs[0]?.properties?.exempted).not.toHaveLength(0)
    expect(check(cwd, ['--format', 'csv']).stdout.trimEnd().split('\r\n')).toHaveLength(1)
  })

  test('may stand in a file of its own, which is no ledger', () => {
    const cwd = project({
      'a.yaml': WANTING,
      'taizhang.yaml': 'extends: ./our-rules.yaml\nexemptions: 豁免.yaml\n',
      '豁免.yaml': exemption().replaceAll(/^ {2}/gmu, ''),
    })
    const run = check(cwd, ['--format', 'json'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(reportOf(run).summary.intake.files).toBe(1)
  })

  test('holds on its last day, and the day after the finding is back and the exemption told', () => {
    const last = check(withExemptions(exemption({ until: '2026-10-31' })), ['--format', 'json'])
    expect(last.code).toBe(0)
    const after = check(withExemptions(exemption({ until: '2026-10-30' })), ['--format', 'json'])
    expect(after.code).toBe(1)
    expect(found(reportOf(after))).toEqual(['杏园社区第二党支部 2026Q2'])
    expect(reportOf(after).intake).toEqual([
      {
        code: 'expired-exemption',
        severity: 'warning',
        message: '对杏园社区第二党支部的“test/assembly”的豁免已于2026-10-30到期，问题重新列出',
        evidence: [{ file: 'taizhang.yaml', line: 4, column: 5, excerpt: '两个小组合并过渡' }],
      },
    ])
  })

  test('of one subject leaves the others', () => {
    const cwd = project({
      '台账/a.yaml': ledger('杏园社区第二党支部', ['2026-09-10']),
      'taizhang.yaml': `${CONFIG}exemptions:\n${exemption({ subject: '2026Q1' })}`,
    })
    expect(found(reportOf(check(cwd, ['--format', 'json'])))).toEqual(['杏园社区第二党支部 2026Q2'])
  })

  test('that excuses nothing is told, but not where only some of the ledgers were looked at', () => {
    const cwd = project({
      '台账/a.yaml': ledger('杏园社区第二党支部'),
      '台账/b.yaml': ledger('杏园社区第三党支部'),
      'taizhang.yaml': `${CONFIG}exemptions:\n${exemption()}`,
    })
    const codes = (...args: readonly string[]) =>
      reportOf(check(cwd, [...args, '--format', 'json'])).intake.map(({ code, severity }) => `${severity} ${code}`)
    expect(codes()).toEqual(['info unused-exemption'])
    expect(codes('台账')).toEqual(['info unused-exemption'])
    expect(codes('台账/b.yaml')).toEqual([])
    expect(codes('--branch', '杏园社区第三党支部')).toEqual([])
  })

  test('of which one name excuses nothing tells that name', () => {
    const cwd = withExemptions(
      exemption({ branch: '[杏园社区第二党支部, 杏园社区第九党支部]', subject: '[2026Q2, 2026Q4]' }),
    )
    const run = check(cwd, ['--format', 'json'])
    expect(run.code).toBe(0)
    expect(reportOf(run).intake).toEqual([
      {
        code: 'unused-exemption',
        severity: 'info',
        message: '豁免里的“杏园社区第九党支部、2026Q4”没有对应的问题，如已整改或写错，请删去或改正',
        evidence: [{ file: 'taizhang.yaml', line: 4, column: 5, excerpt: '两个小组合并过渡' }],
      },
    ])
  })

  test('in the ledger itself excuses nothing', () => {
    const cwd = project({ '台账/a.yaml': `${WANTING}exemptions:\n${exemption()}` })
    expect(found(reportOf(check(cwd, ['--format', 'json'])))).toEqual(['杏园社区第二党支部 2026Q2'])
  })
})

describe('a malformed exemption', () => {
  test.each([
    ['approver', 'taizhang.yaml:4 豁免无效：“approver”：缺少这一项，应是一段文字'],
    ['until', 'taizhang.yaml:4 豁免无效：“until”：不是一个日期，应写成 2026-03-12'],
  ])('without %s: exit 2 with the line', (key, message) => {
    const lines = exemption()
      .split('\n')
      .filter((line) => !line.includes(`${key}:`))
    const { code, stdout, stderr } = check(withExemptions(lines.join('\n')))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(message)
  })

  test('that ends on a day there is none, or excuses a rule there is none', () => {
    const bad = check(withExemptions(exemption({ until: '2026-02-30' })))
    expect(bad.code).toBe(2)
    expect(bad.stderr).toContain('taizhang.yaml:9 豁免无效：“until”：不是一个日期，应写成 2026-03-12')
    const unknown = check(withExemptions(exemption({ rule: 'test/nothing' })))
    expect(unknown.code).toBe(2)
    expect(unknown.stderr).toContain('豁免的规则“test/nothing”不存在')
  })

  test('an empty list is none', () => {
    expect(check(project({ '台账/a.yaml': ledger('甲党支部'), 'taizhang.yaml': `${CONFIG}exemptions:\n` })).code).toBe(
      0,
    )
  })
})

describe('--exemptions-from', () => {
  test('counts what stands in the commit, in the configuration or in the file that it names there', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    const repository = new Repository(cwd)
    repository.commit('没有豁免')
    writeFileSync(join(cwd, 'taizhang.yaml'), `${CONFIG}exemptions:\n${exemption()}`)
    expect(check(cwd).code).toBe(0)
    expect(check(cwd, ['--exemptions-from', 'main']).code).toBe(1)
    repository.commit('写在配置里')
    expect(check(cwd, ['--exemptions-from', 'main']).code).toBe(0)

    writeFileSync(join(cwd, 'taizhang.yaml'), `${CONFIG}exemptions: 豁免.yaml\n`)
    writeFileSync(join(cwd, '豁免.yaml'), exemption({ until: '2026-10-30' }).replaceAll(/^ {2}/gmu, ''))
    repository.commit('写在单独的文件里')
    writeFileSync(join(cwd, '豁免.yaml'), exemption().replaceAll(/^ {2}/gmu, ''))
    expect(check(cwd).code).toBe(0)
    const earlier = check(cwd, ['--exemptions-from', 'main', '--format', 'json'])
    expect(earlier.code).toBe(1)
    expect(reportOf(earlier).intake.map(({ code }) => code)).toEqual(['expired-exemption', 'uncounted-exemption'])
  })

  test('one that names a rule which is no more is no mistake of the change', () => {
    const cwd = project({
      '台账/a.yaml': WANTING,
      'taizhang.yaml': `${CONFIG}exemptions:\n${exemption({ rule: 'a/b' })}`,
    })
    new Repository(cwd).commit('旧的豁免')
    writeFileSync(join(cwd, 'taizhang.yaml'), CONFIG)
    const run = check(cwd, ['--exemptions-from', 'main', '--format', 'json'])
    expect(run.code).toBe(1)
    expect(reportOf(run).intake, 'it is deleted already').toEqual([])
  })

  test('says of one that is new why it does not count, at its line', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    new Repository(cwd).commit('没有豁免')
    writeFileSync(join(cwd, 'taizhang.yaml'), `${CONFIG}exemptions:\n${exemption()}`)
    expect(reportOf(check(cwd, ['--exemptions-from', 'main', '--format', 'json'])).intake).toEqual([
      {
        code: 'uncounted-exemption',
        severity: 'info',
        message: '豁免以“main”为准，这一条是此后新增或改过的，这次不算数',
        evidence: [{ file: 'taizhang.yaml', line: 4, column: 5, excerpt: '两个小组合并过渡' }],
      },
    ])
  })

  test('a malformed one of the change is refused, one of the commit does not count and can be mended', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    const repository = new Repository(cwd)
    repository.commit('没有豁免')
    writeFileSync(join(cwd, 'taizhang.yaml'), `${CONFIG}exemptions:\n${exemption({ until: '永久' })}`)
    const bad = check(cwd, ['--exemptions-from', 'main'])
    expect(bad).toMatchObject({ code: 2, stdout: '' })
    expect(bad.stderr).toContain('taizhang.yaml:9 豁免无效：“until”：不是一个日期')
    repository.commit('写坏的豁免')
    writeFileSync(join(cwd, 'taizhang.yaml'), CONFIG)
    const run = check(cwd, ['--exemptions-from', 'main', '--format', 'json'])
    expect(run).toMatchObject({ code: 1, stderr: '' })
    expect(reportOf(run).intake).toMatchObject([
      { code: 'bad-exemption', severity: 'warning', message: expect.stringMatching(/^“main”里的豁免有误，不算数：/u) },
    ])
  })

  test('a file that is named by its whole path, or a configuration that is a link, is found in the commit', () => {
    const cwd = project({ '台账/a.yaml': WANTING, '豁免.yaml': exemption().replaceAll(/^ {2}/gmu, '') })
    rmSync(join(cwd, 'taizhang.yaml'))
    writeFileSync(join(cwd, '配置.yaml'), `${CONFIG}exemptions: ${join(cwd, '豁免.yaml')}\n`)
    symlinkSync('配置.yaml', join(cwd, 'taizhang.yaml'))
    new Repository(cwd).commit('豁免')
    expect(check(cwd, ['--exemptions-from', 'main', '--quiet'])).toEqual({ code: 0, stdout: '', stderr: '' })
  })

  test('a commit that is not there, or no repository, is told with what to do', () => {
    const cwd = project({ '台账/a.yaml': WANTING })
    const outside = check(cwd, ['--exemptions-from', 'main'], { env: { GIT_CEILING_DIRECTORIES: '/' } })
    expect(outside).toMatchObject({ code: 2, stdout: '' })
    expect(outside.stderr).toMatch(/^错误：这里不是 Git 仓库，不能用这个选项；/u)
    new Repository(cwd).commit('台账')
    const missing = check(cwd, ['--exemptions-from', 'origin/main'])
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('错误：Git 仓库里没有“origin/main”这个提交、分支或标签')
    expect(missing.stderr).toContain('fetch-depth: 0')
  })
})
