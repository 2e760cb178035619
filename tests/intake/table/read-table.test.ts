import { describe, expect, it } from 'vitest'
import { csvRows } from './support.ts'

const BRANCH = '杏园社区第一党支部'

it('tells a file of blank cells', () => {
  expect(csvRows(';').problems).toEqual(['info empty-file 1:1 文件里没有内容，没有可读的台账'])
})

it('tells the marks of an unfinished merge, and reads what stands between them', () => {
  const text = '支部,类型,日期\n<<<<<<< HEAD\n甲支部,党课,2026-01-05\n=======\n甲支部,党课,2026-01-06\n>>>>>>> x\n'
  const { rows, problems, counts } = csvRows(text)
  expect([rows.length, counts]).toEqual([2, [5, 0, 3]])
  expect(problems).toEqual([
    'error passed-over 2:1 表里有3行是版本合并冲突留下的标记（合并没有做完，请选定要保留的内容），不是记录，已跳过',
  ])
})

describe('the header', () => {
  it('is none where each kind of meeting has a column of its own, which is told', () => {
    const { rows, problems } = csvRows('月份,支委会,党员大会,党课\n1月,1月8日,1月15日,无\n')
    expect(rows).toEqual([])
    expect(problems).toEqual([
      'error lost-table 1:1 这份表格一类会议占一栏（支委会、党员大会、党课），没有读取；请改成一次会议一行，写明会议类型和日期',
    ])
  })

  it('is told where nothing stands below it', () => {
    expect(csvRows('支部,类型,日期\n,,\n').problems).toEqual(['info no-rows 1:1 这份表格只有表头，下面没有一行内容'])
  })

  it('is told where two columns have one name, but for lists, of which all is read', () => {
    const { rows, problems } = csvRows(`支部,类型,日期,实到,实 到,议题,议题\n${BRANCH},党课,2026-03-12,30,31,一,二\n`)
    expect(rows[0]?.fields.date).toBe('2026-03-12')
    expect(problems).toEqual([
      'info double-column 1:13 「实 到」有不止一栏，按左边有内容的一栏读取，别的原样保留；请只留一栏',
    ])
  })

  it('is told as a loss where rows that look like records have none', () => {
    const { rows, problems } = csvRows(`${BRANCH},党员大会,2026-03-12,32\n${BRANCH},支委会,2026-03-13,3\n`)
    expect(rows).toEqual([])
    expect(problems).toEqual([
      'error lost-table 1:1 这份表格里有像是记录的行，却没有找到表头，没有读取；请在第一行写明各栏的名称，如 日期、会议类型、应到人数',
    ])
  })

  it('stands below title and subtitle rows; total and signature rows below are no records', () => {
    const text = [
      `${BRANCH}2026年三会一课台账,,,,`,
      '统计时间段：2026年1月1日至2026年10月31日,,,,',
      '序号,会议类型,会议日期,应到人数,实到人数',
      '1,支委会,1月5日,3,3',
      ',,,,',
      '2,党员大会,3月12日,32,29',
      '3,,,,',
      '合计,2次,,35,32',
      '填表人：李秀英,,审核人：王建国,,',
      '注：本表按月填写,,,,',
      '支部书记签字：,,审核人：,日期：,',
      '支部（盖章）：,,,,',
      '',
    ].join('\n')
    expect(csvRows(text, '城东街道/台账.csv')).toEqual({
      rows: [
        { branch: BRANCH, fields: { kinds: '支委会', date: '1月5日', due: '3', present: '3' } },
        { branch: BRANCH, fields: { kinds: '党员大会', date: '3月12日', due: '32', present: '29' } },
      ],
      problems: [
        'info passed-over 5:1 表里有1行是空行，不是记录，已跳过',
        'info passed-over 7:1 表里有1行是只有序号、支部、类型一类，没有内容的行，不是记录，已跳过',
        'info passed-over 8:1 表里有1行是合计行，不是记录，已跳过',
        'info passed-over 9:1 表里有3行是填表、审核签字行，不是记录，已跳过',
        'info passed-over 10:1 表里有1行是说明行，不是记录，已跳过',
      ],
      counts: [9, 0, 7],
      year: 2026,
    })
  })

  it('may take two rows, with group heads over the names of columns', () => {
    const text = [
      '支部,日期,类型,出席情况,,,请假,,主持人',
      ',,,应到,实到,缺席,人数,原因,',
      '甲支部,2026-03-12,党员大会,32,29,1,2,出差,王建国',
      '',
    ].join('\n')
    const { rows, problems } = csvRows(text)
    expect(rows).toEqual([
      {
        branch: '甲支部',
        fields: { kinds: '党员大会', date: '2026-03-12', chair: '王建国', due: '32', present: '29', absent: '1' },
      },
    ])
    expect(problems).toEqual([])
  })

  it('may come again on each printed page, and again with other columns for another table', () => {
    const text = [
      '支部,日期,类型',
      '甲支部,2026-03-12,党员大会',
      '支部,日期,类型',
      '甲支部,2026-03-13,支委会',
      '二、党课,,',
      '支部,上课时间,党课题目,主讲人',
      '甲支部,2026-03-20,把身边的事办实,王建国',
      '',
    ].join('\n')
    const { rows, counts } = csvRows(text)
    expect(rows.map(({ fields }) => fields)).toEqual([
      { kinds: '党员大会', date: '2026-03-12' },
      { kinds: '支委会', date: '2026-03-13' },
      { date: '2026-03-20', lectureTitle: '把身边的事办实', kinds: '党课' },
    ])
    expect(counts).toEqual([5, 0, 2])
  })

  it('may have misspelt and unknown names, which are told once', () => {
    const { rows, problems } = csvRows('支部,类型,日期,实到人数人,当日天气\n甲支部,党课,2026-03-20,30,4\n')
    expect(rows[0]?.fields).toEqual({ kinds: '党课', date: '2026-03-20', present: '30' })
    expect(problems.map((problem) => problem.split(' ').slice(0, 3).join(' '))).toEqual([
      'info guessed-header 1:10',
      'info unknown-field 1:16',
    ])
  })
})

