import { describe, expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { isAbout, isInForce, readExemptions } from '../../src/rulebook/exemption.ts'
import { parseYaml } from '../../src/source/yaml.ts'

const RULES = new Set(['frequency/group', 'frequency/committee'])
const WHOLE =
  'rule: frequency/group, branch: XY-01, reason: 合并过渡, approver: 组织委员, document: 批复, until: 2026-12-31'

function read(text: string, rules: ReadonlySet<string> | undefined = RULES) {
  return readExemptions(parseYaml(text, 'taizhang.yaml')[0], rules)
}

function only(text: string) {
  const [exemption] = read(text).exemptions
  if (exemption === undefined) throw new Error(text)
  return exemption
}

describe('readExemptions', () => {
  test('reads a whole one, with its place', () => {
    expect(read(`- {${WHOLE}}\n`)).toEqual({
      problems: [],
      exemptions: [
        {
          rule: 'frequency/group',
          branch: 'XY-01',
          reason: '合并过渡',
          approver: '组织委员',
          document: '批复',
          until: '2026-12-31',
          at: { file: 'taizhang.yaml', line: 1, column: 3 },
        },
      ],
    })
  })

  test.each(['rule', 'branch', 'reason', 'approver', 'document', 'until'])('refuses one without %s', (key) => {
    const without = WHOLE.split(', ').filter((part) => !part.startsWith(`${key}:`))
    const { exemptions, problems } = read(`# 豁免\n- {${without.join(', ')}}\n`)
    expect(exemptions).toEqual([])
    expect(problems).toMatchObject([{ code: 'bad-exemption', severity: 'error', evidence: [{ line: 2 }] }])
    expect(problems[0]?.message).toContain(`豁免无效：“${key}”：`)
  })

  test('refuses one with an empty reason, an unknown key, or no list around it', () => {
    for (const nothing of ["''", "' '", '"\u3000"']) {
      const [problem] = read(`- {${WHOLE.replace('合并过渡', nothing)}}\n`).problems
      expect(problem?.message).toBe('豁免无效：“reason”：不能为空')
    }
    expect(read(`- {${WHOLE}, until-when: x}\n`).problems[0]?.message).toContain('没有“until-when”这一项')
    expect(read(`{${WHOLE}}\n`).problems[0]?.message).toContain('豁免应写成一个列表')
  })

  test('a rule that is not there is a mistake, unless nobody knows the rules', () => {
    const text = `- {${WHOLE.replace('group', 'groups')}}\n`
    expect(read(text).problems[0]?.message).toBe('豁免的规则“frequency/groups”不存在，请用 taizhang rules 查看')
    expect(readExemptions(parseYaml(text, 'taizhang.yaml')[0], undefined).problems).toEqual([])
  })

  test('nothing written is none', () => {
    expect(readExemptions(undefined, RULES)).toEqual({ exemptions: [], problems: [] })
    expect(read('[]\n')).toEqual({ exemptions: [], problems: [] })
    expect(read("''\n")).toEqual({ exemptions: [], problems: [] })
  })
})

test('it is in force on its last day and not on the day after', () => {
  const exemption = only(`- {${WHOLE}}\n`)
  expect(isInForce(exemption, day('2026-12-31'))).toBe(true)
  expect(isInForce(exemption, day('2027-01-01'))).toBe(false)
})

describe('isAbout', () => {
  const names = ['XY-01', '杏园社区第一党支部']
  const finding = { rule: 'frequency/group', subject: '2026-05 第一党小组' }

  test.each([
    ['the rule for the branch', WHOLE, true],
    ['the branch by its name', WHOLE.replace('XY-01', '杏园社区第一党支部'), true],
    [
      'one of several',
      WHOLE.replace('XY-01', '[XY-02, XY-01]').replace('frequency/group', '[frequency/committee, frequency/group]'),
      true,
    ],
    ['this subject', `${WHOLE}, subject: 2026-05 第一党小组`, true],
    ['another subject', `${WHOLE}, subject: 2026-06 第一党小组`, false],
    ['another branch', WHOLE.replace('XY-01', 'XY-02'), false],
    ['another rule', WHOLE.replace('group', 'committee'), false],
  ])('%s', (_, fields, about) => {
    expect(isAbout(only(`- {${fields}}\n`), finding, names)).toBe(about)
  })
})
