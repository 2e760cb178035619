import { describe, expect, test } from 'vitest'
import { taizhang } from './program.ts'
import { check, ledger, project, reportOf } from './small-project.ts'

const RULES = `extends: ./our-rules.yaml
rules:
  test/lecture:
    title: 党课每季度一次
    check: frequency
    with: {kind: 党课, per: quarter}
    when: {scene: 农村}
    basis: [{document: 本县安排, rank: 地方}]
    nature: breach
    severity: warning
    remedy: 据实补讲。
    within: 15
    judged: 每季度至少有一条记录。
  test/committee:
    title: 支委会每月一次
    check: frequency
    with: {kind: 支委会, per: month}
    basis: [{document: 中国共产党支部工作条例（试行）, rank: 中央}]
    nature: breach
    severity: error
    remedy: 据实补开。
    within: 15
    judged: 每月至少有一条记录。
`
const CONFIG = `extends: ./more.yaml
ledgers: 台账
rules:
  test/assembly: warning
overrides:
  - when: {branch: 甲党支部}
    rules:
      test/assembly: {with: {atLeast: 2}}
      test/committee: off
`
const made = (config = CONFIG) =>
  project({
    'more.yaml': RULES,
    'taizhang.yaml': config,
    '台账/a.yaml': ledger('甲党支部'),
    '台账/b.yaml': ledger('乙党支部'),
  })

describe('rules --for', () => {
  test('each value with where it comes from, and what is not for the branch and why', () => {
    expect(taizhang(['rules', '--for', '甲党支部'], { cwd: made() })).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        '甲党支部：适用 1 条规则',
        'test/assembly  不符合规定',
        '  支部党员大会每季度至少召开一次',
        '  · 严重程度 一般　配置 taizhang.yaml:4',
        '  · kind 党员大会　规则集 our-rules.yaml:5',
        '  · per quarter　规则集 our-rules.yaml:5',
        '  · atLeast 2　局部调整 taizhang.yaml:8',
        '',
        '不适用 2 条',
        'test/committee  支委会每月一次',
        '  局部调整中已关闭　taizhang.yaml:9',
        'test/lecture  党课每季度一次',
        '  台账没有写明支部的领域，不知道适不适用　more.yaml:7',
        '',
      ].join('\n'),
    })
  })

  test('of another branch, by paths that are named, as data', () => {
    const { stdout } = taizhang(['rules', '--for', '乙党支部', '台账/b.yaml', '--format', 'json'], { cwd: made() })
    const { branch, inForce, notForIt } = JSON.parse(stdout)
    expect(branch).toBe('乙党支部')
    expect(inForce.map(({ id }: { id: string }) => id)).toEqual(['test/assembly', 'test/committee'])
    expect(inForce[0].values).toContainEqual({
      name: 'with.atLeast',
      value: 1,
      origin: '规则集',
      at: { file: 'our-rules.yaml', line: 5, column: 38 },
    })
    expect(notForIt).toMatchObject([{ id: 'test/lecture' }])
  })

  test('a rule that the configuration switches off for all', () => {
    const cwd = made('extends: ./more.yaml\nledgers: 台账\nrules:\n  test/committee: off\n')
    expect(taizhang(['rules', '--for', '乙党支部'], { cwd }).stdout).toContain(
      'test/committee\n  配置中已关闭　taizhang.yaml:4\n',
    )
  })

  test('a branch that is not there', () => {
    const { code, stderr } = taizhang(['rules', '--for', '丙党支部'], { cwd: made() })
    expect(code).toBe(2)
    expect(stderr).toBe('错误：读到的台账中没有名称或编号为“丙党支部”的支部\n')
  })
})

describe('an override', () => {
  const codes = (cwd: string, args: readonly string[] = []) =>
    reportOf(check(cwd, [...args, '--format', 'json'])).intake.map(({ code, severity, evidence: [at] }) => [
      code,
      severity,
      `${at?.file}:${at?.line}`,
    ])

  test('that is for a branch which is not there is told, where all ledgers were looked at', () => {
    const cwd = made(CONFIG.replace('甲党支部', '假党支部'))
    expect(codes(cwd)).toEqual([['unused-override', 'info', 'taizhang.yaml:6']])
    expect(codes(cwd, ['台账/a.yaml'])).toEqual([])
    expect(codes(cwd, ['--branch', '甲党支部'])).toEqual([])
  })

  test('that is for one which is there is not', () => {
    expect(codes(made())).toEqual([])
  })
})
