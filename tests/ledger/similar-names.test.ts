import { describe, expect, test } from 'vitest'
import { similarNames } from '../../src/ledger/similar-names.ts'

describe('names that may be of one branch', () => {
  test.each([
    ['某县水务局党支部', '某县水务局机关党支部'],
    ['杏园社区第１党支部', '杏园社区第一党支部'],
    ['中共某县水务局支部委员会', '某县水务局机关党支部'],
    ['云帆电商有限公司党支部', '云帆电商有限责任公司党支部'],
    ['石桥村党支部', '柳湾镇石桥村党支部'],
    ['石桥村党支部', '青禾县柳湾镇石桥村党支部'],
  ])('%s and %s', (one, other) => {
    expect(similarNames([one, other])).toEqual([[0, 1]])
  })
})

describe('names of different branches', () => {
  test.each([
    ['第一党支部', '第二党支部'],
    ['杏园社区第一党支部', '杏园社区第二党支部'],
    ['杏园社区第一党支部', '杏园社区第十一党支部'],
    ['第一党支部', '杏园社区第一党支部'],
    ['机关党支部', '柳湾镇机关党支部'],
    ['水务局机关党支部', '水务局离退休党支部'],
    ['水务局党支部', '水务局离退休党支部'],
    ['东镇石桥村党支部', '西镇石桥村党支部'],
    ['石桥村党支部', '石桥新村党支部'],
    ['1号楼党支部', '2号楼党支部'],
  ])('%s and %s', (one, other) => {
    expect(similarNames([one, other])).toEqual([])
  })

  test('a name that several places have is none of them', () => {
    expect(similarNames(['石桥村党支部', '东镇石桥村党支部', '西镇石桥村党支部'])).toEqual([])
  })
})

test('of three ways of writing one name each is held against the first', () => {
  expect(similarNames(['水务局第1党支部', '水务局第一党支部', '水务局机关第１党支部'])).toEqual([
    [0, 1],
    [0, 2],
  ])
})

test('ten thousand names take no longer than a look at each', () => {
  const names = Array.from({ length: 10_000 }, (_, at) => `青禾县柳湾镇${String.fromCharCode(0x4e00 + at)}村第一党支部`)
  const begin = performance.now()
  expect(similarNames(names)).toEqual([])
  expect(performance.now() - begin).toBeLessThan(2000)
})
