import { describe, expect, it } from 'vitest'
import { csvPlaces, csvRows } from './support.ts'

describe('delimiters', () => {
  it.each([
    ['commas', ','],
    ['tabs', '\t'],
    ['semicolons', ';'],
    ['full-width commas', '，'],
    ['upright strokes', '|'],
  ])('finds %s', (_, delimiter) => {
    const text = `类型${delimiter}日期${delimiter}主持人\n党课${delimiter}2026-03-20${delimiter}张三、李四\n`
    expect(csvRows(text).rows).toEqual([
      { branch: '杏园社区第一党支部', fields: { kinds: '党课', date: '2026-03-20', chair: '张三、李四' } },
    ])
  })

  it('is not led astray by commas within the texts of a file with tabs', () => {
    const text = '类型\t日期\t议题\n党课\t2026-03-20\t一,二,三,四,五,六\n'
    expect(csvRows(text).rows[0]?.fields).toEqual({ kinds: '党课', date: '2026-03-20', agenda: '一,二,三,四,五,六' })
  })
})

describe('places', () => {
  it('gives a row the first of its lines, and a cell its own place', () => {
    const text = '类型,议题,日期\r\n党课,"1.学习\r\n2.讨论",2026-03-20\r\n\r\n支委会,"a ""b"", c",2026-03-21\r\n'
    expect(csvPlaces(text, 'agenda')).toEqual(['2 2:4', '5 5:5'])
    expect(csvPlaces(text, 'date')).toEqual(['2 3:7', '5 5:18'])
  })
})

describe('quotes', () => {
  it('takes quotes within a text for what they are', () => {
    const { rows, problems } = csvRows(
      '支部,类型,日期,议题\n甲支部,党课,2026-03-20,"三会一课"落实\n甲支部,党课,2026-03-21,学"党章"\n',
    )
    expect(rows.map(({ fields }) => fields.agenda)).toEqual(['"三会一课"落实', '学"党章"'])
    expect(problems).toEqual([])
  })

  it.each([
    ['up to the end of the file', '甲支部,党课,2026-03-20,"没有关\n甲支部,支委会,2026-03-21,学习\n'],
    ['up to the next quote', '甲支部,党课,2026-03-20,"没有关\n甲支部,支委会,2026-03-21,"学习"\n'],
  ])('tells a quote that is not closed %s, and keeps the rows below', (_, body) => {
    const { rows, problems, counts } = csvRows(`支部,类型,日期,议题\n${body}`)
    expect(rows.map(({ fields }) => fields)).toEqual([
      { kinds: '党课', date: '2026-03-20', agenda: '"没有关' },
      { kinds: '支委会', date: '2026-03-21', agenda: '学习' },
    ])
    expect(problems).toEqual([
      'warning broken-quote 2:19 第2行有一个英文引号（"）没有配对，这一行按没有引号读取，内容可能错位；请补上或删去引号',
    ])
    expect(counts).toEqual([2, 0, 0])
  })

  it('stays quick where every line has a broken quote', () => {
    const text = `类型,日期,议题\n${'党课,2026-03-20,"没有关\n'.repeat(5000)}`
    const start = performance.now()
    expect(csvRows(text).counts).toEqual([5000, 0, 0])
    expect(performance.now() - start).toBeLessThan(25_000)
  })
})

describe('rows that do not fit the header', () => {
  it('keeps what stands before the first text that a comma may have parted', () => {
    const { rows, problems } = csvRows('支部,类型,日期,议题,应到\n甲支部,党课,2026-03-20,学习,讨论,32\n')
    expect(rows).toEqual([{ branch: '甲支部', fields: { kinds: '党课', date: '2026-03-20' } }])
    expect(problems).toEqual([
      'warning shifted-row 2:1 这一行的格子比表头多，多半是内容里有分隔符而没有加引号，后面的格子对不上表头，只读取了前面几格；请把这样的内容用英文引号（"）括起来',
    ])
  })

  it('rejects a row of which nothing is sure', () => {
    const { rows, problems, counts } = csvRows(
      '议题,类型,日期,支部\n学习,讨论,党课,2026-03-20,甲支部\n学习,支委会,2026-03-21,甲支部\n',
    )
    expect(rows.map(({ fields }) => fields.kinds)).toEqual(['支委会'])
    expect(problems).toEqual([
      'error shifted-row 2:1 这一行的格子比表头多，多半是内容里有分隔符而没有加引号，格子对不上表头，没有读取；请把这样的内容用英文引号（"）括起来',
    ])
    expect(counts).toEqual([2, 1, 0])
  })

  it('has nothing against rows that are short, or blank at their end', () => {
    const { rows, problems } = csvRows('支部,类型,日期,议题\n甲支部,党课,2026-03-20\n甲支部,党课,2026-03-21,学习,,,\n')
    expect(rows).toHaveLength(2)
    expect(problems).toEqual([])
  })
})

describe('cells that a spreadsheet broke', () => {
  it.each([
    ['########', '是表格软件因列太窄显示的井号，原来的内容没有导出；请把这一列拉宽后重新导出'],
    ['#REF!', '是表格公式的错误提示，不是内容；请在原表里改正公式，或直接填写'],
    ['#N/A', '是表格公式的错误提示，不是内容；请在原表里改正公式，或直接填写'],
    ['1.1010E+17', '是表格软件改写的科学计数，原来的长数字已经丢失；请把这一列设为“文本”格式后重新填写'],
  ])('tells %s for what it is, and loses that cell only', (cell, why) => {
    const { rows, problems } = csvRows(`支部,类型,日期,应到\n甲支部,党课,2026-03-20,${cell}\n`)
    expect(rows[0]?.fields).toEqual({ kinds: '党课', date: '2026-03-20' })
    expect(problems).toEqual([`warning broken-cell 2:19 「应到」一格是“${cell}”，${why}`])
  })

  it('reads a number that was kept as text', () => {
    const { rows } = csvRows('支部,类型,日期,编号\n甲支部,党课,2026-03-20,"=""012"""\n甲支部,党课,2026-03-21,="013"\n')
    expect(rows.map(({ fields }) => fields.code)).toEqual(['012', '013'])
  })
})

it('reads a quoted cell of more than a megabyte as any other', () => {
  const minutes = '会议讨论了工作，“三会一课”照常。\n'.repeat(40_000)
  const { rows, problems } = csvRows(
    `支部,类型,日期,议题\n甲支部,党课,2026-03-20,"${minutes}"\n甲支部,支委会,2026-03-21,"短"\n`,
  )
  expect(rows.map(({ fields }) => fields.agenda?.length)).toEqual([minutes.length, 1])
  expect(problems).toEqual([])
})

it('reads thirty thousand rows in time that grows with them', () => {
  const row = '杏园社区第一党支部,支委会,2026年3月5日,会议室,张三,李四,32,30,"1.学习\n2.讨论",无\n'
  const header = '支部,会议类型,会议日期,会议地点,主持人,记录人,应到人数,实到人数,会议议题,议定事项\n'
  const start = performance.now()
  expect(csvRows(header + row.repeat(30_000)).counts).toEqual([30_000, 0, 0])
  expect(performance.now() - start).toBeLessThan(25_000)
})
