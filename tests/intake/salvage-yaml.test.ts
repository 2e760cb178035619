import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { salvage } from '../../src/intake/salvage-yaml.ts'
import { toPlain } from '../../src/source/plain.ts'
import { parseYaml } from '../../src/source/yaml.ts'

function salvaged(text: string) {
  const { documents, problems, rejected } = salvage(text, 'a.yaml')
  return {
    documents: documents.map(toPlain),
    problems: problems.map(({ code, evidence: [at] }) => `${code} ${at?.line}:${at?.column}`),
    rejected: rejected.map(({ key, at }) => `${key} ${at.line}`),
  }
}

describe('salvage', () => {
  it('reads a field with a full-width colon as it is meant, and keeps the places of the rest', () => {
    const text = [
      '支部:',
      '  名称: 杏园社区第一党支部',
      '组织生活:',
      '  - 类型: 支委会',
      '    日期: 2026-01-05',
      '  - 类型: 党员大会',
      '    日期：2026-03-12',
      '    应到: 32',
      '  - 类型: 党课',
      '    日期: 2026-03-20',
      '',
    ].join('\n')
    expect(salvaged(text)).toEqual({
      documents: [
        {
          支部: { 名称: '杏园社区第一党支部' },
          组织生活: [
            { 类型: '支委会', 日期: '2026-01-05' },
            { 类型: '党员大会', 日期: '2026-03-12', 应到: 32 },
            { 类型: '党课', 日期: '2026-03-20' },
          ],
        },
      ],
      problems: ['wide-colon 7:7'],
      rejected: [],
    })
    const [document] = salvage(text, 'a.yaml').documents
    const [, second] = document?.type === 'map' ? document.entries : []
    const lecture = second?.value.type === 'list' ? second.value.items[2] : undefined
    expect(lecture?.at).toEqual({ file: 'a.yaml', line: 9, column: 5 })
    const assembly = second?.value.type === 'list' ? second.value.items[1] : undefined
    const date = assembly?.type === 'map' ? assembly.entries[1] : undefined
    expect([date?.keyAt, date?.value.at]).toEqual([
      { file: 'a.yaml', line: 7, column: 5 },
      { file: 'a.yaml', line: 7, column: 8 },
    ])
  })

  it('reads a record whose colons are all full-width, and leaves texts of an agenda alone', () => {
    const text = [
      '支部: {名称: 杏园社区第一党支部}',
      '会议：',
      '  - 类型：支部大会',
      '    日期：2026-01-30',
      '  - 类型: 支委会',
      '    议题:',
      '      - 学习：甲文件',
      '        讨论：乙事项',
      '  - 1月8日支委会',
    ].join('\n')
    expect(salvaged(text)).toEqual({
      documents: [
        {
          支部: { 名称: '杏园社区第一党支部' },
          会议: [
            { 类型: '支部大会', 日期: '2026-01-30' },
            { 类型: '支委会', 议题: ['学习：甲文件 讨论：乙事项'] },
            '1月8日支委会',
          ],
        },
      ],
      problems: ['wide-colon 2:3', 'wide-colon 3:7', 'wide-colon 4:7'],
      rejected: [],
    })
  })

  it('keeps the record below one that is indented with tabs', () => {
    const text = '组织生活:\n\t- 类型: 党课\n\t  日期: 2026-01-12\n  - 类型: 支委会\n    日期: 2026-02-12\n'
    const { documents, rejected } = salvaged(text)
    expect(documents).toEqual([{ 组织生活: [{ 类型: '支委会', 日期: '2026-02-12' }] }])
    expect(rejected).toEqual(['组织生活 2'])
  })

  it('gives up on nesting that no ledger has', () => {
    const text = Array.from({ length: 100 }, (_, depth) => `${' '.repeat(depth)}b:`).join('\n')
    expect(salvaged(text).problems.map((problem) => problem.split(' ')[0])).toEqual(['too-deep'])
  })

  it('loses the broken field only of a record, and tells each once', () => {
    const text = '组织生活:\n- 类型: 党课\n  主题: "一\n  应到: 3\n- 类型: 支委会\n- 类型: 党课\n\t日期: 2026-01-01\n'
    expect(salvaged(text)).toEqual({
      documents: [{ 组织生活: [{ 类型: '党课', 应到: 3 }, { 类型: '支委会' }, { 类型: '党课' }] }],
      problems: ['unclosed-quote 3:7', 'tab-indent 7:1'],
      rejected: [],
    })
  })

  it('reads what stands below a key with a full-width colon, and the other fields of a broken map', () => {
    const text = '支部：\n  名称：甲支部\n  编号: 012\n组织生活：\n  - 类型: 党课\n'
    expect(salvaged(text)).toEqual({
      documents: [{ 支部: { 名称: '甲支部', 编号: 12 }, 组织生活: [{ 类型: '党课' }] }],
      problems: ['wide-colon 1:3', 'wide-colon 2:5', 'wide-colon 4:5'],
      rejected: [],
    })
  })

  it('keeps the other documents of a file', () => {
    const text = '支部: {名称: 甲}\n---\n支部: {名称: 乙\n---\n支部: {名称: 丙}\n'
    expect(salvaged(text)).toEqual({
      documents: [{ 支部: { 名称: '甲' } }, { 支部: { 名称: '丙' } }],
      problems: ['unclosed-bracket 3:5'],
      rejected: [],
    })
  })

  it('reads lists of registers, and files with Windows line ends', () => {
    const text =
      '专项台账:\r\n  谈心谈话:\r\n    - {日期: 2026-05-06}\r\n    - {日期: 2026-05-07\r\n    - {日期: 2026-05-08}\r\n'
    expect(salvaged(text)).toEqual({
      documents: [{ 专项台账: { 谈心谈话: [{ 日期: '2026-05-06' }, { 日期: '2026-05-08' }] } }],
      problems: ['unclosed-bracket 4:7'],
      rejected: ['专项台账 4'],
    })
  })

  it('reads a text without mistakes as the parser does', () => {
    const text = '支部:\n  名称: 甲\n组织生活:\n  - 类型: 党课\n    记录: |\n      一\n      二\n'
    expect(salvage(text, 'a.yaml')).toEqual({ documents: parseYaml(text, 'a.yaml'), problems: [], rejected: [] })
  })

  it('takes time that grows with the text, not with its square', () => {
    const item = '  - 类型: 党课\n    日期: 2026-03-20\n'
    const text = `组织生活:\n${item.repeat(10_000)}  - {类型: 党课, 应到: 3\n${item.repeat(10_000)}`
    const start = performance.now()
    const { documents, rejected } = salvage(text, 'a.yaml')
    expect(rejected).toHaveLength(1)
    expect(documents).toHaveLength(1)
    expect(performance.now() - start).toBeLessThan(25_000)
  })
})

