import rulesFiles from 'taizhang:rules'
import { expect, test } from 'vitest'
import { daysKept, fixedDayIn, type MonthlyDay } from '../../src/calendar/fixed-day.ts'
import { holidayCalendar } from '../../src/calendar/holidays.ts'
import { day } from '../../src/calendar/plain-date.ts'
import { toPlain } from '../../src/source/plain.ts'

const file = rulesFiles['calendar/holidays.yaml']
const holidays = holidayCalendar(file && toPlain(file))

test.each<[string, MonthlyDay, string | undefined]>([
  ['2026-03-05', { type: 'day-of-month', day: 28 }, '2026-03-28'],
  ['2026-02-10', { type: 'day-of-month', day: 31 }, '2026-02-28'],
  ['2024-02-10', { type: 'last-day' }, '2024-02-29'],
  ['2026-05-20', { type: 'weekday', nth: 1, weekday: 5 }, '2026-05-01'],
  ['2026-05-20', { type: 'weekday', nth: 1, weekday: 4 }, '2026-05-07'],
  ['2026-05-20', { type: 'weekday', nth: 5, weekday: 7 }, '2026-05-31'],
  ['2026-06-20', { type: 'weekday', nth: 5, weekday: 7 }, undefined],
  ['2026-05-20', { type: 'weekday', nth: -1, weekday: 7 }, '2026-05-31'],
  ['2026-05-20', { type: 'weekday', nth: -1, weekday: 1 }, '2026-05-25'],
])('in the month of %s %o falls on %s', (date, fixed, expected) => {
  expect(fixedDayIn(day(date), fixed)).toBe(expected)
})

test('three days either side are kept', () => {
  expect(daysKept(day('2026-04-28'), 3, holidays)).toEqual({ from: '2026-04-25', to: '2026-05-01' })
})

test('a day in a holiday moves on to the next working day', () => {
  expect(daysKept(day('2026-10-01'), 3, holidays)).toEqual({ from: '2026-09-28', to: '2026-10-11' })
})
