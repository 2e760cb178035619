import { expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { conclude, examine } from '../../src/check.ts'
import type { ExpectedBranch } from '../../src/ledger/expected-branch.ts'
import { prepare } from '../../src/setup.ts'

function report(branches: readonly string[], roster: readonly string[] = []) {
  const expected = roster.map(
    (name, at): ExpectedBranch => ({ name, at: { file: 'branches.yaml', line: at + 1, column: 3 } }),
  )
  const setup = prepare({ asOf: day('2026-04-30'), roster: expected })
  const parts = branches.map((branch, at) => {
    const text = `支部: ${branch}\n组织生活:\n  - {类型: 党课, 日期: 2026-03-12}\n`
    return examine({ path: `${at}.yaml`, bytes: new TextEncoder().encode(text) }, setup)
  })
  return conclude(parts, setup)
}

const asked = (...given: Parameters<typeof report>) =>
  report(...given).intake.filter(({ code }) => code === 'similar-branch')

test('two branches with much the same name are asked about, and stay two', () => {
  const branches = ['某县水务局党支部', '某县水务局机关党支部']
  expect(asked(branches)).toEqual([
    {
      code: 'similar-branch',
      severity: 'info',
      message:
        '「某县水务局党支部」和「某县水务局机关党支部」名称相近，现在分作两个支部检查；如是同一个支部，请统一写法，或在“支部”下写明“曾用名”；不是的，请写明编号',
      evidence: [
        { file: '0.yaml', line: 1, column: 5, excerpt: '某县水务局党支部' },
        { file: '1.yaml', line: 1, column: 5, excerpt: '某县水务局机关党支部' },
      ],
    },
  ])
  expect(report(branches).branches).toHaveLength(2)
})

test('so is one on the list of branches that handed in nothing', () => {
  expect(asked(['某县水务局机关党支部'], ['某县水务局党支部'])).toHaveLength(1)
})

test('what tells them apart leaves nothing to ask', () => {
  expect(asked(['{名称: 水务局党支部, 编号: A}', '{名称: 水务局机关党支部, 编号: B}'])).toEqual([])
  expect(asked(['{名称: 水务局党支部, 上级: 甲县直工委}', '{名称: 水务局机关党支部, 上级: 乙县直工委}'])).toEqual([])
  const both = ['某县水务局党支部', '某县水务局机关党支部']
  expect(asked(both, both)).toEqual([])
  expect(asked(['{名称: 水务局机关党支部, 曾用名: 水务局党支部}', '水务局党支部'])).toEqual([])
})

test('nor do branches that differ by a number', () => {
  expect(asked(['杏园社区第一党支部', '杏园社区第二党支部'])).toEqual([])
})
