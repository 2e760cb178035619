import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  type BranchIdentity,
  type ExpectedBranch,
  expectedAmong,
  expectedId,
  handedInAmong,
  isSameBranch,
} from '../../src/ledger/expected-branch.ts'

const at = { file: 'branches.yaml', line: 1, column: 1 }
const code = fc.option(fc.constantFrom('B-1', 'B-2'), { nil: undefined })
const superior = fc.option(fc.constantFrom('南塘镇党委', '北岗镇党委'), { nil: undefined })
const name = fc.constantFrom('第一村党支部', '中共第一村支部委员会', '第二村党支部', '第三村支部')

const expectedBranch: fc.Arbitrary<ExpectedBranch> = fc.record({ name, code, superior, at: fc.constant(at) })
const identity: fc.Arbitrary<BranchIdentity> = fc.record({
  code,
  superior,
  names: fc.array(name, { minLength: 1, maxLength: 2 }),
})

test('looking up by 编号 and name finds what holding each against each does', () => {
  fc.assert(
    fc.property(fc.array(expectedBranch), fc.array(identity), (roster, ledgers) => {
      const isHandedIn = handedInAmong(ledgers)
      const isExpected = expectedAmong(roster)
      for (const one of roster) expect(isHandedIn(one)).toBe(ledgers.some((ledger) => isSameBranch(one, ledger)))
      for (const one of ledgers) expect(isExpected(one)).toBe(roster.some((expected) => isSameBranch(expected, one)))
    }),
  )
})

test('a name that the roster has twice is told apart by 上级', () => {
  const one = { name: '第一村党支部', superior: '南塘镇党委', at }
  const other = { name: '第一村党支部', superior: '北岗镇党委', at }
  const alone = { name: '第二村党支部', superior: '南塘镇党委', at }
  const roster = [one, other, alone]
  expect(roster.map((expected) => expectedId(expected, roster))).toEqual([
    '南塘镇党委 第一村党支部',
    '北岗镇党委 第一村党支部',
    '第二村党支部',
  ])
})
