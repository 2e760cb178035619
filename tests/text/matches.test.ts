import { describe, expect, it } from 'vitest'
import { matchesOf } from '../../src/text/matches.ts'

describe('matchesOf', () => {
  it('gives what matchAll gives, empty matches too', () => {
    for (const pattern of [/支部|党/gu, /\d*/gu, /没有/gu]) {
      const text = '党支部12月召开支部党员大会'
      expect(matchesOf(text, pattern)).toEqual([...text.matchAll(pattern)])
    }
  })

  it('begins each text at its start, wherever the last use of the pattern ended', () => {
    const pattern = /党课/gu
    pattern.lastIndex = 2
    expect(matchesOf('党课', pattern).map(({ index }) => index)).toEqual([0])
  })
})
