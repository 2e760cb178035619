import { expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { prepare, SetupError } from '../../src/setup.ts'
import { parseYaml } from '../../src/source/yaml.ts'

/** What is wrong with a configuration: the line, and what is said of it. */
function mistakes(config: string): string[] {
  try {
    prepare({ asOf: day('2026-04-30'), config: parseYaml(config, 'taizhang.yaml')[0] })
    return []
  } catch (error) {
    if (!(error instanceof SetupError)) throw error
    return error.problems.map(({ message, evidence: [at] }) => `${at?.line} ${message}`)
  }
}

function basis(rule: string, name: string): string {
  return `rules:\n  ${rule}:\n    basis: [{document: 本县规定, rank: 地方, for: ${name}}]\n`
}

test('a basis may be for one of the cases that the check tells apart, and for no other', () => {
  expect(mistakes(basis('attendance/quorum', '支委会'))).toEqual([])
  expect(mistakes(basis('attendance/quorum', '党小组会'))).toEqual([
    '3 规则 attendance/quorum 的依据写明用于“党小组会”，可写的有：表决、发展党员、选举、支委会',
  ])
  expect(mistakes(basis('attendance/leave', '支委会'))).toEqual([
    '3 规则 attendance/leave 的依据写明用于“支委会”，但它的检查方法不分情形，请删去 for',
  ])
})
