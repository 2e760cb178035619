import { describe, expect, test } from 'vitest'
import { folderWith } from '../node/folder.ts'
import { taizhang } from './program.ts'

const RULEBOOK = `rules:
  test/assembly:
    title: 支部党员大会每季度至少召开一次
    check: frequency
    with: {kind: 党员大会, per: quarter}
    basis:
      - {document: 中国共产党支部工作条例（试行）, article: 第十一条, rank: 中央, verified: true}
      - {document: 本街道的安排, rank: 上级}
    nature: breach
    severity: error
    remedy: 据实补开，注明补开所属期次和原因。
    within: 15
    judged: 每季度至少有一条记录。
    guards: [状态为计划的记录不算已开]
    examples:
      asOf: 2026-04-30
      pass: |
        支部: {名称: 杏园社区第一党支部}
        组织生活:
          - {类型: 党员大会, 日期: 2026-03-12}
      fail: |
        支部: {名称: 杏园社区第一党支部}
        组织生活:
          - {类型: 支委会, 日期: 2026-03-12}
`
const CONFIG = 'extends: ./our-rules.yaml\nrules:\n  test/assembly:\n    severity: warning\n'

describe('rules', () => {
  test('lists the rules in force with where each value comes from', () => {
    const cwd = folderWith({ 'our-rules.yaml': RULEBOOK, 'taizhang.yaml': CONFIG })
    expect(taizhang(['rules'], { cwd })).toEqual({
      code: 0,
      stderr: '',
      stdout: [
        'test/assembly  不符合规定，一般',
        '  支部党员大会每季度至少召开一次',
        '  依据  《中国共产党支部工作条例（试行）》第十一条；本街道的安排（上级）',
        '  出处  our-rules.yaml:2；severity 改自 taizhang.yaml:4',
        '',
        '共 1 条规则',
        '',
      ].join('\n'),
    })
  })

  test('as data, each value with its place', () => {
    const cwd = folderWith({ 'our-rules.yaml': RULEBOOK, 'taizhang.yaml': CONFIG })
    const [rule] = JSON.parse(taizhang(['rules', 'test/', '--format', 'json'], { cwd }).stdout)
    expect(rule).toMatchObject({
      id: 'test/assembly',
      severity: 'warning',
      source: { file: 'our-rules.yaml', line: 2 },
      provenance: { severity: { file: 'taizhang.yaml', line: 4 }, 'with.per': { file: 'our-rules.yaml', line: 5 } },
    })
  })

  test('as a table', () => {
    const cwd = folderWith({ 'our-rules.yaml': RULEBOOK })
    const { stdout } = taizhang(['rules', '--rules', 'our-rules.yaml', '--format', 'markdown'], { cwd })
    expect(stdout.split('\n')[2]).toMatch(
      /^\| test\/assembly \| 支部党员大会每季度至少召开一次 \| 不符合规定 \| 重要 \|/u,
    )
  })

  test('the built-in rules all have a title and a basis', () => {
    const rules: { title: string; basis: unknown[] }[] = JSON.parse(taizhang(['rules', '--format', 'json']).stdout)
    expect(rules.length).toBeGreaterThan(50)
    expect(rules.filter(({ title, basis }) => title === '' || basis.length === 0)).toEqual([])
  })
})

