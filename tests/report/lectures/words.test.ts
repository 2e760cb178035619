import { describe, expect, test } from 'vitest'
import { day } from '../../../src/calendar/plain-date.ts'
import type { LectureCluster } from '../../../src/report/lectures/model.ts'
import { clusterText, isEarliest, restText } from '../../../src/report/lectures/words.ts'
import { EARLIER, LATER } from './report.ts'

const LAST = { ...LATER, branch: 'HK-01', branchName: '河口支部', date: day('2026-05-05'), record: '2026-05-05 党课' }
const UNDATED = { ...LAST, date: null, record: '未注明日期的党课' }
const SAME_DAY = { ...LATER, date: EARLIER.date }

describe('what is said of a cluster', () => {
  test.each<[string, Omit<LectureCluster, 'id'>, string]>([
    [
      'the earliest',
      { source: EARLIER, sameDate: [], members: [EARLIER, LATER] },
      '同一底稿见于 2 份讲稿，最早的是 杏园支部　2026-03-05 党课　《一盏路灯》（a.yaml:8）',
    ],
    [
      'all of one day',
      { source: EARLIER, sameDate: [SAME_DAY], members: [EARLIER, SAME_DAY] },
      '同一底稿见于 2 份讲稿，日期相同，先后未定',
    ],
    [
      'some of one day',
      { source: EARLIER, sameDate: [SAME_DAY], members: [EARLIER, SAME_DAY, LAST] },
      '同一底稿见于 3 份讲稿，最早的 2 份日期相同，先后未定：杏园支部　2026-03-05 党课　《一盏路灯》（a.yaml:8）、柳湾支部　2026-04-05 党课　《把身边的事办实》（b.yaml:12）',
    ],
    [
      'one without a date',
      { source: EARLIER, sameDate: [], members: [EARLIER, LATER, UNDATED] },
      '同一底稿见于 3 份讲稿，最早的是 杏园支部　2026-03-05 党课　《一盏路灯》（a.yaml:8）；1 份未注明日期，先后未定',
    ],
    [
      'none with a date',
      { source: UNDATED, sameDate: [], members: [UNDATED, { ...EARLIER, date: null }] },
      '同一底稿见于 2 份讲稿，均未注明日期，先后未定',
    ],
    [
      'a text of the corpus, which has no date',
      { source: { corpus: '范文/参考.txt' }, sameDate: [], members: [EARLIER, LATER] },
      '同一底稿见于 2 份讲稿，也见于 参考资料 范文/参考.txt',
    ],
  ])('%s', (_, cluster, text) => {
    expect(clusterText({ id: 'c', ...cluster })).toBe(text)
  })
})

test('a member is called the earliest only where another is later', () => {
  const cluster = { id: 'c', source: EARLIER, sameDate: [SAME_DAY], members: [EARLIER, SAME_DAY, LAST] }
  expect(cluster.members.map((member) => isEarliest(member, cluster))).toEqual([true, true, false])
  const alike = { ...cluster, members: [EARLIER, SAME_DAY] }
  expect(alike.members.map((member) => isEarliest(member, alike))).toEqual([false, false])
})

test('what stands nowhere else is rounded up', () => {
  expect([0, 0.001, 0.2149, 1].map(restText)).toEqual(['0%', '1%', '22%', '100%'])
})
