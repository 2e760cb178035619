import { expect, test } from 'vitest'
import { parseRange } from '../../../src/calendar/period.ts'
import { day } from '../../../src/calendar/plain-date.ts'
import { examine, filesToJoin, judgeFile } from '../../../src/check.ts'
import { compareLectures, lecturesOnly } from '../../../src/lectures.ts'
import { prepare } from '../../../src/setup.ts'
import { ownText } from '../../text/reuse/texts.ts'

const TEXT = ownText(1, 200)
const SETUP = lecturesOnly(prepare({ asOf: day('2026-06-30'), corpus: [{ name: 'ref.txt', text: ownText(2, 200) }] }))

function ledger(branch: string, ...lectures: [date: string, script: string][]): string {
  const records = lectures.map(([date, script]) => `  - {类型: 党课, 日期: ${date}, 题目: 一课, 讲稿: "${script}"}\n`)
  return `支部: {名称: ${branch}}\n组织生活:\n${records.join('')}  - {类型: 党课, 日期: 2026-06-01}\n`
}

function compared(files: Readonly<Record<string, string>>, period?: string) {
  const parts = Object.entries(files).map(([path, text]) =>
    examine({ path, bytes: new TextEncoder().encode(text) }, SETUP),
  )
  const judged = parts.map((part) => judgeFile(part, SETUP))
  const again = new Set(filesToJoin(judged))
  const join = { parts: parts.filter(({ path }) => again.has(path)), scripts: new Map() }
  return compareLectures(judged, SETUP, join, period === undefined ? undefined : parseRange(period))
}

test('lectures of all ledgers are compared with each other and with the corpus', () => {
  const report = compared({
    'b.yaml': ledger('柳湾支部', ['2026-04-05', TEXT], ['2026-05-05', ownText(2, 200)]),
    'a.yaml': ledger('杏园支部', ['2025-03-05', TEXT]),
  })
  expect(report.lectures).toMatchObject([
    { branch: '杏园支部', record: '2025-03-05 党课', originality: 1, matches: [], cluster: '杏园支部/2025-03-05 党课' },
    {
      branch: '柳湾支部',
      record: '2026-04-05 党课',
      originality: 0,
      matches: [{ with: { branch: '杏园支部', record: '2025-03-05 党课', file: 'a.yaml', line: 3 }, share: 1 }],
      cluster: '杏园支部/2025-03-05 党课',
    },
    { branch: '柳湾支部', record: '2026-05-05 党课', matches: [{ with: { corpus: 'ref.txt' } }], cluster: null },
  ])
  expect(report.clusters).toMatchObject([
    { sources: [{ branch: '杏园支部' }], members: [{ branch: '杏园支部' }, { branch: '柳湾支部' }] },
  ])
  expect(report.leftOut.map(({ reason }) => reason)).toEqual(['缺讲稿', '缺讲稿'])
})

test('a period narrows what is told, not what is compared', () => {
  const { lectures } = compared({ 'a.yaml': ledger('杏园支部', ['2025-03-05', TEXT], ['2026-03-05', TEXT]) }, '2026')
  expect(lectures).toMatchObject([{ record: '2026-03-05 党课', originality: 0 }])
})
