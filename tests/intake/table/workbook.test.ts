import { zipSync } from 'fflate'
import { type WriteSheet, writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { openWorkbook } from '../../../src/intake/table/index.ts'
import { workbookRows } from './support.ts'

const BRANCH = '杏园社区第一党支部'

async function opened(...sheets: readonly WriteSheet[]) {
  return openWorkbook(await writeXlsx({ sheets: [...sheets] }))
}

describe('openWorkbook', () => {
  it('gives cells as one would type them, whatever the time zone', async () => {
    const day = (...parts: [number, number, number, number?, number?]) => new Date(Date.UTC(...parts))
    const { sheets } = await opened({
      name: '台账',
      rows: [
        [day(2026, 2, 12), day(2026, 2, 12, 14, 30), null, 35, 0.943, '012', true],
        [null, '  ', '#REF!', 110101199001010000, '一\r\n二', null, null],
        [null, null],
      ],
      cells: new Map([['0,2', { value: 14.5 / 24, style: { numFmt: 'h:mm' } }]]),
    })
    expect(sheets).toEqual([
      {
        name: '台账',
        rows: [
          ['2026-03-12', '2026-03-12 14:30', '14:30', '35', '0.943', '012', 'true'],
          ['', '  ', '#REF!', '1.1010119900101E+17', '一\n二'],
        ],
        merges: [],
      },
    ])
  })

  it('gives what formulas came to', async () => {
    const { sheets } = await opened({
      name: '台账',
      rows: [[null]],
      cells: new Map([['0,0', { formula: '30+2', formulaResult: 32 }]]),
    })
    expect(sheets[0]?.rows).toEqual([['32']])
  })

  it('gives for a formula without its result the formula, which says nothing', async () => {
    const workbook = await opened({
      name: '台账',
      rows: [
        ['支部', '类型', '日期', '应到'],
        [BRANCH, '党员大会', '2026-03-12', null],
      ],
      cells: new Map([['1,3', { formula: 'COUNTA(A1:A9)' }]]),
    })
    const { rows, problems } = workbookRows(workbook)
    expect(rows[0]?.fields).toEqual({ kinds: '党员大会', date: '2026-03-12' })
    expect(problems).toEqual([
      'warning broken-cell 台账!D2 「应到」一格是“=COUNTA(A1:A9)”，是公式，文件里没有存它的结果；请用 Excel 或 WPS 打开，保存一次，或直接填写',
    ])
  })

  it('takes a day that shows its month only for a month, and knows a time by a Chinese format', async () => {
    const day = new Date(Date.UTC(2026, 2, 1))
    const formatted = (value: Date | number, numFmt: string) => ({ value, style: { numFmt } })
    const { sheets } = await opened({
      name: '台账',
      rows: [[null]],
      cells: new Map([
        ['0,0', formatted(day, 'yyyy"年"m"月"')],
        ['0,1', formatted(day, 'mmm-yy')],
        ['0,2', formatted(day, 'yyyy"年"m"月"d"日"')],
        ['0,3', formatted(day, '[$-804]yyyy\\-mm\\-dd;@')],
        ['0,4', formatted(14.5 / 24, 'h"时"mm"分"')],
        ['0,5', formatted(0.5, '0.0%')],
      ]),
    })
    expect(sheets[0]?.rows).toEqual([['2026年3月', '2026年3月', '2026-03-01', '2026-03-01', '14:30', '0.5']])
  })

  it('cannot tell 3.2 from 3.20 where a day was typed as a number', async () => {
    const workbook = await opened({
      name: '2026年台账',
      rows: [
        ['支部', '类型', '日期', '应到'],
        [BRANCH, '党员大会', 3.2, 3.2],
        [BRANCH, '党员大会', '3.2', 32],
        [BRANCH, '党员大会', 3.25, 32],
        [BRANCH, '党员大会', 3.5, 32],
      ],
    })
    expect(workbookRows(workbook).rows.map(({ fields }) => `${fields.date} ${fields.due}`)).toEqual([
      '3月（2日或20日，表格软件去掉了末尾的0） 3.2',
      '3.2 32',
      '3.25 32',
      '3.5 32',
    ])
  })

  it('reads as much as makes sense of a sheet with a stray cell at the end of the world', async () => {
    const rows: string[][] = [
      ['支部', '类型', '日期'],
      [BRANCH, '党课', '2026-03-12'],
    ]
    const workbook = await opened({ name: '台账', rows, cells: new Map([['1048575,16383', { value: ' ' }]]) })
    const { rows: read, problems } = workbookRows(workbook)
    expect(read).toHaveLength(1)
    expect(problems).toEqual([
      'warning cut-sheet 1:1 工作表「台账」大得不正常，只读了前20000行、前256列；请删去多余的空行、空列，另存后再检查',
    ])
  })

  it('says of a workbook with nothing in it that it is empty', async () => {
    expect(
      workbookRows(await opened({ name: 'Sheet1', rows: [] }, { name: 'Sheet2', rows: [[null]] })).problems,
    ).toEqual(['info empty-file 1:1 文件里没有内容，没有可读的台账'])
  })

  it.each([
    ['an empty file', [], '文件是空的，没有内容可读'],
    [
      'an old or locked one',
      [0xd0, 0xcf, 0x11, 0xe0],
      '文件是旧版 .xls 格式，或者加了密码；请用 Excel 或 WPS 打开，去掉密码，另存为 .xlsx',
    ],
    ['a text', [0x61, 0x62], '文件已经损坏，或者不是它的扩展名所说的格式；请用 Excel 或 WPS 打开核对，另存为 .xlsx'],
    [
      'another archive',
      [...zipSync({ 'a.txt': Uint8Array.of(1) })],
      '文件已经损坏，或者不是 .xlsx 格式；请用 Excel 或 WPS 打开后另存为 .xlsx',
    ],
  ])('says what is wrong with %s', async (_, bytes, fault) => {
    const workbook = await openWorkbook(Uint8Array.from(bytes))
    expect(workbook).toEqual({ sheets: [], hidden: [], fault })
    expect(workbookRows(workbook).problems).toEqual([`error bad-workbook 1:1 ${fault}`])
  })

  it('does not open what would swell beyond measure', async () => {
    const bomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(70 * 1024 * 1024) }, { level: 1 })
    expect((await openWorkbook(bomb)).fault).toBe(
      '文件展开后有70 MB，远超一份台账的大小，为安全起见没有打开；请用 Excel 或 WPS 打开核对，另存为 .xlsx',
    )
    const denseBomb = zipSync({ 'xl/worksheets/sheet1.xml': new Uint8Array(20 * 1024 * 1024) }, { level: 9 })
    expect((await openWorkbook(denseBomb)).fault).toContain('为安全起见没有打开')
  })
})

