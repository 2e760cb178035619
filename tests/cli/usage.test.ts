import { describe, expect, test } from 'vitest'
import { VERSION } from '../../src/version.ts'
import { taizhang } from './program.ts'

describe('taizhang', () => {
  test.each(['--version', '-V'])('%s', (flag) => {
    expect(taizhang([flag])).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' })
  })

  test('--help is Chinese throughout', () => {
    const { code, stdout, stderr } = taizhang(['--help'])
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toContain('用法： taizhang [选项] <命令>')
    expect(stdout).toMatch(/\n {2}check +检查台账，列出问题、依据、证据和整改清单\n/u)
    expect(stdout).not.toMatch(/usage|options|commands|display|output|default/iu)
  })

  test.each([[['check', '--help']], [['help', 'check']]])('%j shows the options of check', (args) => {
    const { code, stdout, stderr } = taizhang(args)
    expect(code).toBe(0)
    expect(stderr).toBe('')
    expect(stdout).toContain('用法： taizhang check [选项] [路径...]')
    expect(stdout).toContain('--as-of <日期>')
    expect(stdout).not.toMatch(/usage|display|default|choices/iu)
  })

  test('without a command: the help, on standard error', () => {
    const { code, stdout, stderr } = taizhang([])
    expect(code).toBe(2)
    expect(stdout).toBe('')
    expect(stderr).toContain('用法： taizhang')
  })

  test.each([
    [['chekc'], '错误：没有命令 chekc，是不是 check？'],
    [['check', '--as-off', '2026-01-01'], '错误：没有选项 --as-off，是不是 --as-of？'],
    [['check', '--format'], '错误：选项 --format <格式> 后面缺少值'],
    [['check', '--format', 'xml'], '错误：--format 不能是“xml”，可用的有：pretty、json'],
    [['check', '--fail-on', 'all'], '错误：--fail-on 不能是“all”，可用的有：error、warning、info、never'],
    [['check', '--as-of', '2026-02-30'], '错误：日期“2026-02-30”写法不对或不存在，应形如 2026-10-31'],
    [['check', '--period', '2026Q5'], '错误：检查期“2026Q5”写法不对'],
    [['check', '-o', 'report.pdf'], '错误：报告文件“report.pdf”的扩展名“.pdf”不认识，可用的有：'],
    [['check', '-'], '错误：从标准输入读取时，请用 --stdin-filename 写明文件名'],
    [['check', '/没有/这个'], '错误：找不到“/没有/这个”，请核对路径'],
    [['check', '--corpus', '没有'], '错误：找不到参考资料文件夹“没有”，请核对路径'],
    [['explain'], '错误：缺少参数 <规则>'],
    [['explain', 'member-assembly'], '错误：没有编号为“member-assembly”的规则，是不是 frequency/member-assembly？'],
    [['rules', 'nothing/'], '错误：没有编号以“nothing/”开头的规则'],
  ])('%j is a mistake in usage', (args, message) => {
    const { code, stdout, stderr } = taizhang(args)
    expect(stderr).toContain(message)
    expect(stdout).toBe('')
    expect(code).toBe(2)
  })
})
