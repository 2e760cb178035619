import { describe, expect, test } from 'vitest'
import { parseRange } from '../../src/calendar/period.ts'
import { day } from '../../src/calendar/plain-date.ts'
import { conclude, examine } from '../../src/check.ts'
import { branchSheets } from '../../src/report/branch-sheet.ts'
import { groupLabel } from '../../src/report/unjudged.ts'
import { prepare } from '../../src/setup.ts'
import { parseYaml } from '../../src/source/yaml.ts'

const CONFIG = 'extends: [base, scenes]\n'
const UNTOLD = '台账没有写明支部的领域，不知道适不适用'

function sheetOf(branch: string) {
  const setup = prepare({
    asOf: day('2026-04-30'),
    period: parseRange('2026-01..2026-03'),
    config: parseYaml(CONFIG, 'taizhang.yaml')[0],
  })
  const ledger = `支部: {${branch}}\n组织生活:\n  - {类型: 主题党日, 日期: 2026-03-28, 主题: 学习党章}\n`
  const part = examine({ path: 'a.yaml', bytes: new TextEncoder().encode(ledger) }, setup)
  const [sheet] = branchSheets(conclude([part], setup))
  if (sheet === undefined) throw new Error('no branch was read')
  return sheet
}

function unjudged(branch: string) {
  return sheetOf(branch).unjudged.flatMap(({ outcome, groups }) => groups.map((group) => ({ outcome, ...group })))
}

describe('a branch that does not say what scene it is of', () => {
  const groups = unjudged('名称: 杏园第一党支部').filter(({ reason }) => reason === UNTOLD)

  test('is told so once, for all that depends on it', () => {
    expect(groups).toMatchObject([{ outcome: 'not-evaluated' }])
    expect(groups[0]?.titles.length).toBeGreaterThan(50)
  })

  test('in a line that names a few of the demands and counts the others', () => {
    const [group] = groups
    const label = group === undefined ? '' : groupLabel(group)
    expect(label.split('；')).toHaveLength(12)
    expect(label.endsWith(` 等${group?.titles.length}项`)).toBe(true)
  })
})

test.each(['名称: 杏园第一党支部, 领域: 社区', '名称: 杏园街道党工委'])('%s leaves nothing untold', (branch) => {
  expect(unjudged(branch).map(({ reason }) => reason)).not.toContain(UNTOLD)
})

test('of what only committees keep, an ordinary branch is told nothing', () => {
  const { branch } = sheetOf('名称: 杏园第一党支部, 领域: 社区')
  const told = branch.verdicts.filter(
    ({ rule, outcome }) => rule.startsWith('committee/') && outcome !== 'not-applicable',
  )
  expect(told.map(({ rule }) => rule)).toEqual(['committee/awards', 'committee/party-work-training'])
})
