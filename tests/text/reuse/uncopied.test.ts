import { expect, test } from 'vitest'
import { UNCOPIED, type Uncopied } from '../../../bench/reuse/uncopied.ts'
import { reuseOf } from './texts.ts'

// What is still found once in thousands of texts, and why, is told in bench/reuse/README.md.
test.each(Object.entries(UNCOPIED))('nothing is found where nothing was copied: %s', (_, texts: Uncopied) => {
  for (const seed of [2, 4]) {
    expect(reuseOf(texts(300, seed)).lectures.filter(({ matches }) => matches.length > 0)).toEqual([])
  }
})
