import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  day,
  dayNumber,
  daysBetween,
  fromDayNumber,
  lastDayOfMonth,
  parsePlainDate,
  plainDate,
  weekday,
} from '../../src/calendar/plain-date.ts'

describe('a day', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2026-02-29', undefined],
    ['2026-04-31', undefined],
    ['2026-13-01', undefined],
    ['2026-00-10', undefined],
    ['1900-01-01', '1900-01-01'],
    ['1899-12-31', undefined],
    ['2100-12-31', '2100-12-31'],
    ['2101-01-01', undefined],
    ['2026-1-5', undefined],
  ])('%s is %s', (text, expected) => {
    expect(parsePlainDate(text)).toBe(expected)
  })

  it('is none where a part of it is no number', () => {
    expect(plainDate(2026, Number.NaN, 1)).toBeUndefined()
    expect(plainDate(2026, 1, 1.5)).toBeUndefined()
  })

  it('counts as the clock of the world does', () => {
    const days = fc.integer({ min: -25_567, max: 47_846 })
    fc.assert(
      fc.property(days, (number) => {
        const date = fromDayNumber(number)
        expect(date).toBe(new Date(number * 86_400_000).toISOString().slice(0, 10))
        expect(dayNumber(date)).toBe(number)
        expect(weekday(date)).toBe(new Date(date).getUTCDay() || 7)
      }),
    )
  })
})

describe('days and months further on', () => {
  it('crosses months and years', () => {
    expect(addDays(day('2024-02-28'), 2)).toBe('2024-03-01')
    expect(addDays(day('2026-01-01'), -1)).toBe('2025-12-31')
    expect(daysBetween(day('2026-03-01'), day('2026-02-01'))).toBe(-28)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-01-15', -1, '2025-12-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-12-31', 12, '2027-12-31'],
    ['2026-05-31', 0, '2026-05-31'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected)
  })

  it.each([
    ['2024-02-01', '2024-02-29'],
    ['2100-02-10', '2100-02-28'],
    ['2026-12-31', '2026-12-31'],
  ])('the month of %s ends on %s', (date, last) => {
    expect(lastDayOfMonth(day(date))).toBe(last)
  })
})
