import { describe, expect, test } from 'vitest'
import { differences } from '../../../src/report/lectures/differences.ts'
import { foldText } from '../../../src/text/reuse/index.ts'

describe('differences', () => {
  const shown = (here: string, there: string) => {
    const { here: mine, there: its } = differences(here, there)
    const write = (pieces: typeof mine) => pieces.map(({ text, isSame }) => (isSame ? text : `[${text}]`)).join('')
    return [write(mine), write(its)]
  }

  test.each([
    ['相同的字', '相同的字', '相同的字', '相同的字'],
    ['改了一个字', '改过一个字', '改[了]一个字', '改[过]一个字'],
    ['标点，不算。', '标点不算', '标点，不算。', '标点不算'],
    ['黨員', '党员', '黨員', '党员'],
    ['', '多出来', '', '[多出来]'],
    ['三号楼，四单元', '五号楼、六单元', '[三]号楼，[四]单元', '[五]号楼、[六]单元'],
    ['一，二', '三；四', '[一，二]', '[三；四]'],
    ['修了18盏灯', '修了２８盏灯', '修了[1]8盏灯', '修了[２]８盏灯'],
    ['甲。乙', '丙。乙', '[甲。]乙', '[丙。]乙'],
    ['👍好', '好', '👍好', '好'],
  ])('%s / %s', (here, there, mine, its) => {
    expect(shown(here, there)).toEqual([mine, its])
  })

  test('nothing is lost of a long passage', () => {
    const here = '春夏秋冬'.repeat(400)
    const there = '春夏秋冬山'.repeat(300)
    const { here: mine, there: its } = differences(here, there)
    expect(mine.map(({ text }) => text).join('')).toBe(here)
    expect(its.map(({ text }) => text).join('')).toBe(there)
  })

  test('what is put in at the beginning of a long passage shifts nothing', () => {
    const text = Array.from({ length: 3000 }, (_, at) => String.fromCodePoint(0x4e00 + ((at * 7919) % 5000))).join('')
    const { here, there } = differences(`${'添'.repeat(120)}${text}`, text)
    expect(here.map(({ text: piece, isSame }) => [isSame, piece.length])).toEqual([
      [false, 120],
      [true, 3000],
    ])
    expect(there.map(({ isSame }) => isSame)).toEqual([true])
  })

  test('what is marked on one side is what is marked on the other', () => {
    const letters = (pieces: ReturnType<typeof differences>['here']) =>
      foldText(pieces.flatMap(({ text, isSame }) => (isSame ? [text] : [])).join(''))
    const long = '去年冬天，三号楼的路灯坏了四十多天。'.repeat(60)
    const { here, there } = differences(
      long,
      `${long.slice(0, 500)}另外一句话。${long.slice(640).replaceAll('路灯', '电梯')}`,
    )
    expect(letters(here)).toBe(letters(there))
    expect(letters(here).length).toBeGreaterThan(500)
  })
})
