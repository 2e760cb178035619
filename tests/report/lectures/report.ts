import { day } from '../../../src/calendar/plain-date.ts'
import type { ComparedLecture, LecturePassage, LecturesReport } from '../../../src/report/lectures/model.ts'

export const EARLIER = {
  branch: 'XY-01',
  branchName: '杏园支部',
  record: '2026-03-05 党课',
  date: day('2026-03-05'),
  title: '一盏路灯',
  at: { file: 'a.yaml', line: 8, column: 7 },
}

export const LATER = {
  branch: 'LW-01',
  branchName: '柳湾支部',
  record: '2026-04-05 党课',
  date: day('2026-04-05'),
  title: '把身边的事办实',
  at: { file: 'b.yaml', line: 12, column: 7 },
}

/** It has nothing from elsewhere. */
export const OWN: ComparedLecture = {
  ...EARLIER,
  lecturers: ['王建国'],
  length: 900,
  extent: 1080,
  originality: 1,
  matches: [],
  cluster: 'c',
}

export const PASSAGE: LecturePassage = {
  text: '去年冬天，三号楼的路灯坏了四十多天。',
  here: { start: 10, end: 28 },
  there: { start: 0, end: 16 },
  thereText: '去年冬天五号楼的路灯坏了十多天。',
  hereAt: { file: 'b.yaml', line: 13, column: 5 },
  thereAt: { file: 'a.yaml', line: 8, column: 7 },
}

/** It has most from elsewhere. */
export const COPIED: ComparedLecture = {
  ...LATER,
  lecturers: ['赵敏'],
  length: 1000,
  extent: 1200,
  originality: 0.2149,
  matches: [
    {
      with: EARLIER,
      order: 'earlier',
      share: 0.6851,
      passages: [PASSAGE],
    },
    {
      with: { corpus: '范文/参考.txt' },
      order: 'earlier',
      share: 0.1,
      passages: [
        {
          text: '跑得多了',
          here: { start: 40, end: 44 },
          there: { start: 7, end: 11 },
          thereText: '跑得多了',
          hereAt: { file: 'b.yaml', line: 14, column: 9 },
          thereAt: { file: '范文/参考.txt', line: 2, column: 1 },
        },
      ],
    },
  ],
  cluster: 'c',
}

/** Two lectures, the later one from the earlier one and from the corpus, and one that has no script. */
export const REPORT: LecturesReport = {
  schemaVersion: 1,
  asOf: day('2026-10-31'),
  minPassage: 40,
  lectures: [OWN, COPIED],
  clusters: [{ id: 'c', source: EARLIER, sameDate: [], members: [EARLIER, LATER] }],
  leftOut: [
    {
      branch: '河口支部',
      branchName: '河口支部',
      record: '2026-05-05 党课',
      date: day('2026-05-05'),
      title: null,
      at: { file: 'c.yaml', line: 3, column: 5 },
      reason: '缺讲稿',
    },
  ],
  problems: [],
}

export const NOTHING: LecturesReport = { ...REPORT, lectures: [OWN], clusters: [], leftOut: [] }

/** The same with these passages in the place of the first one. */
export function withPassages(passages: readonly LecturePassage[]): LecturesReport {
  const matches = COPIED.matches.slice(0, 1).map((match) => ({ ...match, passages }))
  return { ...REPORT, lectures: [{ ...COPIED, matches }, OWN] }
}
