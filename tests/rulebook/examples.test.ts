import { expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { runExamples } from '../../src/examples.ts'
import { prepare } from '../../src/setup.ts'

const setup = prepare({ asOf: day('2026-12-31'), rulebooks: ['base', 'scenes'] })

test('every rule carries an example that passes and one that fails', () => {
  expect(setup.ruleSet.rules.filter(({ examples }) => examples === undefined).map(({ id }) => id)).toEqual([])
})

const runs = runExamples(setup)

test.each(runs.map((run) => [run.rule, run.guard ?? run.kind, run] as const))('%s: %s', (_rule, _shown, run) => {
  expect(run.fault, JSON.stringify(run.findings.map(({ message }) => message))).toBeUndefined()
})
