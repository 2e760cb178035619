import { describe, expect, test } from 'vitest'
import { readDate } from '../../../src/intake/values/dates.ts'
import { readFixedDay } from '../../../src/intake/values/fixed-day.ts'
import {
  readGrade,
  readMemberStatus,
  readMode,
  readScene,
  readState,
  readYesNo,
} from '../../../src/intake/values/flags.ts'
import { compact, fold } from '../../../src/intake/values/fold.ts'
import { readNumber, readNumeral, readWhole } from '../../../src/intake/values/numbers.ts'
import { readPeriod } from '../../../src/intake/values/periods.ts'
import { readDuration, readTimeSpan } from '../../../src/intake/values/times.ts'

describe('folding', () => {
  test('brings width and punctuation to their plain forms, one unit for one', () => {
    expect(fold('（２０２６—０３）：Ａ，〔b〕')).toBe('(2026-03):A,[b]')
    expect(fold('①②')).toBe('①②')
  })

  test('compacting takes spaces out, visible or not', () => {
    expect(compact(' 张 　三​ ')).toBe('张三')
  })
})

test.each([
  ['35', 35],
  ['35人', 35],
  ['约35名', 35],
  ['三十五', 35],
  ['十五人', 15],
  ['两百零三', 203],
  ['１２', 12],
  ['35.0', 35],
  ['1,234', 1234],
  ['35人（含预备党员2人）', 35],
  ['三五个人', undefined],
  ['1.5', undefined],
  ['-3', undefined],
  ['张三', undefined],
])('the count of %s is %s', (text, number) => {
  expect(readWhole(text)).toBe(number)
})

test('numerals and amounts', () => {
  expect(readNumeral('二〇二六')).toBe(2026)
  expect(readNumeral('廿八')).toBe(28)
  expect(readNumber('1.5小时')).toBe(1.5)
  expect(readNumber('三年')).toBe(3)
  expect(readNumber('很多')).toBeUndefined()
})

test.each([
  ['2026-03-12', { date: '2026-03-12' }],
  ['2026/3/12', { date: '2026-03-12' }],
  ['2026.3.12', { date: '2026-03-12' }],
  ['20260312', { date: '2026-03-12' }],
  ['2026年3月12日（星期四）', { date: '2026-03-12', weekday: 4 }],
  ['2026年3月12日 周四 下午2:30—4:00', { date: '2026-03-12', weekday: 4, time: { start: 870, end: 960 } }],
  ['2026-03-12T14:30:00+08:00', { date: '2026-03-12', time: { start: 870 } }],
  ['2026-03-12T16:30:00Z', { date: '2026-03-13', time: { start: 30 } }],
  ['2026-03-12 00:00:00', { date: '2026-03-12' }],
  ['202603121430', { date: '2026-03-12', time: { start: 870 } }],
  ['2026年12月30日至1月2日', { date: '2026-12-30', endDate: '2027-01-02' }],
  ['2026年2月30日', { impossible: '2026年2月30日' }],
  ['2026年3月', { period: '2026-03' }],
  ['2026年一季度', { period: '2026Q1' }],
  ['3月12日', { yearMissing: true }],
  ['3/4/2026', undefined],
  ['46093', undefined],
  ['下周', undefined],
])('the day of %s', (text, expected) => {
  expect(readDate(text)).toEqual(expected)
})

test('hints give a day its year, and a cell its serial', () => {
  expect(readDate('12月05日 09:00', { year: 2025 })).toEqual({
    date: '2025-12-05',
    yearGuessed: true,
    time: { start: 540 },
  })
  expect(readDate('46093.604166667', { serial: true })).toEqual({ date: '2026-03-12', time: { start: 870 } })
})

test.each([
  ['14:30-16:00', { start: 870, end: 960 }],
  ['14:30 - 16:00', { start: 870, end: 960 }],
  ['１４：３０～１６：００', { start: 870, end: 960 }],
  ['下午2:30—4:00', { start: 870, end: 960 }],
  ['14时30分', { start: 870 }],
  ['上午9点半至11点', { start: 570, end: 660 }],
  ['9:00', { start: 540 }],
  ['22:00-0:30', { start: 1320, end: 1470 }],
  ['16:00-14:30', { start: 960, end: 870 }],
  ['14.30-16.00', { start: 870, end: 960 }],
  ['上午', undefined],
  ['25:00', undefined],
])('the hours of %s', (text, expected) => {
  expect(readTimeSpan(text)).toEqual(expected)
})

test.each([
  ['90', 90],
  ['90分钟', 90],
  ['1小时30分钟', 90],
  ['一个半小时', 90],
  ['1.5小时', 90],
  ['2课时', 90],
  ['1:30', 90],
  ['14:30-16:00', 90],
  ['半小时', 30],
  ['很久', undefined],
])('the length of %s is %s minutes', (text, minutes) => {
  expect(readDuration(text)).toBe(minutes)
})

test.each([
  ['2026Q1', '2026Q1'],
  ['2026年3月', '2026-03'],
  ['2026年第一季度', '2026Q1'],
  ['一季度', '2026Q1'],
  ['3月份', '2026-03'],
  ['补开2月支委会', '2026-02'],
  ['上半年', '2026H1'],
  ['是', undefined],
])('the period of %s is %s', (text, id) => {
  expect(readPeriod(text, 2026)).toBe(id)
})

test.each([
  ['每月28日', { type: 'day-of-month', day: 28 }],
  ['每月第一周周五', { type: 'weekday', nth: 1, weekday: 5 }],
  ['每月最后一个星期五', { type: 'weekday', nth: -1, weekday: 5 }],
  ['每月最后一天', { type: 'last-day' }],
  ['每月32日', undefined],
  ['不固定', undefined],
])('the fixed day of %s', (text, expected) => {
  expect(readFixedDay(text)).toEqual(expected)
})

test.each([
  [readMode, '现场+视频', '结合'],
  [readMode, '腾讯会议', '线上'],
  [readMode, '现场', '线下'],
  [readState, '未召开', '计划'],
  [readState, '已召开', '已开'],
  [readState, '是', '已开'],
  [readState, '延期召开', '延期'],
  [readState, '已取消', '取消'],
  [readMemberStatus, '中共预备党员', '预备党员'],
  [readMemberStatus, '正式', '正式党员'],
  [readMemberStatus, '教师', undefined],
  [readScene, '行政村', '农村'],
  [readScene, '县属企业', '国企'],
  [readScene, '火星', undefined],
  [readGrade, '基本合格党员', '基本合格'],
  [readGrade, '良好', undefined],
  [readYesNo, '√', true],
  [readYesNo, '否', false],
  [readYesNo, '也许', undefined],
] as readonly [(text: string) => unknown, string, unknown][])('%o reads %s as %s', (read, text, expected) => {
  expect(read(text)).toBe(expected)
})
