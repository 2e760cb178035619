import { expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { windowOf, windowYearOf, yearsEndingIn } from '../../src/calendar/yearly-window.ts'

const window = { from: '10-01', to: '03-31' }

test('a window that runs into the next year belongs to the year in which it begins', () => {
  expect(windowOf(window, 2025)).toEqual({ from: '2025-10-01', to: '2026-03-31' })
  expect(windowOf({ from: '02-01', to: '02-30' }, 2026)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
})

test.each([
  ['2026-01-01', '2026-03-31', [2025]],
  ['2026-01-01', '2026-03-30', []],
  ['2026-03-31', '2027-03-31', [2025, 2026]],
  ['2026-04-01', '2026-12-31', []],
])('windows that end from %s to %s: %o', (from, to, years) => {
  expect(yearsEndingIn({ from: day(from), to: day(to) }, window)).toEqual(years)
})

test.each([
  ['2025-09-30', 2025],
  ['2025-10-01', 2025],
  ['2026-03-31', 2025],
  ['2026-04-01', 2026],
])('%s belongs to %i', (date, year) => {
  expect(windowYearOf(day(date), window)).toBe(year)
})
