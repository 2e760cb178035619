import { mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { Repository } from './repository.ts'
import { CONFIG, check, ledger, project, reportOf } from './small-project.ts'

const SINCE = ['--changed-since', 'main', '--format', 'json']

/** Three branches on main, and a branch of the repository that has left it. */
function started(files: Readonly<Record<string, string>> = {}) {
  const cwd = project({
    '台账/a.yaml': ledger('甲党支部', []),
    '台账/b.yaml': ledger('乙党支部', []),
    '台账/c.csv': '支部,会议类型,会议日期\n丙党支部,党员大会,2026-03-12\n丁党支部,党员大会,2026-03-12\n',
    ...files,
  })
  const repository = new Repository(cwd)
  repository.commit('台账')
  repository.git('checkout', '--quiet', '-b', '更新')
  return {
    cwd,
    repository,
    write: (path: string, text: string) => {
      mkdirSync(join(cwd, path, '..'), { recursive: true })
      writeFileSync(join(cwd, path), text)
    },
    branches: (args: readonly string[] = []) =>
      reportOf(check(cwd, [...args, ...SINCE])).branches.map(({ name }) => name),
  }
}

describe('--changed-since', () => {
  test('nothing changed: nothing reported, and the exit code says so', () => {
    const { cwd, branches } = started()
    expect(branches()).toEqual([])
    expect(check(cwd, SINCE).code).toBe(0)
  })

  test('a file that was changed, in a commit or not yet', () => {
    const { write, repository, branches } = started()
    write('台账/a.yaml', ledger('甲党支部'))
    expect(branches()).toEqual(['甲党支部'])
    repository.commit('更新')
    expect(branches()).toEqual(['甲党支部'])
    expect(branches(['台账'])).toEqual(['甲党支部'])
  })

  test('what others did on main since is none of the change', () => {
    const { write, repository, branches } = started()
    repository.git('checkout', '--quiet', 'main')
    write('台账/b.yaml', ledger('乙党支部'))
    repository.commit('别人的')
    repository.git('checkout', '--quiet', '更新')
    write('台账/a.yaml', ledger('甲党支部'))
    expect(branches()).toEqual(['甲党支部'])
  })

  test('a new file, tracked or not, and a renamed one', () => {
    const { cwd, write, repository, branches } = started()
    write('台账/d.yaml', ledger('戊党支部'))
    renameSync(join(cwd, '台账/b.yaml'), join(cwd, '台账/乙.yaml'))
    expect(branches()).toEqual(['乙党支部', '戊党支部'])
    repository.commit('更新')
    expect(branches()).toEqual(['乙党支部', '戊党支部'])
  })

  test('a branch that lost one of its files, or its rows of one', () => {
    const { cwd, write, branches } = started({ '台账/旧/b2.yaml': ledger('乙党支部', ['2026-03-12']) })
    rmSync(join(cwd, '台账/旧/b2.yaml'))
    expect(branches()).toEqual(['乙党支部'])
    write('台账/d.yaml', ledger('丁党支部', []))
    write('台账/c.csv', '支部,会议类型,会议日期\n丙党支部,党员大会,2026-03-12\n')
    expect(branches()).toEqual(['丁党支部', '丙党支部', '乙党支部'])
  })

  test('a script counts as the ledger that names it', () => {
    const lecture = '  - {类型: 党课, 日期: 2026-03-20, 讲稿: 讲稿/a.md}\n'
    const { cwd, write, branches } = started({
      '台账/a.yaml': ledger('甲党支部') + lecture,
      '台账/讲稿/a.md': '讲稿\n',
    })
    write('台账/讲稿/a.md', '改过的讲稿\n')
    expect(branches()).toEqual(['甲党支部'])
    rmSync(join(cwd, '台账/讲稿/a.md'))
    expect(branches()).toEqual(['甲党支部'])
  })

  test('what comes in by standard input', () => {
    const { cwd } = started()
    const input = ledger('甲党支部')
    const run = check(cwd, ['-', '--stdin-filename', '台账/a.yaml', ...SINCE], { input })
    expect(reportOf(run).branches.map(({ name }) => name)).toEqual(['甲党支部'])
  })

  test('a script that was never there has not changed', () => {
    const lecture = '  - {类型: 党课, 日期: 2026-03-20, 讲稿: 讲稿/a.md}\n'
    expect(started({ '台账/a.yaml': ledger('甲党支部') + lecture }).branches()).toEqual([])
  })

  test('what is under no version control, or under that of another repository', () => {
    const { cwd, write, branches } = started({ '.gitignore': '草稿\n' })
    write('台账/草稿/d.yaml', ledger('戊党支部'))
    expect(branches()).toEqual(['戊党支部'])
    write('台账/别处/e.yaml', ledger('己党支部'))
    new Repository(join(cwd, '台账/别处')).commit('别处的台账')
    expect(branches()).toEqual(['己党支部', '戊党支部'])
  })

  test('a submodule, committed or not', () => {
    const { cwd, write, repository, branches } = started()
    write('台账/别处/e.yaml', ledger('己党支部'))
    const other = new Repository(join(cwd, '台账/别处'))
    other.commit('别处的台账')
    repository.commit('纳入')
    repository.git('branch', '--force', 'main')
    expect(branches()).toEqual([])
    write('台账/别处/e.yaml', ledger('己党支部', []))
    expect(branches()).toEqual(['己党支部'])
    other.commit('改了')
    expect(branches()).toEqual(['己党支部'])
    repository.commit('跟上')
    expect(branches()).toEqual(['己党支部'])
  })

  test('a branch that is newly expected, by a list beside the configuration', () => {
    const { cwd, write, branches } = started({ '台账/戊.yaml': ledger('戊党支部') })
    write('branches.yaml', '支部:\n  - {名称: 戊党支部}\n  - {名称: 己党支部}\n')
    expect(branches()).toEqual(['己党支部'])
    expect(check(cwd, ['--changed-since', 'main']).stderr).toContain('branches.yaml 也有改动')
  })

  test('changed rules are told of, for they may change what is found in other ledgers', () => {
    const { cwd, write, repository } = started()
    expect(check(cwd, SINCE).stderr).toBe('')
    write('taizhang.yaml', `${CONFIG}# 改过\n`)
    const told = 'taizhang.yaml 也有改动，没有改动台账的支部可能受影响，但不在报告里；要看全部请去掉 --changed-since\n'
    expect(check(cwd, SINCE)).toMatchObject({ code: 0, stderr: told })
    repository.commit('改过')
    expect(check(cwd, SINCE)).toMatchObject({ code: 0, stderr: told })
    expect(check(cwd, [...SINCE, '--quiet'])).toMatchObject({ code: 0, stderr: '' })
  })

  test('what could not be read in a file that nobody changed is not told', () => {
    const { write, cwd } = started({ '台账/x.yaml': '支部: {名称: 坏的\n组织生活:\n' })
    write('台账/a.yaml', ledger('甲党支部'))
    const run = check(cwd, SINCE)
    expect(run.code).toBe(0)
    expect(reportOf(run).intake).toEqual([])
  })

  test('a commit that is not there, or with no common past', () => {
    const { cwd, repository } = started()
    const missing = check(cwd, ['--changed-since', 'origin/main'])
    expect(missing.code).toBe(2)
    expect(missing.stderr).toContain('没有“origin/main”这个提交、分支或标签')
    expect(missing.stderr).toContain('fetch-depth: 0')
    const kept = folderWith({})
    check(cwd, ['--changed-since', 'origin/main'], { env: { TAIZHANG_CACHE: kept } })
    expect(readdirSync(kept), 'no ledger was read before it was told').toEqual([])
    check(cwd, [], { env: { TAIZHANG_CACHE: kept } })
    expect(readdirSync(kept)).not.toEqual([])
    repository.git('checkout', '--quiet', '--orphan', '另起')
    repository.commit('另起')
    const apart = check(cwd, ['--changed-since', 'main'])
    expect(apart.code).toBe(2)
    expect(apart.stderr).toContain('“main”与当前的提交找不到共同的起点')
  })
})
