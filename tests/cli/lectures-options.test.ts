import { describe, expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { docx, pdf } from '../support/documents.ts'
import { DOORS, LAMP, LECTURE_FILES, lectureLedger, PUMP } from './lecture-files.ts'
import { COPY_LEDGER, documentOf, found, LAMP_LEDGER, lectures, read, TWO } from './lecture-runs.ts'
import { taizhang } from './program.ts'

describe('--corpus', () => {
  test.each<[string, string | Uint8Array]>([
    ['抽水机.txt', PUMP],
    ['抽水机.md', `# 抽水机\n\n${PUMP}\n`],
    ['抽水机.docx', docx(PUMP.split('\n'))],
    ['抽水机.pdf', pdf(PUMP.split('\n'))],
  ])('a lecture from %s', (name, content) => {
    const ledger = lectureLedger('柳湾村党支部', [{ date: '2026-07-05', lecturer: '孙立', script: PUMP }])
    const cwd = folderWith({ '台账/a.yaml': ledger, [`资料/范文/${name}`]: content })
    const run = lectures(cwd, ['--corpus', '资料', '--format', 'json'])
    expect(run).toMatchObject({ code: 0, stderr: '' })
    expect(found(run)).toEqual([`柳湾村党支部 ← 范文/${name}`])
    expect(found(lectures(cwd, ['--format', 'json']))).toEqual([])
  })

  test('several folders', () => {
    const ledger = lectureLedger('柳湾村党支部', [
      { date: '2026-07-05', lecturer: '孙立', script: PUMP },
      { date: '2026-08-05', lecturer: '孙立', script: DOORS },
    ])
    const cwd = folderWith({ '台账/a.yaml': ledger, '甲/一.txt': PUMP, '乙/二.txt': DOORS })
    const run = lectures(cwd, ['--corpus', '甲', '--corpus', '乙', '--format', 'json'])
    expect(found(run)).toEqual(['柳湾村党支部 ← 一.txt', '柳湾村党支部 ← 二.txt'])
  })

  test('what cannot be read is told, on the screen and in every document', () => {
    const cwd = folderWith({ ...TWO, '资料/坏.docx': '不是 Word 文件', '资料/旧.doc': '旧的', '空/图.png': '' })
    const args = ['--corpus', '资料', '--corpus', '空', '-o', 'a.md', '-o', 'a.html']
    const { code, stderr, stdout } = lectures(cwd, [...args, '--format', 'json'])
    const told = [
      ['资料/坏.docx', '参考资料没有读到，没有参加比对：'],
      ['资料/旧.doc', '参考资料没有读到，没有参加比对：这是旧版 Word 文件（.doc），读不了'],
      ['空', '参考资料没有读到，没有参加比对：这个文件夹里没有 .txt、.md、.docx、.pdf 文件'],
    ] as const
    expect(code).toBe(0)
    for (const [file, message] of told) {
      expect(stderr).toContain(`没有读成：${file}:1　${message}`)
      for (const text of [lectures(cwd, args).stdout.replace(/\s/gu, ''), read(cwd, 'a.html').replace(/\s/gu, '')])
        expect(text).toContain(`${file}:1${message}`.replace(/\s/gu, ''))
    }
    expect(JSON.parse(stdout).intake.map(({ evidence: [at] }: { evidence: { file: string }[] }) => at?.file)).toEqual(
      told.map(([file]) => file).sort(),
    )
    expect(read(cwd, 'a.md')).toContain('## 没有读成\n')
  })
})

describe('which lectures', () => {
  test('--as-of: none after the day', () => {
    const run = taizhang(['lectures', '台账', '--as-of', '2026-04-04', '--format', 'json'], { cwd: folderWith(TWO) })
    expect(documentOf(run).lectures.map(({ branch }) => branch)).toEqual(['杏园社区党支部'])
  })

  test('--period: those of these days, compared with all', () => {
    const run = lectures(folderWith(TWO), ['--period', '2026Q2', '--format', 'json'])
    expect(found(run)).toEqual(['柳湾村党支部 ← 杏园社区党支部'])
    expect(documentOf(run).lectures).toHaveLength(1)
  })

  test('without --period: those of earlier years too', () => {
    const cwd = folderWith({ ...TWO, '台账/a.yaml': LAMP_LEDGER.replace('2026-03-05', '2024-03-05') })
    expect(documentOf(lectures(cwd, ['--format', 'json'])).lectures).toHaveLength(2)
  })

  test('--branch: those of these branches, compared with all', () => {
    const cwd = folderWith(LECTURE_FILES)
    const args = ['--branch', '柳湾村党支部', '--branch', '河口村党支部', '--format', 'json']
    expect([...new Set(documentOf(lectures(cwd, args)).lectures.map(({ branch }) => branch))]).toEqual([
      '柳湾村党支部',
      '河口村党支部',
    ])
    expect(found(lectures(cwd, args))).toEqual(['柳湾村党支部 ← 杏园社区党支部', '河口村党支部 ← 杏园社区党支部'])
  })

  test('the rules in force say how long a passage must be: --config, --rules', () => {
    const stricter = 'rules:\n  lecture/copied:\n    with: {minPassage: 200}\n'
    const cwd = folderWith({ ...TWO, '严.yaml': stricter, '规则.yaml': `extends: base\n${stricter}` })
    expect(found(lectures(cwd, ['--format', 'json']))).toHaveLength(1)
    expect(lectures(cwd, ['--config', '严.yaml']).stdout).toContain('其中 0 份有连续 200 字以上')
    expect(lectures(cwd, ['--rules', './规则.yaml']).stdout).toContain('其中 0 份有连续 200 字以上')
  })

  test('those of standard input: - with --stdin-filename', () => {
    const cwd = folderWith({ '台账/a.yaml': LAMP_LEDGER })
    const args = ['-', '--stdin-filename', '台账/新.yaml', '--format', 'json']
    expect(found(lectures(cwd, args, { input: COPY_LEDGER }))).toEqual(['柳湾村党支部 ← 杏园社区党支部'])
    expect(lectures(cwd, ['-'], { input: COPY_LEDGER })).toMatchObject({
      code: 2,
      stdout: '',
      stderr: '错误：从标准输入读取时，请用 --stdin-filename 写明文件名，如 --stdin-filename 台账.csv\n',
    })
  })

  test('without a path: what the configuration names', () => {
    const cwd = folderWith({ ...TWO, 'taizhang.yaml': 'ledgers: 台账/a.yaml\n' })
    expect(documentOf(taizhang(['lectures', '--format', 'json'], { cwd })).lectures).toHaveLength(1)
  })

  test('scripts in files of their own, placed there', () => {
    const cwd = folderWith({
      ...TWO,
      '台账/b.yaml': COPY_LEDGER.replace(/讲稿: [\s\S]*/u, '讲稿: 讲稿/四月.docx\n'),
      '台账/讲稿/四月.docx': docx(['各位好。', ...LAMP.split('\n')]),
    })
    const [, copy] = documentOf(lectures(cwd, ['--format', 'json'])).lectures
    expect(copy?.matches[0]?.passages).toMatchObject([{ hereAt: { file: '台账/讲稿/四月.docx', line: 2 } }])
  })
})

describe('the same answer', () => {
  test('--workers, --no-cache, and a second run', () => {
    const cwd = folderWith(LECTURE_FILES)
    const run = (...more: string[]) => lectures(cwd, ['--corpus', '资料', '--format', 'json', ...more]).stdout
    const once = run('--workers', '1', '--no-cache')
    expect(once).toContain('"schemaVersion": 1')
    expect(run('--workers', '3')).toBe(once)
    expect(run()).toBe(once)
  })

  test('--timings: told on standard error', () => {
    const { stdout, stderr } = lectures(folderWith(TWO), ['--timings', '--format', 'markdown'])
    expect(stdout).toMatch(/^# 党课讲稿比对\n/u)
    expect(stderr).toMatch(/^各阶段用时（毫秒）：\n[\s\S]*\d {2}比对讲稿\n/u)
  })

  test('--color, --no-color', () => {
    const cwd = folderWith(TWO)
    const isColoured = (args: readonly string[], env: Readonly<Record<string, string>> = {}) =>
      lectures(cwd, args, { env }).stdout.includes('\u001b[')
    expect(isColoured([])).toBe(false)
    expect(isColoured(['--color'])).toBe(true)
    expect(isColoured(['--no-color'], { FORCE_COLOR: '1' })).toBe(false)
    expect(isColoured(['--color', '--format', 'html'])).toBe(false)
    lectures(cwd, ['--color', '--quiet', '-o', 'pretty=a.txt'])
    expect(read(cwd, 'a.txt')).not.toContain('\u001b[')
  })
})

test('the help tells of every option that is tested here and in lectures.test.ts', () => {
  const { stdout } = taizhang(['lectures', '--help'])
  const options = new Set(Array.from(stdout.matchAll(/^ {2}(?:-\w, )?(--[a-z-]+)/gmu), ([, option]) => option))
  expect([...options].sort()).toEqual([
    '--as-of',
    '--branch',
    '--color',
    '--config',
    '--corpus',
    '--format',
    '--help',
    '--no-cache',
    '--no-color',
    '--output',
    '--period',
    '--quiet',
    '--rules',
    '--stdin-filename',
    '--timings',
    '--workers',
  ])
  expect(stdout).toContain('默认不限')
})
