import { expect, test } from 'vitest'
import { json } from '../../../src/report/lectures/json.ts'
import type { LecturesReport } from '../../../src/report/lectures/model.ts'
import { LecturesDocument } from '../../../src/report/lectures/schema.ts'
import { PLAIN } from '../../../src/report/palette.ts'
import { EARLIER, LATER, REPORT } from './report.ts'

function document(report: LecturesReport): LecturesDocument {
  return LecturesDocument.parse(JSON.parse(json(report, { palette: PLAIN, width: 80 })))
}

test('the document is the one that the specification describes, and says of each passage where both sides stand', () => {
  expect(document(REPORT)).toEqual({
    schemaVersion: 1,
    lectures: [
      expect.objectContaining({ branch: 'XY-01', originality: 1, matches: [] }),
      {
        branch: 'LW-01',
        record: '2026-04-05 党课',
        date: '2026-04-05',
        title: '把身边的事办实',
        file: 'b.yaml',
        line: 12,
        length: 1000,
        originality: 0.2149,
        matches: [
          {
            with: { branch: 'XY-01', record: '2026-03-05 党课', file: 'a.yaml', line: 8 },
            share: 0.6851,
            passages: [
              {
                text: '去年冬天，三号楼的路灯坏了四十多天。',
                here: { start: 10, end: 28 },
                there: { start: 0, end: 16 },
                thereText: '去年冬天五号楼的路灯坏了十多天。',
                hereAt: { branch: 'LW-01', title: '把身边的事办实', file: 'b.yaml', line: 13 },
                thereAt: { branch: 'XY-01', title: '一盏路灯', file: 'a.yaml', line: 8 },
              },
            ],
          },
          {
            with: { corpus: '范文/参考.txt' },
            share: 0.1,
            passages: [expect.objectContaining({ text: '跑得多了', thereAt: { corpus: '范文/参考.txt', line: 2 } })],
          },
        ],
        cluster: 'c',
      },
    ],
    clusters: [
      {
        id: 'c',
        source: { branch: 'XY-01', record: '2026-03-05 党课', file: 'a.yaml', line: 8 },
        members: [
          { branch: 'XY-01', record: '2026-03-05 党课', file: 'a.yaml', line: 8 },
          { branch: 'LW-01', record: '2026-04-05 党课', file: 'b.yaml', line: 12 },
        ],
      },
    ],
    leftOut: [{ branch: '河口支部', record: '2026-05-05 党课', file: 'c.yaml', line: 3, reason: '缺讲稿' }],
    intake: [],
  })
})

test('one source of a cluster, and beside it those of the same date', () => {
  const report: LecturesReport = {
    ...REPORT,
    clusters: [{ id: 'c', source: EARLIER, sameDate: [LATER], members: [EARLIER, LATER] }],
  }
  expect(document(report).clusters).toMatchObject([{ source: { branch: 'XY-01' }, sameDate: [{ branch: 'LW-01' }] }])
})

test('a script in a workbook is placed by its cell', () => {
  const at = { file: 'a.xlsx', line: 4, column: 1, sheet: '党课', cell: 'G4' }
  const report: LecturesReport = { ...REPORT, leftOut: REPORT.leftOut.map((one) => ({ ...one, at })) }
  expect(document(report).leftOut).toMatchObject([{ file: 'a.xlsx', line: 4, sheet: '党课', cell: 'G4' }])
})
