import { describe, expect, test } from 'vitest'
import { hasCome, isPast, JudgingDay } from '../../src/calendar/judging-day.ts'
import { isOver, periodsEndingIn, periodsTouching } from '../../src/calendar/period.ts'
import { day } from '../../src/calendar/plain-date.ts'
import { contains, daysToDate, intersect, reaches } from '../../src/calendar/range.ts'

const today = () => new JudgingDay(day('2026-06-15'))

/** What asking comes to, and until when that is so. */
function asked<T>(ask: (today: JudgingDay) => T): [answer: T, until: string | undefined] {
  const one = today()
  return [ask(one), one.holdsUntil]
}

describe('the day of judging notes what was still to come', () => {
  test.each([
    ['2026-06-14', true, undefined],
    ['2026-06-15', true, undefined],
    ['2026-06-16', false, '2026-06-16'],
  ])('whether %s has come', (date, answer, until) => {
    expect(asked((one) => one.hasCome(day(date)))).toEqual([answer, until])
    expect(hasCome(day(date), day('2026-06-15'))).toBe(answer)
  })

  test.each([
    ['2026-06-14', true, undefined],
    ['2026-06-15', false, '2026-06-16'],
    ['2026-06-30', false, '2026-07-01'],
  ])('whether %s is past', (date, answer, until) => {
    expect(asked((one) => one.isPast(day(date)))).toEqual([answer, until])
    expect(isPast(day(date), day('2026-06-15'))).toBe(answer)
  })

  test('the first of several counts', () => {
    const one = today()
    one.hasCome(day('2026-08-01'))
    one.isPast(day('2026-07-09'))
    one.hasCome(day('2026-09-01'))
    expect(one.holdsUntil).toBe('2026-07-10')
  })

  test('its year ends, and who reads or writes it out knows nothing of tomorrow', () => {
    expect(asked(({ year }) => year)).toEqual([2026, '2027-01-01'])
    expect(asked(({ date }) => date)).toEqual(['2026-06-15', '2026-06-16'])
    expect(asked((one) => `${one}`)).toEqual(['2026-06-15', '2026-06-16'])
    expect(asked((one) => JSON.stringify({ one }))).toEqual(['{"one":"2026-06-15"}', '2026-06-16'])
  })
})

describe('the days up to it', () => {
  const from = day('2026-01-01')

  test('hold what has come of them', () => {
    expect(asked((one) => contains(daysToDate(from, one), day('2026-06-15')))).toEqual([true, undefined])
    expect(asked((one) => contains(daysToDate(from, one), day('2025-12-31')))).toEqual([false, undefined])
    expect(asked((one) => reaches(daysToDate(from, one), day('2026-07-01')))).toEqual([false, '2026-07-01'])
  })

  test('have the periods that ended or began in them', () => {
    const ids = (periods: readonly { readonly id: string }[]) => periods.map(({ id }) => id)
    expect(asked((one) => ids(periodsEndingIn(daysToDate(from, one), 'quarter')))).toEqual([['2026Q1'], '2026-06-30'])
    expect(asked((one) => ids(periodsTouching(daysToDate(from, one), 'quarter')))).toEqual([
      ['2026Q1', '2026Q2'],
      '2026-07-01',
    ])
  })

  test('and the days in common with others go on to it, or end for good', () => {
    const common = (other: readonly [string, string]) =>
      asked((one) => {
        const range = intersect(daysToDate(from, one), { from: day(other[0]), to: day(other[1]) })
        return range && [range.from, range.today === undefined ? range.to : 'today']
      })
    expect(common(['2025-01-01', '2026-03-31'])).toEqual([['2026-01-01', '2026-03-31'], undefined])
    expect(common(['2026-02-01', '2026-12-31'])).toEqual([['2026-02-01', 'today'], '2026-12-31'])
    expect(common(['2026-08-01', '2026-12-31'])).toEqual([undefined, '2026-08-01'])
    expect(common(['2025-01-01', '2025-12-31'])).toEqual([undefined, undefined])
  })

  test('a period is over some days after its end', () => {
    const june = { from: day('2026-06-01'), to: day('2026-06-30') }
    expect(asked((one) => isOver(june, one, 7))).toEqual([false, '2026-07-08'])
    expect(asked((one) => isOver({ from, to: day('2026-05-31') }, one, 7))).toEqual([true, undefined])
  })
})
