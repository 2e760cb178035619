import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { LECTURE_FILES } from './lecture-files.ts'
import { COPY_LEDGER, documentOf, found, LAMP_LEDGER, lectures, read, TWO } from './lecture-runs.ts'
import { taizhang } from './program.ts'

const BROKEN = '支部: {名称: 河口村党支部\n组织生活:\n'

describe('formats', () => {
  test('for people on the screen, and nothing else', () => {
    const { code, stdout, stderr } = lectures(folderWith(TWO))
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toMatch(/^党课讲稿比对\n截至 2026-10-31，比对讲稿 2 份，其中 1 份有连续 40 字以上/u)
    expect(stdout).toContain('    柳湾村党支部《把身边的事办实》       │ 杏园社区党支部《一盏路灯》\n')
    expect(stdout).toContain('    台账/b.yaml:9，第 1-160 字           │ 台账/a.yaml:9，第 1-160 字\n')
  })

  test.each([
    ['pretty', /^党课讲稿比对\n/u],
    ['json', /^\{\n {2}"schemaVersion": 1,\n/u],
    ['markdown', /^# 党课讲稿比对\n/u],
    ['html', /^<!doctype html>\n<html lang="zh-CN">\n/u],
  ])('--format %s, the same bytes on the screen and in a file', (format, beginning) => {
    const cwd = folderWith(LECTURE_FILES)
    const args = ['--corpus', '资料', '--format', format]
    const { code, stdout, stderr } = lectures(cwd, [...args, '-o', `${format}=结果`])
    expect({ code, stderr }).toEqual({ code: 0, stderr: '已写入 结果\n' })
    expect(stdout).toMatch(beginning)
    expect(read(cwd, '结果')).toBe(stdout)
    expect(lectures(cwd, args).stdout).toBe(stdout)
  })

  test('the JSON document follows the schema that `schema lectures` prints', async () => {
    const { default: Ajv } = await import('ajv')
    const schema = JSON.parse(taizhang(['schema', 'lectures']).stdout)
    const isDocument = new Ajv({ schemaId: 'auto', unknownFormats: 'ignore' }).compile(schema)
    const cwd = folderWith({ ...LECTURE_FILES, '台账/坏.yaml': BROKEN })
    isDocument(documentOf(lectures(cwd, ['--corpus', '资料', '--format', 'json'])))
    expect(isDocument.errors).toBeNull()
  })

  test('each passage of the JSON document says of both sides whose it is and where', () => {
    const document = documentOf(lectures(folderWith(TWO), ['--format', 'json']))
    const here = { branch: '柳湾村党支部', title: '把身边的事办实', file: '台账/b.yaml', line: 9 }
    const there = { branch: '杏园社区党支部', title: '一盏路灯', file: '台账/a.yaml', line: 9 }
    expect(document.lectures[1]?.matches[0]?.passages).toMatchObject([{ hereAt: here, thereAt: there }])
    expect(document.clusters).toEqual([
      {
        id: '杏园社区党支部/2026-03-05 党课',
        source: { branch: '杏园社区党支部', record: '2026-03-05 党课', file: '台账/a.yaml', line: 9 },
        members: [
          { branch: '杏园社区党支部', record: '2026-03-05 党课', file: '台账/a.yaml', line: 9 },
          { branch: '柳湾村党支部', record: '2026-04-05 党课', file: '台账/b.yaml', line: 9 },
        ],
      },
    ])
  })

  test('two lectures of one day: each has the other, and none is called the first', () => {
    const cwd = folderWith({ ...TWO, '台账/b.yaml': COPY_LEDGER.replace('2026-04-05', '2026-03-05') })
    const run = lectures(cwd, ['--format', 'json'])
    expect(found(run)).toEqual(['杏园社区党支部 ← 柳湾村党支部', '柳湾村党支部 ← 杏园社区党支部'])
    const [cluster] = documentOf(run).clusters
    expect([cluster?.source, ...(cluster?.sameDate ?? [])]).toEqual(cluster?.members)
    expect(lectures(cwd).stdout).toContain('同一底稿见于 2 份讲稿，日期相同，先后未定\n')
  })
})

describe('-o', () => {
  test('several, by extension in any case or by the format before the name', () => {
    const cwd = folderWith(TWO)
    const args = ['-o', 'a.JSON', '--output', '新/b.md', '-o', 'c.html', '-o', 'pretty=d.txt']
    const { code, stdout, stderr } = lectures(cwd, args)
    expect(code).toBe(0)
    expect(stdout).toMatch(/^党课讲稿比对\n/u)
    expect(stderr).toBe('已写入 a.JSON\n已写入 新/b.md\n已写入 c.html\n已写入 d.txt\n')
    expect(JSON.parse(read(cwd, 'a.JSON')).schemaVersion).toBe(1)
    expect(read(cwd, '新/b.md')).toMatch(/^# 党课讲稿比对\n/u)
    expect(read(cwd, 'c.html')).toMatch(/^<!doctype html>\n/u)
    expect(read(cwd, 'd.txt')).toBe(stdout)
  })

  test.each([
    ['a.csv', '报告文件“a.csv”的扩展名“.csv”不认识，可用的有：.json、.md、.html；也可写明格式，如 pretty=a.csv'],
    ['台账/a.yaml/b.md', '报告文件“台账/a.yaml/b.md”无法写入'],
    ['markdown=台账/a.yaml', '“台账/a.yaml”是本次检查要读的文件，不能把报告写在上面，请换一个文件名'],
  ])('%s cannot be written', (path, message) => {
    const cwd = folderWith(TWO)
    const { code, stderr } = lectures(cwd, ['-o', path])
    expect(code).toBe(2)
    expect(stderr).toContain(`错误：${message}`)
    expect(read(cwd, '台账/a.yaml')).toBe(LAMP_LEDGER)
  })

  test('--quiet: nothing on the screen but a format that was asked for', () => {
    const cwd = folderWith(TWO)
    expect(lectures(cwd, ['--quiet', '-o', 'a.html'])).toEqual({ code: 0, stdout: '', stderr: '' })
    expect(existsSync(join(cwd, 'a.html'))).toBe(true)
    expect(lectures(cwd, ['--quiet', '--format', 'markdown']).stdout).toMatch(/^# 党课讲稿比对\n/u)
  })
})

describe('bad input', () => {
  test('a ledger that cannot be read: 1, told, and the others are compared', () => {
    const cwd = folderWith({ ...TWO, '台账/坏.yaml': BROKEN })
    const shown = lectures(cwd)
    expect(shown).toMatchObject({ code: 1, stderr: '' })
    expect(shown.stdout).toContain('其中 1 份有连续 40 字以上')
    expect(shown.stdout).toMatch(/没有读成\n {2}· 台账\/坏\.yaml:1　/u)
    const { code, stdout, stderr } = lectures(cwd, ['--format', 'json'])
    expect(code).toBe(1)
    expect(stderr).toMatch(/^没有读成：台账\/坏\.yaml:1　.+\n$/u)
    expect(JSON.parse(stdout).intake).toMatchObject([
      { severity: 'error', evidence: [{ file: '台账/坏.yaml', line: 1 }] },
    ])
    expect(lectures(cwd, ['--format', 'json', '--quiet'])).toMatchObject({ code: 1, stderr: '' })
  })

  test('a script that is not there: told, and the lecture is not compared', () => {
    const cwd = folderWith({ ...TWO, '台账/b.yaml': COPY_LEDGER.replace(/讲稿: [\s\S]*/u, '讲稿: 没有.docx\n') })
    const { code, stdout } = lectures(cwd)
    expect(code).toBe(0)
    expect(stdout).toContain('未比对  柳湾村党支部　2026-04-05 党课　《把身边的事办实》')
    expect(stdout).toMatch(/没有读成\n {2}· 台账\/b\.yaml:8　讲稿「台账\/没有\.docx」没有读到/u)
  })

  test('no lecture at all is no fault', () => {
    const cwd = folderWith({
      '台账/a.yaml': '支部: {名称: 甲党支部}\n组织生活:\n  - {类型: 党员大会, 日期: 2026-03-12}\n',
    })
    const { code, stdout, stderr } = lectures(cwd)
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' })
    expect(stdout).toContain('比对讲稿 0 份')
  })

  test.each([
    [['--format', 'xlsx'], '--format 不能是“xlsx”，可用的有：pretty、json、markdown、html'],
    [['--format', 'csv'], '--format 不能是“csv”，可用的有：pretty、json、markdown、html'],
    [['--format'], '选项 --format <格式> 后面缺少值'],
    [['--branch', '没有的党支部'], '读到的台账中没有名称或编号为“没有的党支部”的支部'],
    [['--corpus', '没有'], '找不到参考资料文件夹“没有”，请核对路径'],
    [['--period', '2026Q5'], '检查期“2026Q5”写法不对'],
    [['--as-of', '昨天'], '日期“昨天”写法不对或不存在，应形如 2026-10-31'],
    [['--workers', '零'], '--workers 应写一个正整数，不能是“零”'],
    [['没有这个'], '找不到“没有这个”，请核对路径'],
    [['--no-git'], '没有选项 --no-git'],
  ])('%j: 2', (args, message) => {
    const { code, stdout, stderr } = lectures(folderWith(TWO), args)
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain(`错误：${message}`)
  })

  test.each([
    ['a folder without ledgers', { '台账/说明.md': '空的' }],
    ['an empty ledger', { '台账/空.yaml': '' }],
  ])('%s: 2', (_, files) => {
    const { code, stdout, stderr } = lectures(folderWith(files))
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' })
    expect(stderr).toContain('错误：没有找到台账：在 台账 中没有可读的 .yaml、.yml、.csv、.tsv、.xlsx 台账')
  })
})
