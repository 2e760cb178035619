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

function compared(files: Readonly<Record<string, string>>, period?: string, setup = SETUP) {
  const parts = Object.entries(files).map(([path, text]) =>
    examine({ path, bytes: new TextEncoder().encode(text) }, setup),
  )
  const judged = parts.map((part) => judgeFile(part, setup))
  const again = new Set(filesToJoin(judged))
  const join = { parts: parts.filter(({ path }) => again.has(path)), scripts: new Map() }
  return compareLectures(judged, setup, join, period === undefined ? undefined : parseRange(period)).report
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
      matches: [{ with: { branch: '杏园支部', record: '2025-03-05 党课', at: { file: 'a.yaml', line: 3 } }, share: 1 }],
      cluster: '杏园支部/2025-03-05 党课',
    },
    { branch: '柳湾支部', record: '2026-05-05 党课', matches: [{ with: { corpus: 'ref.txt' } }], cluster: null },
  ])
  expect(report.clusters).toMatchObject([
    { source: { branch: '杏园支部' }, sameDate: [], members: [{ branch: '杏园支部' }, { branch: '柳湾支部' }] },
  ])
  expect(report.leftOut.map(({ reason }) => reason)).toEqual(['缺讲稿', '缺讲稿'])
})

test('a period narrows what is told, not what is compared', () => {
  const { lectures } = compared({ 'a.yaml': ledger('杏园支部', ['2025-03-05', TEXT], ['2026-03-05', TEXT]) }, '2026')
  expect(lectures).toMatchObject([{ record: '2026-03-05 党课', originality: 0 }])
})

test('a branch that is asked for brings the families that it belongs to, and no others', () => {
  const files = {
    'a.yaml': ledger('杏园支部', ['2026-03-05', TEXT]),
    'b.yaml': ledger('柳湾支部', ['2026-04-05', TEXT]),
    'c.yaml': ledger('河口支部', ['2026-03-05', ownText(3, 200)]),
    'd.yaml': ledger('山前支部', ['2026-04-05', ownText(3, 200)]),
  }
  const { lectures, clusters, leftOut } = compared(files, undefined, { ...SETUP, branches: ['柳湾支部'] })
  expect(lectures).toMatchObject([{ branch: '柳湾支部', matches: [{ with: { branch: '杏园支部' } }] }])
  expect(clusters).toMatchObject([{ members: [{ branch: '杏园支部' }, { branch: '柳湾支部' }] }])
  expect(leftOut).toMatchObject([{ branch: '柳湾支部' }])
  expect(compared(files).clusters).toHaveLength(2)
})

test('two branches of one name are told apart by their numbers', () => {
  const numbered = (number: string, date: string) =>
    ledger('第一党支部', [date, TEXT]).replace('名称: 第一党支部', `编号: ${number}, 名称: 第一党支部`)
  const { lectures } = compared({
    'a.yaml': numbered('XY-01', '2026-03-05'),
    'b.yaml': numbered('LW-01', '2026-04-05'),
  })
  expect(lectures).toMatchObject([
    { branchName: '第一党支部（LW-01）', matches: [{ with: { branchName: '第一党支部（XY-01）' } }] },
    { branchName: '第一党支部（XY-01）' },
  ])
})

test('each side of a passage is placed on the line where it begins', () => {
  const block = (...paragraphs: readonly string[]) => `|\n${paragraphs.map((text) => `      ${text}\n`).join('')}`
  const written = (branch: string, date: string, script: string) =>
    `支部: {名称: ${branch}}\n组织生活:\n  - 类型: 党课\n    日期: ${date}\n    讲稿: ${script}`
  const text = TEXT.replaceAll('\n', '')
  const { lectures } = compared({
    'a.yaml': written('杏园支部', '2026-03-05', block(ownText(5, 60).replaceAll('\n', ''), text)),
    'b.yaml': written('柳湾支部', '2026-04-05', block('各位党员同志，大家好。', '今天上课。', text)),
  })
  expect(lectures.flatMap(({ matches }) => matches.flatMap(({ passages }) => passages))).toMatchObject([
    { hereAt: { file: 'b.yaml', line: 8, column: 7 }, thereAt: { file: 'a.yaml', line: 7, column: 7 } },
  ])
})

test('a script whose lines are not those of the file is placed where it begins', () => {
  const text = TEXT.replaceAll('\n', '')
  const { lectures } = compared({
    'a.yaml': ledger('杏园支部', ['2026-03-05', `各位好。\\n今天上课。\\n${text}`]),
    'b.yaml': ledger('柳湾支部', ['2026-04-05', text]),
  })
  expect(lectures.flatMap(({ matches }) => matches.flatMap(({ passages }) => passages))).toMatchObject([
    { there: { start: 11 }, thereAt: { file: 'a.yaml', line: 3 } },
  ])
})

test('what reading lost of lectures is told, what it lost of other things is not', () => {
  const { problems } = compared({
    'a.yaml': ledger('杏园支部', ['2026-03-05', '没有.docx']).replace('题目: 一课', '应到: 很多'),
    'b.yaml': '支部: {名称: 柳湾支部\n组织生活:\n',
  })
  expect(problems).toMatchObject([
    { code: 'missing-script', severity: 'warning', evidence: [{ file: 'a.yaml', line: 3 }] },
    { severity: 'error', evidence: [{ file: 'b.yaml' }] },
  ])
})
