import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { hanging } from '../../src/report/layout.ts'
import { openTable, ruledTable } from '../../src/report/table.ts'
import { displayWidth, padEnd } from '../../src/report/width.ts'
import { wrap } from '../../src/report/wrap.ts'

describe('displayWidth', () => {
  test.each([
    ['台账', 4],
    ['a台', 3],
    ['“引号”', 6],
    ['𠮷', 2],
    ['👨‍👩‍👧', 2],
    ['é', 1],
    ['', 0],
  ])('%s', (text, width) => {
    expect(displayWidth(text)).toBe(width)
  })
})

describe('wrap', () => {
  test.each([
    ['breaks between characters', '支部党员大会每季度至少召开一次', 10, ['支部党员大', '会每季度至', '少召开一次']],
    ['no line begins with a closing mark', '应到三十人，实到二十人', 10, ['应到三十', '人，实到二', '十人']],
    ['no line ends with an opening mark', '学习了一遍《准则》', 12, ['学习了一遍', '《准则》']],
    ['words and numbers stay whole', '见 county/xy.yaml 第12行', 14, ['见', 'county/xy.yaml', '第12行']],
    ['what is longer than a line is cut', 'abcdefghijkl', 5, ['abcde', 'fghij', 'kl']],
  ])('%s', (_, text, columns, lines) => {
    expect(wrap(text, columns)).toEqual(lines)
  })

  test('loses nothing but blanks, and keeps to the width', () => {
    const text = fc.string({ unit: fc.constantFrom(...'党支部，。《》（）“”ab1 -/é𠮷') })
    fc.assert(
      fc.property(text, fc.integer({ min: 8, max: 40 }), (written, columns) => {
        const lines = wrap(written, columns)
        expect(lines.join('').replaceAll(' ', '')).toBe(written.replaceAll(' ', ''))
        for (const line of lines) expect(displayWidth(line)).toBeLessThanOrEqual(columns)
      }),
    )
  })
})

describe('hanging', () => {
  test('sets further lines below the first', () => {
    expect(hanging('依据  ', '支部党员大会每季度至少召开一次', 16)).toEqual([
      '依据  支部党员大',
      '      会每季度至',
      '      少召开一次',
    ])
  })
})

describe('tables', () => {
  const columns = [
    { head: '支部', width: 8 },
    { head: '数', width: 4, align: 'right' as const },
  ]

  test('ruled: every character of a wrapped cell is there', () => {
    expect(ruledTable(columns, [['杏园社区第一党支部', '3']])).toEqual([
      '┌──────────┬────┐',
      '│ 支部     │ 数 │',
      '├──────────┼────┤',
      '│ 杏园社区 │ 3  │',
      '│ 第一党支 │    │',
      '│ 部       │    │',
      '└──────────┴────┘',
    ])
  })

  test('very long tables have no lines drawn, for those cost seconds', () => {
    const rows = Array.from({ length: 201 }, (_, index) => ['支部', String(index)])
    expect(ruledTable(columns, rows)).toEqual(openTable(columns, rows))
  })

  test('open: numbers stand to the right', () => {
    expect(openTable(columns, [['第一支部', '3']])).toEqual(['支部        数', '第一支部     3'])
  })

  test('padding counts columns, not characters', () => {
    expect(padEnd('台账', 6)).toBe('台账  ')
  })
})
