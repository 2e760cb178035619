import { expect, test } from 'vitest'
import { branchSheets } from '../../src/report/branch-sheet.ts'
import { branch, report } from './sample-report.ts'

const RULE = 'frequency/member-assembly'
const verdicts = [{ rule: RULE, outcome: 'not-evaluated', reason: '缺党员名册' }] as const

test('what could not be judged is told, with the reason', () => {
  const [sheet] = branchSheets(report([branch({ verdicts: [...verdicts] })]))
  expect(sheet?.unjudged).toMatchObject([{ outcome: 'not-evaluated', groups: [{ reason: '缺党员名册' }] }])
})

test('of a branch that handed in nothing, only that is told', () => {
  const handedIn = { files: [], records: 0, kinds: [], monthsWithout: [] }
  const [sheet] = branchSheets(report([branch({ verdicts: [...verdicts], handedIn })]))
  expect(sheet?.unjudged).toEqual([])
})