describe('rules test', () => {
  test('runs the examples of a rulebook', () => {
    const cwd = folderWith({ 'our-rules.yaml': RULEBOOK })
    expect(taizhang(['rules', 'test', '--rules', 'our-rules.yaml'], { cwd })).toEqual({
      code: 0,
      stdout: '示例 2 个，相符 2 个，不符 0 个\n',
      stderr: '',
    })
  })

  test('an example that does not show what it is to show is told with its line', () => {
    const cwd = folderWith({ 'our-rules.yaml': RULEBOOK.replace('类型: 支委会', '类型: 党员大会') })
    const { code, stdout } = taizhang(['rules', 'test', '--rules', 'our-rules.yaml'], { cwd })
    expect(code).toBe(1)
    expect(stdout).toMatch(/^✗ our-rules\.yaml:15 test\/assembly 应有问题的示例：应当有问题的示例没有判出问题/u)
    expect(stdout).toContain('示例 2 个，相符 1 个，不符 1 个\n')
  })

  test('what is said to be no fault is judged too where a ledger shows it', () => {
    const guards = (day: string) =>
      RULEBOOK.replace(
        'guards: [状态为计划的记录不算已开]',
        `guards: [{text: 成立前的季度不要求, asOf: 2026-04-30, example: '支部: {名称: 杏园社区第一党支部, 成立: ${day}}'}]`,
      )
    const run = (day: string) =>
      taizhang(['rules', 'test', '--rules', 'our-rules.yaml'], { cwd: folderWith({ 'our-rules.yaml': guards(day) }) })
    expect(run('2026-04-01')).toMatchObject({ code: 0, stdout: '示例 3 个，相符 3 个，不符 0 个\n' })
    const wrong = run('2020-01-01')
    expect(wrong.code).toBe(1)
    expect(wrong.stdout).toMatch(
      /^✗ our-rules\.yaml:14 test\/assembly 不算问题的示例（成立前的季度不要求）：不算问题的示例判出了问题/u,
    )
  })
})

describe('explain', () => {
  test('says what a rule demands, on what basis, how it is judged and how to mend a finding', () => {
    const cwd = folderWith({ 'our-rules.yaml': RULEBOOK })
    expect(taizhang(['explain', 'test/assembly', '--rules', 'our-rules.yaml'], { cwd }).stdout).toMatchInlineSnapshot(`
      "支部党员大会每季度至少召开一次
      test/assembly

      依据  《中国共产党支部工作条例（试行）》第十一条　［已与文件原文核对］
      依据  本街道的安排（上级）　［未核对到具体条文］
      性质  不符合规定；严重程度：重要
      判断  每季度至少有一条记录。
      方法  按月、季度、半年、学期或年，核对支部的某类记录够不够次数。（frequency）
      参数  kind: "党员大会"，per: "quarter"

      以下情况不算问题
        · 状态为计划的记录不算已开

      整改  据实补开，注明补开所属期次和原因。
      时限  检查之日起 15 天，遇非工作日顺延

      出处  our-rules.yaml:2

      符合规定的示例
          支部: {名称: 杏园社区第一党支部}
          组织生活:
            - {类型: 党员大会, 日期: 2026-03-12}

      有问题的示例
          支部: {名称: 杏园社区第一党支部}
          组织生活:
            - {类型: 支委会, 日期: 2026-03-12}
      "
    `)
  })
})

describe('classify', () => {
  test('as data: one object a text, with the class and the words that decided', () => {
    const { code, stdout } = taizhang(['classify', '学习党章', '研究春耕生产安排', '--format', 'json'])
    expect(code).toBe(0)
    const classified: { text: string; class: string; words: string[] }[] = JSON.parse(stdout)
    expect(classified.map(({ text, class: name }) => [text, name])).toEqual([
      ['学习党章', '政治学习'],
      ['研究春耕生产安排', '行政业务'],
    ])
    expect(Object.keys(classified[0] ?? {})).toEqual(['text', 'class', 'words'])
  })

  test('from standard input: a text a line', () => {
    const { stdout } = taizhang(['classify', '-', '--format', 'json'], { input: '学习党章\r\n\n研究春耕生产安排\n' })
    expect(JSON.parse(stdout).map(({ text }: { text: string }) => text)).toEqual(['学习党章', '研究春耕生产安排'])
  })

  test('for people: class, words, text', () => {
    expect(taizhang(['classify', '学习党章\u001b[31m']).stdout).toMatch(/^政治学习　.*“党章”.*　学习党章\n$/u)
  })
})
