import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { day } from '../src/calendar/plain-date.ts'
import { conclude, concludeFiles, examine, filesToJoin, judgeFile } from '../src/check.ts'
import { prepare } from '../src/setup.ts'

const setup = prepare({ asOf: day('2026-07-15'), period: { from: day('2026-01-01'), to: day('2026-06-30') } })

const SCRIPT =
  '去年冬天三号楼的路灯坏了四十多天，住在顶楼的老陈下夜班摔了一跤，我们支部开会时还在争该找物业还是找供电所。'

/** Small ledgers of few branches, so that files share branches, lectures and people. */
const ledger = fc
  .record({
    branch: fc.constantFrom('甲党支部', '乙党支部', '丙党支部'),
    superior: fc.constantFrom(undefined, '东街道', '西街道'),
    meetings: fc.array(
      fc.record({
        kind: fc.constantFrom('党员大会', '支委会', '党课', '主题党日'),
        month: fc.integer({ min: 1, max: 6 }),
        present: fc.integer({ min: 3, max: 12 }),
      }),
      { maxLength: 4 },
    ),
  })
  .map(({ branch, superior, meetings }) =>
    [
      `支部: {名称: ${branch}${superior === undefined ? '' : `, 上级: ${superior}`}}`,
      '组织生活:',
      ...meetings.map(
        ({ kind, month, present }) =>
          `  - {类型: ${kind}, 日期: 2026-0${month}-10, 应到: 10, 实到: ${present}${kind === '党课' ? `, 讲稿: ${SCRIPT}${month}` : ''}}`,
      ),
    ].join('\n'),
  )

const folder = fc.array(ledger, { minLength: 1, maxLength: 5 })

function examined(texts: readonly string[]) {
  const encoder = new TextEncoder()
  return texts.map((text, index) => examine({ path: `f${index}.yaml`, bytes: encoder.encode(text) }, setup))
}

test('the order of the files changes nothing', () => {
  fc.assert(
    fc.property(folder, fc.nat(), (texts, turn) => {
      const parts = examined(texts)
      const turned = parts
        .map((_, index) => parts[(index + turn) % parts.length] ?? parts[0])
        .filter((one) => one !== undefined)
      expect(conclude(turned, setup)).toEqual(conclude(parts, setup))
      expect(conclude([...parts].reverse(), setup)).toEqual(conclude(parts, setup))
    }),
    { numRuns: 40 },
  )
})

test('what was written down and read back between the two steps comes to the same', () => {
  fc.assert(
    fc.property(folder, (texts) => {
      const parts = examined(texts)
      const kept = JSON.parse(JSON.stringify(parts.map((part) => judgeFile(part, setup))))
      const wanted = new Set(filesToJoin(kept))
      const again = JSON.parse(JSON.stringify(parts.filter(({ path }) => wanted.has(path))))
      const { report } = concludeFiles(kept, setup, { parts: again, scripts: new Map() })
      expect(JSON.stringify(report)).toBe(JSON.stringify(conclude(parts, setup)))
    }),
    { numRuns: 40 },
  )
})

test('every row is a record, rejected or passed over', () => {
  fc.assert(
    fc.property(folder, (texts) => {
      for (const { rows, records, rejected, passedOver } of examined(texts)) {
        expect(records + rejected + passedOver).toBe(rows)
      }
    }),
    { numRuns: 40 },
  )
})
