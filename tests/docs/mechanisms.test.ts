import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { prepare } from '../../src/setup.ts'

const ROW = /^\| (M\d+) \| [^|]+ \| ([^|]+) \| ?([^|]*)\|$/gmu
const text = readFileSync(new URL('../../docs/mechanisms.md', import.meta.url), 'utf8')
const rows = [...text.matchAll(ROW)].map(([, number, rules = '', remark = '']) => ({
  number,
  rules: [...rules.matchAll(/`([^`]+)`/gu)].map(([, id]) => id),
  remark: remark.trim(),
}))
const { ruleSet } = prepare({ asOf: day('2026-12-31'), rulebooks: ['base', 'scenes'] })
const known = new Set(ruleSet.rules.map(({ id }) => id))

test('all forty-seven mechanisms are there, in order', () => {
  expect(rows.map(({ number }) => number)).toEqual(Array.from({ length: 47 }, (_, at) => `M${at + 1}`))
})

test('every rule named is in a rulebook', () => {
  expect(rows.flatMap(({ rules }) => rules).filter((id) => id === undefined || !known.has(id))).toEqual([])
})

test('what no rule judges says why', () => {
  expect(rows.filter(({ rules, remark }) => rules.length === 0 && remark === '')).toEqual([])
})

test('every rule of a scene carries a mechanism or a local custom', () => {
  const scenes = ruleSet.rules.filter(({ at }) => at.file.startsWith('rules/scenes/')).map(({ id }) => id)
  const named = new Set(rows.flatMap(({ rules }) => rules))
  expect(scenes.filter((id) => !named.has(id))).toEqual([
    'college/leader-contact',
    'college/lecture',
    'society/instructor',
  ])
})
