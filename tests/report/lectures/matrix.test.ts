import { expect, test } from 'vitest'
import { cellText, copyMatrix, percentText, rowText } from '../../../src/report/lectures/matrix.ts'
import type { LecturesReport } from '../../../src/report/lectures/model.ts'
import { COPIED, EARLIER, REPORT } from './report.ts'

function matrixOf(lectures: LecturesReport['lectures']) {
  return copyMatrix({ ...REPORT, lectures })
}

test('the matrix counts lectures and gives the largest share', () => {
  expect(matrixOf([COPIED, { ...COPIED, record: '2026-05-05 党课' }])).toEqual({
    sources: ['杏园支部', '参考资料：范文/参考.txt'],
    rows: [
      {
        branch: '柳湾支部',
        cells: [
          { lectures: 2, share: 0.6851, isOwn: false },
          { lectures: 2, share: 0.1, isOwn: false },
        ],
      },
    ],
  })
})

test('a lecture that has something from two lectures of one branch counts once', () => {
  const [match] = COPIED.matches
  const matches =
    match === undefined ? [] : [match, { ...match, with: { ...EARLIER, record: '2026-01-05 党课' }, share: 0.2 }]
  const { rows } = matrixOf([{ ...COPIED, matches }])
  expect(rows[0]?.cells).toEqual([{ lectures: 1, share: 0.6851, isOwn: false }])
})

test("a branch's own other lectures are told as its own", () => {
  const { rows, sources } = matrixOf([{ ...COPIED, branch: EARLIER.branch, branchName: EARLIER.branchName }])
  expect(rows.map((row) => rowText(row, sources))).toEqual([
    '杏园支部 1 份，至多 68%（本支部）；参考资料：范文/参考.txt 1 份，至多 10%',
  ])
})

test.each([
  [1, '100%'],
  [0.9999, '99%'],
  [0.29, '29%'],
])('a share of %d is never said to be more: %s', (share, text) => {
  expect(percentText(share)).toBe(text)
  expect(cellText({ lectures: 1, share, isOwn: false })).toBe(`1 份，至多 ${text}`)
})
