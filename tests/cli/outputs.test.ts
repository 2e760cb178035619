import { execFileSync, spawn } from 'node:child_process'
import { lstatSync, mkdirSync, readdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Log } from 'sarif'
import { describe, expect, test } from 'vitest'
import { Repository } from './repository.ts'
import { CONFIG, check, ledger, project, reportOf } from './small-project.ts'

const wanting = () => project({ '台账/a.yaml': ledger('甲党支部', ['2026-03-12', '2026-09-10']) })

describe('-o', () => {
  test('several in one run, by extension or by the format before the name', () => {
    const cwd = wanting()
    const read = (path: string) => readFileSync(join(cwd, path), 'utf8')
    const { code } = check(cwd, [
      '-o',
      'a.sarif',
      '-o',
      'junit.xml',
      '-o',
      'gitlab=gl.json',
      '-o',
      'github=注释',
      '--quiet',
    ])
    expect(code).toBe(1)
    expect(JSON.parse(read('a.sarif')).version).toBe('2.1.0')
    expect(read('junit.xml')).toMatch(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="taizhang"/u)
    expect(JSON.parse(read('gl.json'))).toMatchObject([{ check_name: 'test/assembly', severity: 'major' }])
    expect(read('注释')).toMatch(/^::error file=台账\/a\.yaml,line=1,/u)
  })

  test('an extension that does not tell is answered with how to say it', () => {
    const { code, stderr } = check(wanting(), ['-o', '报告.txt'])
    expect(code).toBe(2)
    expect(stderr).toContain('也可写明格式，如 gitlab=报告.txt')
  })

  test.each([
    [['a.json', 'sarif=./a.json'], '-o 把“./a.json”写了两次，一个文件只能写一份报告'],
    [['json=-'], '-o 后面要写文件名；写到标准输出请用 --format json'],
    [['json=台账/a.yaml'], '“台账/a.yaml”是本次检查要读的文件，不能把报告写在上面，请换一个文件名'],
    [['json=taizhang.yaml'], '“taizhang.yaml”是本次检查要读的文件，不能把报告写在上面，请换一个文件名'],
    [['json=our-rules.yaml'], '“our-rules.yaml”是本次检查要读的文件，不能把报告写在上面，请换一个文件名'],
  ])('%j: nothing is lost by it', (outputs, message) => {
    const cwd = wanting()
    const before = readdirSync(cwd).map((name) => [name, statSync(join(cwd, name)).size])
    const run = check(
      cwd,
      outputs.flatMap((output) => ['-o', output]),
    )
    expect(run).toEqual({ code: 2, stdout: '', stderr: `错误：${message}\n` })
    expect(readdirSync(cwd).map((name) => [name, statSync(join(cwd, name)).size])).toEqual(before)
  })

  test('writes what a link leads to, and into a pipe', () => {
    const cwd = wanting()
    mkdirSync(join(cwd, '存'))
    symlinkSync('存/报告.json', join(cwd, 'a.json'))
    writeFileSync(join(cwd, '存/报告.json'), '')
    execFileSync('mkfifo', [join(cwd, 'b.json')])
    spawn('cp', ['b.json', '抄件'], { cwd, stdio: 'ignore' })
    expect(check(cwd, ['-o', 'b.json', '-o', 'a.json', '--quiet'])).toEqual({ code: 1, stdout: '', stderr: '' })
    expect(
      reportOf({ code: 1, stdout: readFileSync(join(cwd, '存/报告.json'), 'utf8'), stderr: '' }).branches,
    ).toHaveLength(1)
    expect(lstatSync(join(cwd, 'a.json')).isSymbolicLink()).toBe(true)
    expect(lstatSync(join(cwd, 'b.json')).isFIFO()).toBe(true)
  })
})

describe('a name of a file', () => {
  const named = (length: number) => `${'报'.repeat(length)}.json`

  test('may have eighty characters with its extension', () => {
    expect(check(wanting(), ['-o', named(75), '--quiet'])).toEqual({ code: 1, stdout: '', stderr: '' })
  })

  test.each([
    ['a report', ['-o', named(84)], '报告文件'],
    ['a part', ['--shard', '1/1', '-o', named(84)], ''],
  ])('is told how long it may be: %s', (_, args, what) => {
    const { code, stderr } = check(wanting(), [...args, '--quiet'])
    expect(code).toBe(2)
    expect(stderr).toBe(`错误：${what}“${named(84)}”无法写入（文件名太长，连扩展名请缩短到 80 个汉字以内）\n`)
  })
})

describe('more results than code scanning takes', () => {
  test('are cut in the SARIF file alone, and whoever runs the check is told', () => {
    const rows = Array.from({ length: 25_100 }, (_, index) => `甲党支部,党员大会,x${index}`)
    const cwd = project({ '台账/a.csv': `支部名称,会议类型,日期\n${rows.join('\n')}\n` })
    const run = check(cwd, ['-o', 'a.sarif', '--format', 'github', '--fail-on', 'warning'])
    expect(run.code).toBe(1)
    expect(run.stderr).toMatch(
      /^注意：SARIF 报告只列出最重要的 25000 条，另有 \d+ 条未列出：GitHub 一次最多收 25000 条、压缩后 10 MB，再多就整份不收；全部问题见其他格式的报告\n已写入 a\.sarif\n$/u,
    )
    const log: Log = JSON.parse(readFileSync(join(cwd, 'a.sarif'), 'utf8'))
    expect(log.runs[0]?.results).toHaveLength(25_000)
    expect(log.runs[0]?.invocations?.[0]?.toolExecutionNotifications).toHaveLength(1)
    expect(run.stdout).toContain('::notice title=另有 250')
  })
})

