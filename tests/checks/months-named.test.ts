import { expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { monthsNamed } from '../../src/checks/registers/months-named.ts'

test.each([
  ['', '2026-03'],
  ['3月党费', '2026-03'],
  ['2月、４月党费', '2026-02 2026-04'],
  ['1—3月党费', '2026-01 2026-02 2026-03'],
  ['1月至2月', '2026-01 2026-02'],
  ['第一季度', '2026-01 2026-02 2026-03'],
  ['预交二季度', '2026-04 2026-05 2026-06'],
  ['补缴2025年12月', '2025-12'],
  ['2025年11月至1月', '2025-11 2025-12 2026-01'],
  ['十月、十一月', '2026-10 2026-11'],
])('%s is for %s', (wording, months) => {
  expect([...monthsNamed(wording, day('2026-03-10'))].sort().join(' ')).toBe(months)
})

test('a year is twelve months', () => {
  expect(monthsNamed('全年党费', day('2026-03-10')).size).toBe(12)
})
