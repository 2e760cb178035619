import { describe, expect, test } from 'vitest'
import { monthsLabel } from '../../src/calendar/period-list.ts'
import { drawnTogether } from '../../src/report/drawn-together.ts'
import { finding } from './sample-report.ts'

const missing = (month: number, changes = {}) => {
  const subject = `2026-${String(month).padStart(2, '0')}`
  return finding({ id: subject, subject, message: `台账未见2026年${month}月支部委员会会议记录`, ...changes })
}

describe('drawnTogether', () => {
  test('findings that are alike but for the period are one entry', () => {
    const entries = drawnTogether([missing(4), missing(5), missing(7)])
    expect(entries).toEqual([
      {
        message: '台账未见2026年4、5、7月支部委员会会议记录',
        severity: 'error',
        evidence: [finding().evidence[0]],
        findings: [missing(4), missing(5), missing(7)],
      },
    ])
  })

  test('another severity, remedy or due date is another entry', () => {
    const entries = drawnTogether([
      missing(4),
      missing(5, { severity: 'warning' }),
      missing(6, { remedy: '另行说明。' }),
      missing(7, { dueDate: '2026-12-01' }),
    ])
    expect(entries.map(({ message }) => message)).toEqual([4, 5, 6, 7].map((month) => missing(month).message))
  })

  test('findings on records stay apart, even with one message', () => {
    const entries = drawnTogether([
      finding({ id: 'a', subject: '2026-04-02 支委会', message: '没有记录人' }),
      finding({ id: 'b', subject: '2026-05-06 支委会', message: '没有记录人' }),
    ])
    expect(entries).toHaveLength(2)
  })

  test('findings that say the same of several subjects are one entry', () => {
    const of = (subject: string, message: string) => finding({ id: subject, subject, message })
    const entries = drawnTogether([
      of('主持人', '台账的4条会议记录都没有写明主持人'),
      of('地点', '台账的4条会议记录都没有写明地点'),
      of('记录人', '台账的3条会议记录都没有写明记录人'),
      of('实干', '疑似题目重复：《实干》'),
      of('担当', '疑似题目重复：《担当》'),
    ])
    expect(entries.map(({ message }) => message)).toEqual([
      '台账的4条会议记录都没有写明主持人、地点',
      '台账的3条会议记录都没有写明记录人',
      '疑似题目重复：《实干》',
      '疑似题目重复：《担当》',
    ])
  })

  test('groups and members have their own entries', () => {
    const of = (group: string, month: number) =>
      finding({
        id: `${group}${month}`,
        subject: `2026-0${month} ${group}`,
        message: `台账未见${group}2026年${month}月党小组会记录`,
      })
    const entries = drawnTogether([of('第一党小组', 4), of('第二党小组', 4), of('第一党小组', 5)])
    expect(entries.map(({ message }) => message)).toEqual([
      '台账未见第一党小组2026年4、5月党小组会记录',
      '台账未见第二党小组2026年4月党小组会记录',
    ])
  })
})

describe('monthsLabel', () => {
  test.each([
    [['2026-09'], '2026年9月'],
    [['2026-10', '2026-11'], '2026年10—11月'],
    [['2026-01', '2026-02', '2026-03', '2026-06'], '2026年1—3、6月'],
    [['2025-12', '2026-01', '2026-03'], '2025年12月、2026年1、3月'],
  ])('%s', (ids, label) => {
    expect(monthsLabel(ids)).toBe(label)
  })
})
