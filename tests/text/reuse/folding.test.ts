import { Converter } from 'opencc-js/t2cn'
import { describe, expect, test } from 'vitest'
import { foldInto, foldText } from '../../../src/text/reuse/folding.ts'
import { SIMPLIFIED_PAIRS } from '../../../src/text/reuse/simplified.ts'

describe('folding', () => {
  test.each([
    ['punctuation and spaces go', '党员，大会。 “学习”\n\t　讨论', '党员大会学习讨论'],
    ['digits go', '2026年３月第１2次', '年月第次'],
    ['invisible characters go', '党\u200b员\ufeff大\u00ad会', '党员大会'],
    ['full width becomes narrow, capitals small', 'ＡＢＣ Xyz', 'abcxyz'],
    ['traditional becomes simplified', '黨員大會學習討論', '党员大会学习讨论'],
    ['compatibility forms become plain', '㈱ﬁ', '株f'],
    ['accents go', 'Café', 'cafe'],
    ['rare Han keeps both its units', '𠮷', '𠮷'],
    ['half a pair is nothing', '党\ud842员', '党员'],
  ])('%s', (_, text, folded) => {
    expect(foldText(text)).toBe(folded)
  })

  test('knows for each folded unit where it stood', () => {
    const text = '１. 黨 員，𠮷'
    const units = new Uint16Array(text.length)
    const positions = new Uint32Array(text.length)
    const end = foldInto(units, 0, text, 0, text.length, positions)
    expect([...positions.subarray(0, end)]).toEqual([3, 5, 7, 7])
  })
})

test('the table of simplified forms is that of opencc-js', () => {
  const convert = Converter({ from: 't', to: 'cn' })
  const pairs: string[] = []
  for (let unit = 0; unit <= 0xffff; unit++) {
    const character = String.fromCharCode(unit)
    if (!/\p{Script=Han}/u.test(character)) continue
    const simplified = convert(character)
    if (simplified !== character && simplified.length === 1) pairs.push(character + simplified)
  }
  expect(SIMPLIFIED_PAIRS).toBe(pairs.join(''))
})
