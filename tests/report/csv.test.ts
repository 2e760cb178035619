import { parse } from 'csv-parse/sync'
import { describe, expect, test } from 'vitest'
import { CSV_HEADER, csv } from '../../src/report/csv.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { branch, faultyBranch, finding, report } from './sample-report.ts'

const page = { palette: PLAIN, width: 80 }

describe('csv', () => {
  test('lists what is to be mended or looked into, one row a finding, for Excel and WPS', () => {
    const text = String(csv(report([faultyBranch()]), page))
    expect(text.startsWith(`\ufeff${CSV_HEADER}\r\n`)).toBe(true)
    expect(text.endsWith('\r\n')).toBe(true)
    const rows: string[][] = parse(text.slice(1))
    expect(rows).toHaveLength(1 + 4)
    expect(rows[4]).toEqual([
      '4',
      '77aa00000000000c',
      '杏园社区第一党支部',
      'XY-01',
      '需核实',
      '一般',
      '党课讲稿不照搬照抄',
      '疑似照搬：6月12日党课讲稿与本支部3月20日讲稿有62%相同，请核对原始记录',
      'county/xy-01.yaml:310「同志们，今天不讲大道理」；county/xy-01.yaml:120「同志们，今天不讲大道理」',
      '《中国共产党支部工作条例（试行）》第十一条；讲稿雷同比例的判定（检查口径）',
      '请主讲人对照原稿说明来源。',
      '',
      '2026-11-16',
      '待核实',
    ])
  })

  test.each(['=HYPERLINK("http://a.example")', '+1', '-1', '@SUM(A1)', '＝1+1', ' =1', '012', '2026-3', '12e5'])(
    'a spreadsheet takes %s for text',
    (message) => {
      const [, row] = parse(
        String(csv(report([branch({ findings: [finding({ message })] })]), page)).slice(1),
      ) as string[][]
      expect(row?.[7]).toBe(`'${message}`)
    },
  )
})