describe('the branch', () => {
  const table = '类型,日期\n党课,2026-03-20\n'

  it.each([
    ['a title row', `${BRANCH}2026年三会一课台账,\n${table}`, 'a.csv', BRANCH],
    ['a title row with words before the name', `2026年度中共${BRANCH}台账,\n${table}`, 'a.csv', BRANCH],
    ['a title row, as written', `杏园村（合并）党支部2026年台账,\n${table}`, 'a.csv', '杏园村（合并）党支部'],
    ['a labelled cell', `支部名称：${BRANCH},填报时间：2026年\n${table}`, 'a.csv', BRANCH],
    ['the name of the file', table, `城东/${BRANCH}2026年台账.csv`, BRANCH],
    ['the name of a folder', table, `城东街道/${BRANCH}/2026.csv`, BRANCH],
  ])('is taken from %s', (_, text, file, branch) => {
    expect(csvRows(text, file).rows.map((row) => row.branch)).toEqual([branch])
  })

  it('is told where only the file is named for it', () => {
    expect(csvRows(table, `${BRANCH}台账.csv`).problems).toEqual([
      `info guessed-branch 1:1 表里没有写明支部，按文件名「${BRANCH}台账」读作「${BRANCH}」；如不对，请在标题行或“支部”一列写明`,
    ])
    expect(csvRows(`${BRANCH}台账,\n${table}`, 'a.csv').problems).toEqual([])
  })

  it('is called by the file where nothing names it, with a warning', () => {
    const { rows, problems } = csvRows(table, '柳湾村/三会一课台账.csv')
    expect(rows.map(({ branch }) => branch)).toEqual(['柳湾村'])
    expect(problems).toEqual([
      'warning unnamed-branch 1:1 没有写明是哪个支部，暂按文件夹名称作「柳湾村」；请在标题行或“支部”一列写明支部名称',
    ])
  })

  it('is that of the row above where a cell is blank, which is told; without one the row is rejected', () => {
    const { rows, problems, counts } = csvRows(
      '支部,类型,日期\n,支委会,2026-03-01\n甲支部,党课,2026-03-20\n,支委会,2026-03-21\n乙支部,党课,2026-03-22\n',
      'a.csv',
    )
    expect(rows.map(({ branch, fields }) => `${branch} ${fields.date}`)).toEqual([
      '甲支部 2026-03-20',
      '甲支部 2026-03-21',
      '乙支部 2026-03-22',
    ])
    expect(problems).toEqual([
      'error no-branch 2:1 这一行没有写明支部，上面的行和标题里也没有，没有读取；请在“支部”一列写明',
      'info guessed-branch 4:1 这一行的「支部」是空的，按「甲支部」读取；如不对，请补上',
    ])
    expect(counts).toEqual([4, 1, 0])
  })

  it('is told by the heads of sections', () => {
    const text = '党支部,类型,日期\n甲村党支部,,\n,支委会,2026-03-01\n乙村党支部,,\n,支委会,2026-03-02\n'
    const { rows, counts } = csvRows(text, 'a.csv')
    expect(rows.map(({ branch, fields }) => `${branch} ${fields.date}`)).toEqual([
      '甲村党支部 2026-03-01',
      '乙村党支部 2026-03-02',
    ])
    expect(counts).toEqual([4, 0, 2])
  })

  it('is not read out of words that name none', () => {
    for (const title of [
      '填报单位：城东街道',
      '各党支部三会一课情况统计表',
      '党支部组织生活台账',
      '五星支部创建台账',
      '学习型党支部',
    ]) {
      const { rows } = csvRows(`${title},\n${table}`, `${BRANCH}.csv`)
      expect(rows.map(({ branch }) => branch)).toEqual([BRANCH])
    }
  })
})

