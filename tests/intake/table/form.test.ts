import { expect, it } from 'vitest'
import type { Sheet } from '../../../src/intake/table/workbook.ts'
import { csvRows, workbookRows } from './support.ts'

const BRANCH = '杏园社区第一党支部'

function read(rows: Sheet['rows'], merges: Sheet['merges'] = [], name = '3月') {
  return workbookRows({ sheets: [{ name, rows, merges }], hidden: [] }, `${BRANCH}/2026年.xlsx`)
}

const PAGE = [
  [`${BRANCH}会议记录`],
  ['会议名称', '三月份党员大会', '', '会议类型', '党员大会'],
  ['时　间', '2026年3月12日14:30', '', '地点', '活动室'],
  ['主持人', '王建国', '', '备注', ''],
  ['应到人数', '32', '', '实到人数', '30'],
  ['会议议题', '一、学习'],
  ['', '二、讨论'],
  ['决议', '同意'],
  ['记录人签字：', '', '', '（盖章）'],
]

it('is one record, whose fields stand to the right of their labels', () => {
  const { rows, problems, counts } = read(PAGE)
  expect(rows).toEqual([
    {
      branch: BRANCH,
      fields: {
        title: '三月份党员大会',
        kinds: '党员大会',
        time: '2026年3月12日14:30',
        place: '活动室',
        chair: '王建国',
        due: '32',
        present: '30',
        agenda: '一、学习\n二、讨论',
        decisions: '同意',
      },
    },
  ])
  expect(problems).toEqual([
    'info form 3月!A2 工作表「3月」是左边写栏目、右边写内容的记录表，已按这样读取；请核对有没有读错',
    'info passed-over 3月!A9 表里有1行是填表、审核签字行，不是记录，已跳过',
  ])
  expect(counts).toEqual([2, 0, 1])
})

it('may stand several times in one sheet, one below the other', () => {
  const month = (number: number) => [
    ['时间', `2026-0${number}-12`, '地点', '活动室'],
    ['主持人', '王建国', '记录人', '李秀英'],
    ['会议内容'],
    [`学习${number}`],
    [],
  ]
  const { rows } = read([['会议记录'], ...month(1), ...month(2)], [], '支委会')
  expect(rows.map(({ fields }) => `${fields.kinds} ${fields.time} ${fields.chair}`)).toEqual([
    '支委会 2026-01-12 王建国',
    '支委会 2026-02-12 王建国',
  ])
})

it('may have a column for each record', () => {
  const { rows } = csvRows('会议类型,党员大会,支委会\n日期,2026-03-12,2026-03-13\n应到,32,3\n议题,学习,研究\n')
  expect(rows.map(({ fields }) => fields)).toEqual([
    { kinds: '党员大会', date: '2026-03-12', due: '32', agenda: '学习' },
    { kinds: '支委会', date: '2026-03-13', due: '3', agenda: '研究' },
  ])
})

it('may have label and text in one cell, and several of them', () => {
  const { rows } = read(
    [
      ['时间：2026年3月28日    地点：活动室'],
      ['主持人：王建国　　应到：32人  实到：30人'],
      ['活动主题：学雷锋'],
      ['活动内容：\n1.清扫街道\n2.慰问老人'],
    ],
    [],
    '主题党日',
  )
  expect(rows[0]?.fields).toMatchObject({
    kinds: '主题党日',
    time: '2026年3月28日',
    place: '活动室',
    due: '32人',
    title: '学雷锋',
  })
})

it('may have a label that is merged down over its texts', () => {
  const { rows } = read(
    [
      ['类型', '支委会'],
      ['日期', '2026-03-12'],
      ['议题', '学习'],
      ['', '研究'],
      ['应到', '3'],
    ],
    [{ startRow: 2, startCol: 0, endRow: 3, endCol: 0 }],
  )
  expect(rows.map(({ fields }) => fields)).toEqual([
    { kinds: '支委会', date: '2026-03-12', agenda: '学习\n研究', due: '3' },
  ])
})

it('that nobody has filled in is told, and no record', () => {
  const blank = PAGE.slice(1, 8).map((row) => row.map((text, column) => (column % 3 === 0 ? text : '')))
  const { rows, problems } = read(blank)
  expect(rows).toEqual([])
  expect(problems).toEqual(['info blank-form 3月!A1 工作表「3月」是没有填写的空白记录表，没有记录可读'])
})

it('is a record without a day where it tells enough of a meeting', () => {
  const undated = PAGE.map((row) => row.map((text) => (text.startsWith('2026') ? '' : text)))
  expect(read(undated).rows[0]?.fields).toMatchObject({ kinds: '党员大会', due: '32' })
})

it('about a person is none', () => {
  const { rows, problems } = read([
    ['姓名', '张三', '性别', '男'],
    ['出生年月', '1990.1', '入党时间', '2010.7.1'],
    ['党支部', BRANCH, '编号', '01'],
    ['类别', '正式党员'],
  ])
  expect(rows).toEqual([])
  expect(problems.map((problem) => problem.split(' ')[1])).toEqual(['no-ledger'])
})

it('is not seen in a table, whatever its cells say', () => {
  const { rows } = read([
    ['类型', '日期', '主题', '议题'],
    ['党员大会', '2026-03-12', '议题', '学习'],
    ['支委会', '2026-03-13', '主题', '日期'],
    ['党课', '2026-03-14', '类型', '应到'],
  ])
  expect(rows.map(({ fields }) => fields.date)).toEqual(['2026-03-12', '2026-03-13', '2026-03-14'])
})
