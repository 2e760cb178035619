import { describe, expect, test } from 'vitest'
import { colourLevel } from '../../src/node/colour-level.ts'

const terminal = { isTTY: true, getColorDepth: () => 8 }
const pipe = {}

describe('colourLevel', () => {
  test.each([
    ['a terminal shows what it can', undefined, {}, terminal, 2],
    ['a pipe has none', undefined, {}, pipe, 0],
    ['NO_COLOR', undefined, { NO_COLOR: '1' }, terminal, 0],
    ['an empty NO_COLOR says nothing', undefined, { NO_COLOR: '' }, terminal, 2],
    ['FORCE_COLOR in a pipe', undefined, { FORCE_COLOR: '1' }, pipe, 1],
    ['FORCE_COLOR with nothing in it', undefined, { FORCE_COLOR: '' }, pipe, 1],
    ['FORCE_COLOR=3', undefined, { FORCE_COLOR: '3' }, pipe, 3],
    ['FORCE_COLOR=0 on a terminal', undefined, { FORCE_COLOR: '0' }, terminal, 0],
    ['NO_COLOR goes before FORCE_COLOR', undefined, { NO_COLOR: '1', FORCE_COLOR: '1' }, terminal, 0],
    ['--color goes before NO_COLOR', true, { NO_COLOR: '1' }, pipe, 1],
    ['--no-color goes before FORCE_COLOR', false, { FORCE_COLOR: '1' }, terminal, 0],
  ] as const)('%s', (_, flag, env, stream, level) => {
    expect(colourLevel(flag, env, stream)).toBe(level)
  })
})