describe('the year of dates without one', () => {
  const table = '类型,日期\n党课,3月20日\n'

  it.each([
    ['a title', `甲支部2026年台账,\n${table}`, 'a.csv', 2026],
    ['a title in Chinese numerals', `甲支部二〇二六年台账,\n${table}`, 'a.csv', 2026],
    ['the name of the file', table, '2026年三会一课台账.csv', 2026],
    ['a column', '年度,类型,日期\n2026,党课,3月20日\n2026年,党课,3月21日\n', '2025.csv', 2026],
    ['a title of two years: none', `甲支部2025-2026年台账,\n${table}`, '2026.csv', undefined],
    ['a column of two years: none', '年度,类型,日期\n2025,党课,3月20日\n2026,党课,3月21日\n', '2026.csv', undefined],
    ['所属年度, which is another thing: none', '所属年度,类型,日期\n2025,组织生活会,1月20日\n', '台账.csv', undefined],
    ['nothing: none', table, '台账.csv', undefined],
  ])('is told by %s', (_, text, file, year) => {
    expect(csvRows(text, file).year).toBe(year)
  })
})

describe('the kind of records', () => {
  it('is told by the title of a table that has no column for it', () => {
    const { rows, problems } = csvRows(`${BRANCH}2026年党课登记表,\n日期,主持人\n2026-03-20,王建国\n`, 'a.csv')
    expect(rows[0]?.fields).toEqual({ date: '2026-03-20', chair: '王建国', kinds: '党课' })
    expect(problems).toEqual([
      `info guessed-kind 1:1 表里没有“类型”一栏，按标题行「${BRANCH}2026年党课登记表」读作党课；如不对，请加上“类型”一栏`,
    ])
  })

  it('is told by the heads of sections', () => {
    const text = '支部,日期,主持人\n一、支委会,,\n甲支部,2026-01-05,王建国\n二、党小组会,,\n甲支部,2026-01-06,孙立\n'
    const { rows, counts } = csvRows(text, 'a.csv')
    expect(rows.map(({ fields }) => fields.kinds)).toEqual(['支委会', '党小组会'])
    expect(counts).toEqual([4, 0, 2])
  })

  it('is not guessed where the column for it is there', () => {
    const { rows } = csvRows('甲支部党课登记表,,\n支部,日期,类型\n甲支部,2026-01-05,\n', 'a.csv')
    expect(rows[0]?.fields).toEqual({ date: '2026-01-05' })
  })
})