describe('readWorkbook', () => {
  it('reads each sheet as a table of its own: its name may tell branch or kind; places name sheet and cell', async () => {
    const workbook = await opened(
      {
        name: '支委会',
        rows: [
          ['日期', '主持人'],
          ['1月5日', '王建国'],
        ],
      },
      { name: '甲村党支部', rows: [[`2025年三会一课`], ['类型', '日期'], ['党课', '3月20日']] },
      { name: '说明', rows: [['填表说明：……']] },
      { name: 'Sheet4', rows: [] },
      {
        name: '旧表',
        hidden: true,
        rows: [
          ['日期', '类型'],
          ['2026-01-01', '党课'],
        ],
      },
    )
    const { rows, problems, year } = workbookRows(workbook, `${BRANCH}/2026年台账.xlsx`)
    expect(rows).toEqual([
      { branch: BRANCH, fields: { date: '1月5日', chair: '王建国', kinds: '支委会' } },
      { branch: '甲村党支部', fields: { kinds: '党课', date: '3月20日' } },
    ])
    expect(problems).toEqual([
      'warning hidden-table 1:1 工作表「旧表」是隐藏的，里面有台账，没有读取；要检查的请取消隐藏，作废的请删去',
      'info guessed-kind 支委会!A1 表里没有“类型”一栏，按工作表名「支委会」读作支委会；如不对，请加上“类型”一栏',
      `info guessed-branch 支委会!A1 表里没有写明支部，按文件夹名「${BRANCH}」读作「${BRANCH}」；如不对，请在标题行或“支部”一列写明`,
      'info guessed-branch 甲村党支部!A1 表里没有写明支部，按工作表名「甲村党支部」读作「甲村党支部」；如不对，请在标题行或“支部”一列写明',
      'info no-ledger 说明!A1 工作表「说明」里没有找到台账的表头（如日期、会议类型、应到人数），没有读取；如果是台账，请核对表头一行的写法',
    ])
    expect(year).toBe(2025)
  })

  it('lets a merged cell hold for each row that it covers', async () => {
    const workbook = await opened({
      name: '台账',
      rows: [
        ['支部', '类型', '日期', '应到'],
        ['甲支部', '党员大会', '2026-03-12', 32],
        [null, '支委会', '2026-03-13', 3],
        ['乙支部', '党课', '2026-03-14', 30],
      ],
      merges: [{ startRow: 1, startCol: 0, endRow: 2, endCol: 0 }],
    })
    const { rows, problems } = workbookRows(workbook)
    expect(rows.map(({ branch, fields }) => `${branch} ${fields.date} ${fields.due}`)).toEqual([
      '甲支部 2026-03-12 32',
      '甲支部 2026-03-13 3',
      '乙支部 2026-03-14 30',
    ])
    expect(problems).toEqual([])
  })

  it('takes rows below merged dates that hold only agenda for one record', async () => {
    const workbook = await opened({
      name: '台账',
      rows: [
        ['支部', '类型', '日期', '应到', '议题'],
        ['甲支部', '党员大会', '2026-03-12', 32, '学习'],
        [null, null, null, null, '讨论'],
        [null, null, null, null, '表决'],
        ['甲支部', '支委会', '2026-03-13', 3, '研究'],
      ],
      merges: [0, 1, 2, 3].map((column) => ({ startRow: 1, startCol: column, endRow: 3, endCol: column })),
    })
    const { rows, problems, counts } = workbookRows(workbook)
    expect(rows.map(({ fields }) => fields.agenda)).toEqual(['学习\n讨论\n表决', '研究'])
    expect(problems).toEqual([])
    expect(counts).toEqual([2, 0, 0])
  })

  it('keeps records apart that share a merged date and differ in more than prose', async () => {
    const workbook = await opened({
      name: '台账',
      rows: [
        ['支部', '类型', '日期', '应到', '主持人'],
        ['甲支部', '党小组会', '2026-03-12', 12, '孙立'],
        [null, null, null, 10, '周强'],
      ],
      merges: [0, 1, 2].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
    })
    expect(workbookRows(workbook).rows).toEqual([
      { branch: '甲支部', fields: { kinds: '党小组会', date: '2026-03-12', due: '12', chair: '孙立' } },
      { branch: '甲支部', fields: { kinds: '党小组会', date: '2026-03-12', due: '10', chair: '周强' } },
    ])
  })

  it('reads heads of groups merged over columns, and names merged over both rows of a header', async () => {
    const workbook = await opened({
      name: '台账',
      rows: [
        [`${BRANCH}2026年台账`],
        ['序号', '类型', '日期', '出席情况', null, null, '主持人'],
        [null, null, null, '应到', '实到', '缺席', null],
        [1, '党员大会', '2026-03-12', 32, 29, 1, '王建国'],
      ],
      merges: [
        { startRow: 0, startCol: 0, endRow: 0, endCol: 6 },
        { startRow: 1, startCol: 3, endRow: 1, endCol: 5 },
        ...[0, 1, 2, 6].map((column) => ({ startRow: 1, startCol: column, endRow: 2, endCol: column })),
      ],
    })
    const { rows, problems, counts } = workbookRows(workbook)
    expect(rows).toEqual([
      {
        branch: BRANCH,
        fields: { kinds: '党员大会', date: '2026-03-12', chair: '王建国', due: '32', present: '29', absent: '1' },
      },
    ])
    expect(problems).toEqual([])
    expect(counts).toEqual([1, 0, 0])
  })

  it('names a column without a header, once', async () => {
    const workbook = await opened({
      name: '台账',
      rows: [
        ['支部', '类型', '日期'],
        ['甲支部', '党课', '2026-03-12', '待补'],
        ['甲支部', '党课', '2026-03-13', '待补'],
      ],
    })
    expect(workbookRows(workbook).problems).toEqual([
      'info unnamed-column 台账!D2 第4列没有表头，这一列的内容没有读取；请补上表头',
    ])
  })
})
