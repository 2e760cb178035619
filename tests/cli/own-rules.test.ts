import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { taizhang } from './program.ts'

let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'taizhang-own-'))
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

/** The YAML blocks of a page of the docs, in order. */
function blocksOf(page: string): string[] {
  return Array.from(readFileSync(page, 'utf8').matchAll(/```yaml\n(.*?)```/gsu), ([, block = '']) => block)
}

describe('the guide to local rules, followed word for word', () => {
  beforeEach(() => {
    const [rulebook = '', config = ''] = blocksOf('docs/local-rules.md')
    writeFileSync(join(folder, '本单位规则.yaml'), rulebook)
    writeFileSync(join(folder, 'taizhang.yaml'), config)
    mkdirSync(join(folder, '台账'))
    writeFileSync(
      join(folder, '台账', '甲.yaml'),
      '支部: {名称: 甲党支部}\n组织生活:\n  - {类型: 党课, 日期: 2026-03-20, 时间: "15:00-15:25", 题目: 怎样当好楼栋长}\n  - {类型: 党课, 日期: 2026-05-20, 题目: 老陈的三本账}\n',
    )
  })

  test('its examples tell right from wrong', () => {
    const { code, stdout, stderr } = taizhang(['rules', 'test', 'local/lecture-length'], { cwd: folder })
    expect(stderr).toBe('')
    expect(stdout).toContain('local/lecture-length')
    expect(code).toBe(0)
  })

  test('an example that shows the wrong thing is told', () => {
    const path = join(folder, '本单位规则.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('15:00-16:00', '15:00-15:10'))
    const { code, stdout } = taizhang(['rules', 'test', 'local/lecture-length'], { cwd: folder })
    expect(code).toBe(1)
    expect(stdout).toContain('应当符合规定的示例没有判为符合')
  })

  test('it judges: the short lecture is found, the one without hours is not judged', () => {
    const { stdout } = taizhang(['check', '--as-of', '2026-06-30', '--format', 'json'], { cwd: folder })
    const [branch] = JSON.parse(stdout).branches
    const findings = branch.findings.filter(({ rule }: { rule: string }) => rule === 'local/lecture-length')
    expect(findings).toMatchObject([
      {
        subject: '2026-03-20 党课',
        message: '这次党课只有25分钟，不足40分钟',
        severity: 'warning',
        evidence: [{ file: '台账/甲.yaml', line: 3 }],
      },
    ])
  })

  test('explain shows it', () => {
    expect(taizhang(['explain', 'local/lecture-length'], { cwd: folder }).stdout).toContain('党课不少于四十分钟')
  })

  test('a mistake in a condition is told with file, line and column, and nothing is checked', () => {
    const path = join(folder, '本单位规则.yaml')
    writeFileSync(path, readFileSync(path, 'utf8').replace('must: 记录.时长', 'must: 记录.时常'))
    const { code, stderr, stdout } = taizhang(['check'], { cwd: folder })
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toMatch(/本单位规则\.yaml:8.*没有“时常”这个字段/u)
  })
})

describe('a plugin', () => {
  beforeEach(() => cpSync('fixtures/plugin', folder, { recursive: true }))

  test('brings a check that a local rule uses like any other', () => {
    const { code, stdout } = taizhang(['check', '--as-of', '2026-06-30', '--format', 'json'], { cwd: folder })
    const findings = JSON.parse(stdout).branches[0].findings
    expect(findings.filter(({ rule }: { rule: string }) => rule === 'local/photo-named-by-date')).toMatchObject([
      {
        subject: '2026-03-28 主题党日',
        message: '2026-03-28 主题党日的照片文件名不是会议当天的日期：photos/0228-清扫.jpg',
        evidence: [{ file: '台账/清风社区党支部.yaml', line: 10, excerpt: 'photos/0228-清扫.jpg' }],
      },
    ])
    expect(code).toBeLessThan(2)
    expect(taizhang(['rules', 'test', 'local/photo-named-by-date'], { cwd: folder }).code).toBe(0)
  })

  test('that throws takes nothing down with it: the rule is not evaluated, the report is written, the code is 2', () => {
    const path = join(folder, '照片检查.mjs')
    writeFileSync(
      path,
      readFileSync(path, 'utf8').replace('for (const record', "throw new Error('坏了')\n      for (const record"),
    )
    const { code, stdout } = taizhang(['check', '--as-of', '2026-06-30', '--format', 'json'], { cwd: folder })
    expect(code).toBe(2)
    const report = JSON.parse(stdout)
    const verdict = report.branches[0].verdicts.find(
      ({ rule }: { rule: string }) => rule === 'local/photo-named-by-date',
    )
    expect(verdict).toMatchObject({ outcome: 'not-evaluated', reason: '检查程序出错：坏了' })
  })

  test('that is not there, or is no check, is told at the line of the configuration', () => {
    const path = join(folder, '照片检查.mjs')
    writeFileSync(path, 'export default {name: "photo-names"}\n')
    expect(taizhang(['check'], { cwd: folder })).toMatchObject({ code: 2, stdout: '' })
    expect(taizhang(['check'], { cwd: folder }).stderr).toMatch(/taizhang\.yaml:5.*没有默认导出检查方法/u)
    rmSync(path)
    expect(taizhang(['check'], { cwd: folder }).stderr).toMatch(/taizhang\.yaml:5.*找不到插件/u)
  })
})

describe('init', () => {
  test('makes a folder whose ledger is in order, with schemas that editors read', () => {
    expect(taizhang(['init'], { cwd: folder }).code).toBe(0)
    const { code, stdout } = taizhang(['check', '--format', 'json'], { cwd: folder })
    const report = JSON.parse(stdout)
    expect(report.branches.flatMap(({ findings }: { findings: object[] }) => findings)).toEqual([])
    expect(report.intake).toEqual([])
    expect(code).toBe(0)
    for (const name of ['ledger', 'config', 'rulebook']) {
      const schema = JSON.parse(readFileSync(join(folder, '.taizhang', `${name}.schema.json`), 'utf8'))
      expect(schema.$schema).toContain('draft-07')
    }
  })

  test('writes over nothing', () => {
    writeFileSync(join(folder, 'taizhang.yaml'), 'rules: {}\n')
    const { code, stderr } = taizhang(['init'], { cwd: folder })
    expect(code).toBe(2)
    expect(stderr).toContain('taizhang.yaml 已经存在，没有改动任何文件')
    expect(readFileSync(join(folder, 'taizhang.yaml'), 'utf8')).toBe('rules: {}\n')
  })
})

test('every report follows the schema that `schema report` prints', async () => {
  const { default: Ajv } = await import('ajv')
  const schema = JSON.parse(taizhang(['schema', 'report']).stdout)
  const isReport = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' }).compile(schema)
  const { stdout } = taizhang(['check', 'fixtures/demo/ledgers', '--as-of', '2026-10-31', '--format', 'json'])
  isReport(JSON.parse(stdout))
  expect(isReport.errors).toBeNull()
})
