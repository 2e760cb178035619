import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvRows, workbookRows } from './support.ts'

const cell = fc.constantFrom(
  ...[
    '',
    '',
    '甲支部',
    '党课',
    '支委会',
    '2026-03-20',
    '3月1日',
    '32',
    '学习',
    '"一,二"',
    '"没有关',
    '"一\n二"',
    '合计',
  ],
  ...['填表人：张三', '注：说明', '#REF!', '类型', '日期', '支部', '议题', '一、党课', '1', ' ', '，', '\r'],
)

it('accounts for every row of any CSV: it is out, rejected or passed over', () => {
  fc.assert(
    fc.property(fc.array(fc.array(cell, { maxLength: 7 }), { maxLength: 12 }), (body) => {
      const text = ['支部,类型,日期,议题', ...body.map((row) => row.join(','))].join('\n')
      const { rows, counts } = csvRows(text)
      const [met, rejected, passedOver] = counts
      expect(met).toBe(rows.length + rejected + passedOver)
    }),
    { numRuns: 300 },
  )
})

it('accounts for every row of any sheet, however its cells are merged', () => {
  const merge = fc.tuple(fc.nat(8), fc.nat(4), fc.nat(4), fc.nat(2)).map(([startRow, startCol, height, width]) => ({
    ...{ startRow, startCol, endRow: startRow + height, endCol: startCol + width },
  }))
  fc.assert(
    fc.property(
      fc.array(fc.array(cell, { maxLength: 6 }), { maxLength: 10 }),
      fc.array(merge, { maxLength: 4 }),
      (body, merges) => {
        const sheet = { name: '台账', rows: [['支部', '类型', '日期', '议题'], ...body], merges }
        const { rows, counts } = workbookRows({ sheets: [sheet], hidden: [] })
        const [met, rejected, passedOver] = counts
        expect(met).toBe(rows.length + rejected + passedOver)
      },
    ),
    { numRuns: 300 },
  )
})
