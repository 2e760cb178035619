import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { taizhang } from './program.ts'
import { check, ledger, project } from './small-project.ts'

const WANTING = ['2026-03-12', '2026-09-10']

function threeBranches(files: Readonly<Record<string, string>> = {}): string {
  return project({
    '台账/a.yaml': ledger('甲党支部', WANTING),
    '台账/b.yaml': ledger('乙党支部', WANTING),
    '台账/c.yaml': ledger('丙党支部', WANTING),
    ...files,
  })
}

/** Writes both parts of a run, and says what they are called. */
function twoParts(cwd: string, args: readonly string[] = []): string[] {
  return ['1', '2'].map((part) => {
    const run = check(cwd, [...args, '--shard', `${part}/2`, '-o', `part${part}.json`, '--quiet'])
    expect(run).toEqual({ code: 0, stdout: '', stderr: '' })
    return `part${part}.json`
  })
}

describe('merge says what an unsharded run says', () => {
  test.each([
    ['of a baseline, of which a branch is gone', ['--baseline', 'taizhang-baseline.json'], []],
    [
      'of a baseline, where only some of the ledgers were given',
      ['--baseline', 'taizhang-baseline.json'],
      ['台账/a.yaml'],
    ],
    ['of an exemption that excuses nothing', [], []],
    ['of an exemption, where only some of the ledgers were given', [], ['台账/a.yaml']],
  ])('%s', (_, options, paths) => {
    const exemption = `rule: test/assembly, branch: 丁党支部, reason: 合并, approver: 党工委, document: 批复, until: 2026-12-31`
    const cwd = threeBranches({
      'taizhang.yaml': `extends: ./our-rules.yaml\nledgers: 台账\nexemptions:\n  - {${exemption}}\n`,
    })
    taizhang(['baseline', '--as-of', '2026-10-31', '--quiet'], { cwd })
    rmSync(join(cwd, '台账/c.yaml'))
    const baseline = readFileSync(join(cwd, 'taizhang-baseline.json'))
    const merged = taizhang(['merge', ...twoParts(cwd, paths), ...options, '--format', 'json'], { cwd })
    const kept = readFileSync(join(cwd, 'taizhang-baseline.json'), 'utf8')
    writeFileSync(join(cwd, 'taizhang-baseline.json'), baseline)
    expect(merged).toEqual(check(cwd, [...paths, ...options, '--format', 'json']))
    expect(kept).toBe(readFileSync(join(cwd, 'taizhang-baseline.json'), 'utf8'))
  })
})

describe('a part file', () => {
  const lines = (text: string) => text.split('\n')

  test.each<[string, (text: string) => string]>([
    ['cut short at the end of a line', (text) => `${lines(text)[0]}\n`],
    ['cut short within a line', (text) => text.slice(0, -200)],
    ['without one of its lines', (text) => lines(text).toSpliced(1, 1).join('\n')],
    ['with another day in it', (text) => text.replace('2026-09-10', '2026-06-10')],
  ])('%s is refused: nobody would miss what it lost', (_, damage) => {
    const cwd = threeBranches()
    const parts = twoParts(cwd)
    const path = join(cwd, 'part1.json')
    writeFileSync(path, damage(readFileSync(path, 'utf8')))
    expect(taizhang(['merge', ...parts], { cwd })).toEqual({
      code: 2,
      stdout: '',
      stderr: '错误：“part1.json”不完整或被改动过，请重新取得，或用 check --shard 重新写这一份\n',
    })
  })

  test('of a run that found no ledger is no clean report', () => {
    const cwd = project({ '台账/说明.txt': '' })
    const run = taizhang(['merge', ...twoParts(cwd)], { cwd })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('错误：没有找到台账')
    expect(check(cwd).code).toBe(2)
  })

  test('of other files than the next one saw is no part of the same run', () => {
    const cwd = threeBranches()
    check(cwd, ['--shard', '1/2', '-o', 'part1.json'])
    writeFileSync(join(cwd, '台账/aa.yaml'), ledger('丁党支部', WANTING))
    check(cwd, ['--shard', '2/2', '-o', 'part2.json'])
    const run = taizhang(['merge', 'part1.json', 'part2.json'], { cwd })
    expect(run).toMatchObject({ code: 2, stdout: '' })
    expect(run.stderr).toContain('这些文件不是同一次检查的各份，日期、检查期、规则、台账的文件或总份数不一致')
  })

  test('may be named by its format, and is written over nothing that the run reads', () => {
    const cwd = threeBranches()
    check(cwd, ['--shard', '1/1', '-o', 'json=全部'])
    expect(taizhang(['merge', '全部'], { cwd }).code).toBe(1)
    const run = check(cwd, ['--shard', '1/1', '-o', 'json=taizhang.yaml'])
    expect(run.code).toBe(2)
    expect(run.stderr).toContain('“taizhang.yaml”是本次检查要读的文件')
  })

  test('has no report, so options of the report are told to stand elsewhere', () => {
    const cwd = threeBranches()
    const run = check(cwd, ['--shard', '1/2', '-o', 'x.json', '--format', 'sarif', '--score'])
    expect(run).toEqual({
      code: 2,
      stdout: '',
      stderr: '错误：用 --shard 时没有报告，--format、--score 请写在 taizhang merge 后面\n',
    })
    expect(existsSync(join(cwd, 'x.json'))).toBe(false)
  })
})
