import { describe, expect, test } from 'vitest'
import { rulebookLibrary } from '../../src/rulebook/builtin.ts'
import { readRules } from '../../src/rulebook/config.ts'
import type { BranchAttributes } from '../../src/rulebook/effective.ts'
import { parseYaml } from '../../src/source/yaml.ts'

const BASE = `rules:
  frequency/member-assembly:
    title: 支部党员大会每季度至少召开一次
    check: frequency
    with: {kind: 党员大会, per: quarter, atLeast: 1}
    basis: [{document: 某条例, article: 第十一条, rank: 中央, verified: true}]
    nature: breach
    severity: error
    remedy: 据实补开
    within: 15
    judged: 按季度数记录
`

function read(files: Record<string, string>, config?: string, rulebooks?: string[]) {
  const documents = Object.fromEntries(
    Object.entries({ 'base/frequency.yaml': BASE, ...files }).map(([path, text]) => {
      const [document] = parseYaml(text, `rules/${path}`)
      if (document === undefined) throw new Error(`${path} is empty`)
      return [path, document]
    }),
  )
  const document = config === undefined ? undefined : parseYaml(config, 'taizhang.yaml')[0]
  return readRules({ library: rulebookLibrary(documents), config: document, rulebooks })
}

function branch(name: string, scene?: '农村' | '社区'): BranchAttributes {
  const at = { file: 'a.yaml', line: 1, column: 1 }
  return {
    fullMembers: undefined,
    branch: {
      id: name,
      name: { value: name, at },
      formerNames: [],
      secretaries: [],
      deputies: [],
      mergedFrom: [],
      at,
      ...(scene && { scene: { value: scene, at } }),
    },
  }
}

describe('rules in force', () => {
  test('come from every file of a rulebook folder, each value with its line', () => {
    const { ruleSet, problems } = read({})
    expect(problems).toEqual([])
    const [rule] = ruleSet.rules
    expect(rule?.id).toBe('frequency/member-assembly')
    expect(rule?.provenance['with.atLeast']).toEqual({ file: 'rules/base/frequency.yaml', line: 5, column: 38 })
  })

  test('are changed value by value by the configuration, which the provenance then names', () => {
    const config = `rules:
  frequency/member-assembly:
    severity: warning
    with: {atLeast: 2}
`
    const [rule] = read({}, config).ruleSet.rules
    expect(rule).toMatchObject({ severity: 'warning', with: { kind: '党员大会', per: 'quarter', atLeast: 2 } })
    expect(rule?.provenance.severity).toEqual({ file: 'taizhang.yaml', line: 3, column: 5 })
    expect(rule?.provenance['with.atLeast']).toEqual({ file: 'taizhang.yaml', line: 4, column: 12 })
    expect(rule?.provenance['with.kind']?.file).toBe('rules/base/frequency.yaml')
  })

  test('can be switched off, or given a severity in one word', () => {
    expect(read({}, 'rules: {frequency/member-assembly: off}').ruleSet.rules).toEqual([])
    expect(read({}, 'rules: {frequency/member-assembly: info}').ruleSet.rules[0]?.severity).toBe('info')
  })

  test('build on each other: parents first, each once', () => {
    const county = `extends: base
rules:
  frequency/member-assembly: {with: {atLeast: 3}}
`
    const { ruleSet, problems } = read({ 'county.yaml': county }, 'extends: [county, base]')
    expect(problems).toEqual([])
    expect(ruleSet.rules[0]?.with?.atLeast).toBe(3)
  })

  test('that extend each other in a circle end', () => {
    const files = { 'a.yaml': 'extends: b', 'b.yaml': 'extends: a' }
    expect(read(files, 'extends: a').problems).toEqual([])
  })

  test('may differ for some branches, which share one list', () => {
    const config = `overrides:
  - when: {scene: 农村}
    rules: {frequency/member-assembly: {severity: info}}
`
    const { rulesFor, rules } = read({}, config).ruleSet
    expect(rulesFor(branch('甲村党支部', '农村'))[0]?.severity).toBe('info')
    expect(rulesFor(branch('乙社区党支部', '社区'))).toBe(rules)
    expect(rulesFor(branch('甲村党支部', '农村'))).toBe(rulesFor(branch('丙村党支部', '农村')))
  })
})

describe('a mistake in a rulebook or configuration is told with its line', () => {
  test.each([
    ['an unknown key', 'rulez: {}', '没有“rulez”这一项，请核对拼写或删去', 1],
    [
      'an unknown key of a rule',
      'rules:\n  frequency/member-assembly:\n    serverity: info\n',
      '规则 frequency/member-assembly：没有“serverity”这一项，请核对拼写或删去',
      3,
    ],
    [
      'an unknown rule',
      'rules: {frequency/assembly: off}',
      '没有编号为“frequency/assembly”的规则，请用 taizhang rules 查看全部规则',
      1,
    ],
    ['an unknown rulebook', 'extends: [base, moon]', '找不到规则集“moon”', 1],
    ['a wrong type', 'graceDays: 七天', '“graceDays”：应是一个数字', 1],
    [
      'an override that no branch meets',
      'overrides:\n  - when: {branch: 无}\n    rules: {a/b: off}\n',
      '没有编号为“a/b”的规则，请用 taizhang rules 查看全部规则',
      3,
    ],
  ])('%s', (_, config, message, line) => {
    const { problems } = read({}, config)
    expect(problems.map((problem) => [problem.message, problem.evidence[0]?.line])).toEqual([[message, line]])
  })

  test('a rule that lacks what every rule needs', () => {
    const { problems, ruleSet } = read({ 'own.yaml': 'rules:\n  own/rule: {title: 自定规则}\n' }, 'extends: own')
    expect(ruleSet.rules).toEqual([])
    expect(problems).toMatchObject([
      {
        code: 'bad-rule',
        message: '规则 own/rule 不完整：缺少 check、basis、nature、severity、remedy、within、judged',
        evidence: [{ file: 'rules/own.yaml', line: 2 }],
      },
    ])
  })
})
