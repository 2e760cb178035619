import { join } from 'node:path'
import { afterEach, expect, test, vi } from 'vitest'
import { ScratchError } from '../../src/node/scratch-file.ts'
import { SpillingUnits } from '../../src/node/units-in-file.ts'

afterEach(() => vi.unstubAllEnvs())

test('what is more than may be held in memory goes into a file, and reads back the same', () => {
  const units = new SpillingUnits(5)
  units.append(Uint16Array.of(1, 2, 3))
  units.append(Uint16Array.of(4, 5, 6))
  units.append(Uint16Array.of(7))
  expect([...units.read(1, 7)]).toEqual([2, 3, 4, 5, 6, 7])
  units.close()
})

test('and what is not more, does not', () => {
  vi.stubEnv('TMPDIR', join(import.meta.dirname, 'nowhere'))
  const units = new SpillingUnits(5)
  units.append(Uint16Array.of(1, 2, 3, 4, 5))
  expect([...units.read(0, 5)]).toEqual([1, 2, 3, 4, 5])
  expect(() => units.append(Uint16Array.of(6))).toThrow(ScratchError)
})
