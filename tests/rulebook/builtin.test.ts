import rulesFiles from 'taizhang:rules'
import { expect, test } from 'vitest'
import { rulebookLibrary } from '../../src/rulebook/builtin.ts'
import { readRules } from '../../src/rulebook/config.ts'

test('the built-in rulebooks, which a run takes at their word, are what the schema makes of them', () => {
  const read = (isTrusted: boolean) =>
    readRules({ library: rulebookLibrary(rulesFiles, undefined, isTrusted), rulebooks: ['base', 'scenes'] })
  const checked = read(false)
  const trusted = read(true)
  expect(checked.problems).toEqual([])
  expect(trusted.ruleSet.rules.map((rule) => ({ ...rule }))).toEqual(checked.ruleSet.rules.map((rule) => ({ ...rule })))
  expect(trusted.ruleSet.kinds).toEqual(checked.ruleSet.kinds)
})