it('joins rows that go on with the agenda of the record above, and tells it', () => {
  const text = '支部,日期,类型,议题\n甲支部,2026-01-05,支委会,学习\n,,,讨论\n甲支部,2026-01-06,支委会,学习\n'
  const { rows, problems, counts } = csvRows(text, 'a.csv')
  expect(rows.map(({ fields }) => fields.agenda)).toEqual(['学习\n讨论', '学习'])
  expect(problems).toEqual([
    'info joined-rows 3:1 有的行没有日期和类型，只有议题一类的内容，按接着上一行的记录读取；如不对，请补上日期和类型',
  ])
  expect(counts).toEqual([2, 0, 0])
})

it('reads a roster below the records of the same table', () => {
  const text = '支部,类型,日期\n甲支部,党课,2026-03-20\n\n姓名,人员类别,入党时间\n张三,正式党员,1999-07-01\n'
  const { rows, counts } = csvRows(text, '甲支部.csv')
  expect(rows.map(({ fields }) => fields)).toEqual([
    { kinds: '党课', date: '2026-03-20' },
    { name: '张三', status: '正式党员', joined: '1999-07-01' },
  ])
  expect(counts).toEqual([2, 0, 1])
})

it('reads a roster as one, and counts no records in it', () => {
  const text = `${BRANCH}党员名册,,,\n序号,姓名,人员类别,入党时间\n1,王建国,正式党员,1992-07-01\n2,钱多,预备党员,\n合计,2,,\n`
  expect(csvRows(text, 'a.csv')).toMatchObject({
    rows: [
      { branch: BRANCH, fields: { name: '王建国', status: '正式党员', joined: '1992-07-01' } },
      { branch: BRANCH, fields: { name: '钱多', status: '预备党员' } },
    ],
    problems: [],
    counts: [0, 0, 0],
  })
})

describe('what is no ledger', () => {
  it.each([
    [
      "the tool's own list",
      '序号,问题编号,党支部,支部编号,问题性质,整改措施,责任人,整改时限,状态\n1,3f9c,甲支部,1,,,,,\n',
      '这份表格是整改清单，不是台账，没有读取',
    ],
    [
      "the tool's own list with a column that people added",
      '序号,问题编号,党支部,整改措施,整改时限,日期\n1,3f9c,甲支部,,,2026-03-01\n',
      '这份表格是整改清单，不是台账，没有读取',
    ],
    [
      'a table of something else',
      '商品,价格\n一,2\n二,3\n',
      '这份表格里没有找到台账的表头（如日期、会议类型、应到人数），没有读取；如果是台账，请核对表头一行的写法',
    ],
    [
      'a list of telephone numbers',
      '姓名,单位,电话\n张三,甲支部,1\n',
      '这份表格里没有找到台账的表头（如日期、会议类型、应到人数），没有读取；如果是台账，请核对表头一行的写法',
    ],
  ])('gets one calm notice: %s', (_, text, message) => {
    const { rows, problems, counts } = csvRows(text, 'a.csv')
    expect({ rows, problems, counts }).toEqual({
      rows: [],
      problems: [`info no-ledger 1:1 ${message}`],
      counts: [0, 0, 0],
    })
  })
})
