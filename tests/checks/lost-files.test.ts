import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { conclude, examine } from '../../src/check.ts'
import { openWorkbook } from '../../src/intake/index.ts'
import { prepare } from '../../src/setup.ts'

const BRANCH = '杏园社区第一党支部'
const HEADER = '支部,类型,日期\n'
const SECOND_QUARTER = `${HEADER}${BRANCH},党员大会,2026-01-12\n${BRANCH},党员大会,2026-06-12\n${BRANCH},支委会,2026-01-13\n`
const NO_TEXT = Uint8Array.of(1, 0, 2, 0, 0, 0)

type Files = Readonly<Record<string, string | Uint8Array | readonly WriteSheet[]>>

async function reportOn(files: Files, roster: readonly string[] = []) {
  const expected = roster.map((name, at) => ({ name, at: { file: 'branches.yaml', line: at + 1, column: 3 } }))
  const setup = prepare({
    asOf: day('2026-08-31'),
    period: { from: day('2026-01-01'), to: day('2026-06-30') },
    roster: expected,
  })
  const parts = await Promise.all(
    Object.entries(files).map(async ([path, content]) => {
      if (typeof content === 'string') return examine({ path, bytes: new TextEncoder().encode(content) }, setup)
      if (content instanceof Uint8Array) return examine({ path, bytes: content }, setup)
      const bytes = await writeXlsx({ sheets: [...content] })
      return examine({ path, bytes, workbook: await openWorkbook(bytes) }, setup)
    }),
  )
  return conclude(parts, setup)
}

/** What a branch is told of its 支委会: months, or why nothing is. */
async function committee(files: Files): Promise<unknown> {
  const { branches } = await reportOn(files)
  const branch = branches.find(({ name }) => name === BRANCH)
  const findings = branch?.findings.filter(({ rule }) => rule === 'frequency/committee').map(({ subject }) => subject)
  const verdict = branch?.verdicts.find(({ rule }) => rule === 'frequency/committee')
  return findings?.length === 0 ? verdict?.reason : findings
}

const MISSING = ['2026-02', '2026-03', '2026-04', '2026-05', '2026-06']

test('without anything lost the months are missing', async () => {
  expect(await committee({ 'a.csv': SECOND_QUARTER })).toEqual(MISSING)
})

test.each([
  [`${BRANCH}支委会.csv`],
  ['杏园社区第一支部2026年.csv'],
  [`县直/${BRANCH}/扫描.csv`],
  ['2026年上半年.csv'],
  ['支委会记录.csv'],
])('what is not seen may stand in %s, of which nothing could be read', async (path) => {
  expect(await committee({ 'a.csv': SECOND_QUARTER, [path]: NO_TEXT })).toContain(
    `${path}没有读入，可能就是这次记录，请改正后再查`,
  )
})

test.each([
  ['党课记录.csv', 'another kind'],
  ['2025年支委会.csv', 'another year'],
  ['杏园社区第二党支部.csv', 'another branch'],
  ['和平里.csv', 'somebody else'],
  ['乙/2026年上半年.csv', 'another folder'],
])('%s is of %s', async (path) => {
  expect(await committee({ 'a.csv': SECOND_QUARTER, [path]: NO_TEXT })).toEqual(MISSING)
})

test('a file that says nothing of whose it is belongs to nobody where there are two to choose from', async () => {
  const other = `${HEADER}甲村党支部,支委会,2026-01-12\n`
  expect(await committee({ 'a.csv': SECOND_QUARTER, 'b.csv': other, '2026年上半年.csv': NO_TEXT })).toEqual(MISSING)
})

test('a branch of the list whose file could not be read handed in something', async () => {
  const missing = async (path: string) => {
    const { branches } = await reportOn({ 'a.csv': SECOND_QUARTER, [path]: NO_TEXT }, [BRANCH, '和平里社区党支部'])
    const branch = branches.find(({ name }) => name === '和平里社区党支部')
    const { outcome, reason } = branch?.verdicts.find(({ rule }) => rule === 'branch/missing') ?? {}
    return [outcome, reason]
  }
  expect(await missing('b.csv')).toEqual(['fail', undefined])
  expect(await missing('和平里社区支部2026.csv')).toEqual([
    'not-evaluated',
    '和平里社区支部2026.csv没有读入，可能就是这个支部的台账，请改正后再查',
  ])
})

const ASSEMBLIES: WriteSheet = {
  name: '党员大会',
  rows: [
    ['支部', '类型', '日期'],
    [BRANCH, '党员大会', '2026-01-12'],
    [BRANCH, '支委会', '2026-01-13'],
    [BRANCH, '党员大会', '2026-06-12'],
  ],
}

test('what is not seen may stand in a sheet that was not read', async () => {
  const byKind = {
    name: '汇总',
    rows: [
      ['月份', '支委会', '党课'],
      ['1月', '1月8日', '无'],
    ],
  }
  expect(await committee({ 'a.xlsx': [ASSEMBLIES, byKind] })).toContain(
    'a.xlsx工作表「汇总」第1行“支委会，党课”没有读入',
  )
  const hidden = {
    name: '旧',
    hidden: true,
    rows: [
      ['类型', '日期'],
      ['支委会', '2026-02-12'],
    ],
  }
  expect(await committee({ 'a.xlsx': [ASSEMBLIES, hidden] })).toContain('a.xlsx工作表「旧」第1行“旧”没有读入')
})

test('a hidden sheet with the choices of a list holds nothing', async () => {
  const choices = { name: '选项', hidden: true, rows: [['党员大会'], ['支委会'], ['党课']] }
  expect(await committee({ 'a.xlsx': [ASSEMBLIES, choices] })).toEqual(MISSING)
})