describe('what repositories hold findings against', () => {
  const pathsIn = (cwd: string, args: readonly string[]) => {
    const sarif: Log = JSON.parse(check(cwd, [...args, '--format', 'sarif']).stdout)
    const gitlab: { location: { path: string } }[] = JSON.parse(check(cwd, [...args, '--format', 'gitlab']).stdout)
    const [, file] = /^::error file=([^,]*),/u.exec(check(cwd, [...args, '--format', 'github']).stdout) ?? []
    const [, tested] = / file="([^"]*)" line="1"/u.exec(check(cwd, [...args, '--format', 'junit']).stdout) ?? []
    const uri = sarif.runs[0]?.results?.[0]?.locations?.[0]?.physicalLocation?.artifactLocation?.uri
    return [uri, gitlab[0]?.location.path, file, tested]
  }
  const name = '台账/县直 1#/100%.yaml'
  const known = ['%E5%8F%B0%E8%B4%A6/%E5%8E%BF%E7%9B%B4%201%23/100%25.yaml', name, '台账/县直 1#/100%25.yaml', name]

  test.each([
    ['the top', '.', []],
    ['a folder of it', '台账', []],
    ['a folder of it, by whole paths', '台账', ['$TOP/台账']],
    ['a folder beside what is checked', '别处', ['../台账']],
    ['another place', '/', ['$TOP/台账', '--config', '$TOP/taizhang.yaml']],
  ])('is a path from the top of the repository, from %s', (_, folder, args) => {
    const cwd = project({ [name]: ledger('甲党支部', ['2026-03-12', '2026-09-10']), '别处/a.txt': '' })
    new Repository(cwd)
    const given = args.map((argument) => argument.replace('$TOP', cwd))
    expect(pathsIn(resolve(cwd, folder), given)).toEqual(known)
  })
})

describe('fingerprints', () => {
  test('stay what they are when lines move, of what could not be read too', () => {
    const mistyped = '  - 类型: 党员大会\n    日期：2026-06-11\n'
    const cwd = project({ '台账/a.yaml': ledger('甲党支部', ['2026-03-12']) + mistyped })
    const fingerprints = (): unknown => {
      const log: Log = JSON.parse(check(cwd, ['--format', 'sarif']).stdout)
      return log.runs[0]?.results?.map(({ partialFingerprints }) => partialFingerprints)
    }
    const before = fingerprints()
    expect(check(cwd, ['--format', 'sarif']).stdout).toContain('第5行「日期」后面是全角冒号')
    const path = join(cwd, '台账/a.yaml')
    writeFileSync(path, `# 说明\n\n${readFileSync(path, 'utf8')}`)
    expect(fingerprints()).toEqual(before)
  })
})

describe('a check that breaks down', () => {
  test.each(['github', 'gitlab', 'csv', 'junit', 'sarif'])(
    'is told on standard error, whatever %s has room for',
    (format) => {
      const cwd = wanting()
      const rules = readFileSync(join(cwd, 'our-rules.yaml'), 'utf8')
      const broken = rules.replace('rules:\n', '').replace('test/assembly', 'test/broken')
      writeFileSync(
        join(cwd, 'our-rules.yaml'),
        rules + broken.replace('check: frequency', 'check: broken').replace(/with: .*/u, 'with: {}'),
      )
      writeFileSync(join(cwd, 'taizhang.yaml'), `${CONFIG}plugins: ./broken.mjs\n`)
      const judge = "*judge() { throw new Error('坏了') }"
      const source = `defineCheck({ name: 'broken', summary: '坏的', params: z.strictObject({}), ${judge} })`
      writeFileSync(join(cwd, 'broken.mjs'), `export default ({ defineCheck, z }) => ${source}\n`)
      const run = check(cwd, ['--format', format])
      expect(run.code).toBe(2)
      expect(run.stdout).toContain('台账未见2026年第二季度支部党员大会记录')
      expect(run.stderr).toBe('错误：检查项目 test/broken 出错，没有判断完（甲党支部：坏了）\n')
    },
  )
})

describe('--format github', () => {
  test('writes the whole report into the summary of the step, behind what stands there', () => {
    const cwd = project({ '台账/a.yaml': ledger('甲党支部', []), 'summary.md': '前面的步骤\n' })
    const env = { GITHUB_STEP_SUMMARY: join(cwd, 'summary.md') }
    check(cwd, ['--format', 'json'], { env })
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toBe('前面的步骤\n')
    const { stdout } = check(cwd, ['--format', 'github'], { env })
    expect(stdout).toMatch(/^::error /u)
    expect(readFileSync(env.GITHUB_STEP_SUMMARY, 'utf8')).toMatch(/^前面的步骤\n# 三会一课台账检查\n/u)
  })

  test('a summary that cannot be written is no reason to fail', () => {
    const { code, stderr } = check(wanting(), ['--format', 'github'], { env: { GITHUB_STEP_SUMMARY: '/没有/这个' } })
    expect(code).toBe(1)
    expect(stderr).toBe('本次运行的摘要没有写成（不存在），问题仍按注释列出\n')
  })
})