it('gets through whatever is done to a ledger, and says so where the parser refuses it', () => {
  const ledger = [
    '支部:\n  名称: 甲支部\n党员:\n  - {姓名: 张三, 人员类别: 正式}\n组织生活:\n',
    '  - 类型: 党课\n    日期: 2026-03-20\n    议题:\n      - 内容: 学习\n        时长: 40\n',
    '  - 类型: 支委会\n    记录: |\n      一\n      二\n    请假: [{姓名: 李四, 原因: 病}]\n',
  ].join('')
  const scrap = fc.constantFrom(
    '\t',
    '：',
    ' ',
    '  ',
    '\n',
    '"',
    "'",
    '[',
    ']',
    '{',
    '}',
    '- ',
    ': ',
    '#',
    '|',
    '&',
    '*',
    '!',
    '%',
    '@',
    '　',
    '---\n',
  )
  const change = fc.tuple(fc.nat(ledger.length), fc.nat(3), scrap)
  fc.assert(
    fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
      const text = changes.reduce((sum, [at, cut, put]) => sum.slice(0, at) + put + sum.slice(at + cut), ledger)
      const { problems } = salvage(text, 'a.yaml')
      expect(problems.length > 0).toBe(isRefused(text))
    }),
    { numRuns: 300 },
  )
})

function isRefused(text: string): boolean {
  try {
    parseYaml(text, 'a.yaml')
    return false
  } catch {
    return true
  }
}
