import { day } from '../../../src/calendar/plain-date.ts'
import type { ComparedLecture, LecturesReport } from '../../../src/report/lectures/model.ts'

const EARLIER = {
  branch: 'XY-01',
  branchName: '杏园支部',
  record: '2026-03-05 党课',
  date: day('2026-03-05'),
  file: 'a.yaml',
  line: 8,
}

const LATER = {
  branch: 'LW-01',
  branchName: '柳湾支部',
  record: '2026-04-05 党课',
  date: day('2026-04-05'),
  file: 'b.yaml',
  line: 12,
}

/** It has nothing from elsewhere. */
export const OWN: ComparedLecture = {
  ...EARLIER,
  title: '一盏路灯',
  lecturers: ['王建国'],
  length: 900,
  originality: 1,
  matches: [],
  cluster: 'c',
}

/** It has most from elsewhere. */
export const COPIED: ComparedLecture = {
  ...LATER,
  title: '把身边的事办实',
  lecturers: ['赵敏'],
  length: 1000,
  originality: 0.2149,
  matches: [
    {
      with: EARLIER,
      order: 'earlier',
      share: 0.6851,
      passages: [
        {
          text: '去年冬天，三号楼的路灯坏了四十多天。',
          here: { start: 10, end: 28 },
          there: { start: 0, end: 16 },
          thereText: '去年冬天五号楼的路灯坏了十多天。',
        },
      ],
    },
    {
      with: { corpus: '范文/参考.txt' },
      order: 'earlier',
      share: 0.1,
      passages: [
        { text: '跑得多了', here: { start: 40, end: 44 }, there: { start: 7, end: 11 }, thereText: '跑得多了' },
      ],
    },
  ],
  cluster: 'c',
}

/** Two lectures, the later one from the earlier one and from the corpus, and one that has no script. */
export const REPORT: LecturesReport = {
  schemaVersion: 1,
  minPassage: 40,
  lectures: [OWN, COPIED],
  clusters: [{ id: 'c', sources: [EARLIER], members: [EARLIER, LATER] }],
  leftOut: [{ branchName: '河口支部', record: '2026-05-05 党课', reason: '缺讲稿' }],
}
