import rulesFiles from 'taizhang:rules'
import { expect, test } from 'vitest'
import { AnnouncedDays, holidayCalendar, onWorkingDay, workingDaysBetween } from '../../src/calendar/holidays.ts'
import { day } from '../../src/calendar/plain-date.ts'
import { toPlain } from '../../src/source/plain.ts'

const file = rulesFiles['calendar/holidays.yaml']
const calendar = holidayCalendar(file && toPlain(file))

test.each([
  ['2026-02-14', true, '调休上班的周六'],
  ['2026-02-15', false, '春节'],
  ['2026-02-23', false, '春节最后一天'],
  ['2026-02-24', true, '春节后'],
  ['2026-10-10', true, '国庆调休'],
  ['2026-10-11', false, '周日'],
  ['2025-10-08', false, '国庆、中秋八天'],
  ['2024-09-14', true, '中秋调休'],
  ['2023-06-25', true, '端午调休'],
])('%s 上班：%s（%s）', (date, isWorking) => {
  expect(calendar.isWorkingDay(day(date))).toBe(isWorking)
})

test('a weekend is no holiday, an announced day off is', () => {
  expect(calendar.isHoliday(day('2026-03-14'))).toBe(false)
  expect(calendar.isHoliday(day('2026-05-02'))).toBe(true)
})

test('counts working days over a holiday', () => {
  expect(onWorkingDay(day('2026-10-01'), calendar)).toBe('2026-10-08')
  expect(workingDaysBetween(day('2026-09-30'), day('2026-10-10'), calendar)).toBe(3)
})

test('a year that is not covered goes by Monday to Friday until the project adds it', () => {
  expect(calendar.covers(2027)).toBe(false)
  expect(calendar.isWorkingDay(day('2027-01-01'))).toBe(true)
  const further = AnnouncedDays.parse({ 2027: { off: ['2027-01-01..2027-01-03'], work: ['2027-01-09'] } })
  const extended = holidayCalendar(file && toPlain(file), further)
  expect(extended.covers(2027)).toBe(true)
  expect(extended.isWorkingDay(day('2027-01-01'))).toBe(false)
  expect(extended.isWorkingDay(day('2027-01-09'))).toBe(true)
  expect(extended.isWorkingDay(day('2026-01-01'))).toBe(false)
})

test('a mistake is told in plain Chinese', () => {
  const result = AnnouncedDays.safeParse({ 2027: { off: ['元旦'] } })
  expect(result.error?.issues[0]?.message).toBe('应是日期 2026-05-01，或起止日期 2026-05-01..2026-05-05')
})
