import { describe, expect, test } from 'vitest'
import { takeIn } from '../support/intake.ts'
import { judge } from '../support/judge.ts'

/** Branch, register and key of each record, branch by branch, and what is told. */
function read(text: string) {
  const { ledgers, problems, parts } = takeIn(text)
  const [part] = parts
  return {
    records: ledgers.flatMap(({ branch, records }) =>
      records.map(
        ({ key, register, at }) => `${branch.name.value} ${register ?? '会议'} ${key} ${at.line}:${at.column}`,
      ),
    ),
    problems: problems.map(({ severity, code, evidence: [at] }) => `${severity} ${code} ${at?.line}:${at?.column}`),
    rows: part?.rows,
  }
}

describe('records in sections', () => {
  test('by kind', () => {
    expect(
      read(`支部: 甲党支部
组织生活:
  党员大会:
    - {日期: 2026-03-12}
    - {日期: 2026-06-12, 类型: 党员大会、党课}
  支委会:
    日期: 2026-03-13
  党课: 2026-03-20
  主题党日: 无
`),
    ).toEqual({
      records: [
        '甲党支部 会议 2026-03-12 党员大会 4:7',
        '甲党支部 会议 2026-03-13 支委会 7:5',
        '甲党支部 会议 2026-03-20 党课 8:7',
        '甲党支部 会议 2026-06-12 党员大会、党课 5:7',
      ],
      problems: [],
      rows: 4,
    })
  })

  test('by period, and by kind within it', () => {
    const { records, problems } = read(`支部: 甲党支部
组织生活:
  2026年3月:
    - {类型: 党员大会, 日期: 2026-03-12}
  第二季度:
    支委会: [{日期: 2026-06-12}]
`)
    expect(records).toEqual(['甲党支部 会议 2026-03-12 党员大会 4:7', '甲党支部 会议 2026-06-12 支委会 6:11'])
    expect(problems).toEqual([])
  })

  test('by day', () => {
    const { records, problems } = read(`支部: 甲党支部
组织生活:
  2026-03-12: {类型: 党员大会}
  2026-03-13: 支委会
`)
    expect(records).toEqual(['甲党支部 会议 2026-03-12 党员大会 3:15', '甲党支部 会议 2026-03-13 支委会 4:3'])
    expect(problems).toEqual([])
  })

  test('each under its own kind in a list', () => {
    const { records, problems } = read(`支部: 甲党支部
组织生活:
  - 党员大会: {日期: 2026-03-12}
  - 支委会:
      日期: 2026-03-13
`)
    expect(records).toEqual(['甲党支部 会议 2026-03-12 党员大会 3:11', '甲党支部 会议 2026-03-13 支委会 5:7'])
    expect(problems).toEqual([])
  })
})

describe('sections of a ledger', () => {
  test('lists of one kind may stand at the outermost level; a committee is none', () => {
    const text = `支部: 甲党支部
支委会: [王建国, 李秀英]
主题党日: 每月28日
党员大会:
  - {日期: 2026-03-12}
谈心谈话:
  - {日期: 2026-03-13, 人员: [王建国], 对象: [李秀英]}
专项台账:
  双报到:
    - {日期: 2026-03-14, 人员: [王建国]}
`
    expect(read(text)).toEqual({
      records: [
        '甲党支部 会议 2026-03-12 党员大会 5:5',
        '甲党支部 谈心谈话 2026-03-13 谈心谈话 7:5',
        '甲党支部 双报到 2026-03-14 双报到 10:7',
      ],
      problems: [],
      rows: 3,
    })
    const [ledger] = takeIn(text).ledgers
    expect(ledger?.registers).toEqual(['双报到', '谈心谈话'])
    expect(ledger?.branch.committee?.map(({ name }) => name.value)).toEqual(['王建国', '李秀英'])
  })

  test('within 支部 they are read and told', () => {
    const text = `支部:
  名称: 甲党支部
  组织生活:
    - {类型: 党课, 日期: 2026-03-12}
  党员: [王建国]
`
    const { records, problems } = read(text)
    expect(records).toEqual(['甲党支部 会议 2026-03-12 党课 4:7'])
    expect(problems).toEqual(['info nested-section 3:3', 'info nested-section 5:3'])
    expect(takeIn(text).ledgers[0]?.members).toHaveLength(1)
  })

  test.each([
    `支部:
  - 名称: 甲党支部
    组织生活: [{类型: 党课, 日期: 2026-03-12}]
  - 名称: 乙党支部
    组织生活: [{类型: 党课, 日期: 2026-03-12}]
`,
    `甲党支部:
  组织生活: [{类型: 党课, 日期: 2026-03-12}]
乙党支部:
  党课: [{日期: 2026-03-12}]
`,
  ])('of several branches in one document: %#', (text) => {
    const { records, problems } = read(text)
    expect(records.map((record) => record.replace(/ \d+:\d+$/u, ''))).toEqual([
      '乙党支部 会议 2026-03-12 党课',
      '甲党支部 会议 2026-03-12 党课',
    ])
    expect(problems).toEqual([])
  })

  test('under a name that nothing is known by are a loss, and nothing that they may hold is missed', () => {
    const text = `支部: 甲党支部
组织生活:
  - {类型: 支委会, 日期: 2026-01-12}
  - {类型: 支委会, 日期: 2026-03-12}
其他情况:
  - {类型: 支委会, 日期: 2026-02-12}
`
    expect(read(text).problems).toEqual(['info unknown-field 5:1', 'error lost-section 5:1'])
    const options = { asOf: '2026-04-30', period: '2026-01..2026-03' }
    expect(judge('frequency/committee', text, options)).toMatchObject({ outcome: 'not-evaluated', findings: [] })
    const without = text.slice(0, text.indexOf('其他情况'))
    expect(judge('frequency/committee', without, options).findings).toHaveLength(1)
  })
})

describe('sections whose names tell the year', () => {
  test('give it to dates without one', () => {
    const { records, problems } = read(`支部: 甲党支部
2026年组织生活:
  - {类型: 党员大会, 日期: 3月12日}
专项台账（2026年度）:
  志愿服务: [{日期: 3月15日, 人员: [王建国]}]
`)
    expect(records).toEqual(['甲党支部 会议 2026-03-12 党员大会 3:5', '甲党支部 志愿服务 2026-03-15 志愿服务 5:10'])
    expect(problems).toEqual(['info guessed-year 3:20', 'info guessed-year 5:15'])
  })

  test('of several years are read where each day tells its own', () => {
    const { records, problems } = read(`支部: 甲党支部
2025年组织生活:
  - {类型: 党员大会, 日期: 2025-03-12}
2026年度三会一课台账:
  - {类型: 党员大会, 日期: 2026-03-13}
`)
    expect(records).toEqual(['甲党支部 会议 2025-03-12 党员大会 3:5', '甲党支部 会议 2026-03-13 党员大会 5:5'])
    expect(problems).toEqual([])
  })

  test('and of several years with days that do not, are told as lost', () => {
    const { records, problems } = read(`支部: 甲党支部
2025年组织生活:
  - {类型: 党员大会, 日期: 3月12日}
2026年组织生活:
  - {类型: 党员大会, 日期: 2026-03-13}
`)
    expect(records).toEqual(['甲党支部 会议 2026-03-13 党员大会 5:5'])
    expect(problems).toContain('error lost-section 2:1')
  })
})
