import { describe, expect, test } from 'vitest'
import { json } from '../../src/report/json.ts'
import { PLAIN } from '../../src/report/palette.ts'
import { Report } from '../../src/report/schema.ts'
import { branch, faultyBranch, finding, report } from './sample-report.ts'

const page = { palette: PLAIN, width: 80 }

/** The pieces that the format writes as one text. */
function text(written: ReturnType<typeof json>): string {
  if (typeof written === 'string' || written instanceof Uint8Array || written instanceof Promise)
    throw new Error('not in pieces')
  return [...written].join('')
}

describe('json', () => {
  test('is the report itself, by its schema', () => {
    const value = report([faultyBranch()])
    expect(Report.parse(JSON.parse(text(json(value, page))))).toEqual(value)
  })

  test('the keys of data stand in the order of their code points', () => {
    const data = { 乙: 1, b: { z: 1, a: 2 }, a: [{ y: 1, x: 2 }] }
    const written = text(json(report([branch({ findings: [finding({ data })] })]), page))
    expect(JSON.stringify(JSON.parse(written).branches[0].findings[0].data)).toBe(
      '{"a":[{"x":2,"y":1}],"b":{"a":2,"z":1},"乙":1}',
    )
  })

  test('nothing in it acts on a terminal, and everything reads back as it was', () => {
    const message = '\u001b[31m红\u009b2J\u202e'
    const written = text(json(report([branch({ findings: [finding({ message })] })]), page))
    expect(written.replaceAll('\n', '')).not.toMatch(/\p{Cc}|\u202e/u)
    expect(JSON.parse(written).branches[0].findings[0].message).toBe(message)
  })
})

test('written branch by branch it is the text of the whole', () => {
  const whole = report([branch({ findings: [finding()] }), branch({ id: 'XY-02', findings: [] })])
  expect(text(json(whole, page))).toBe(`${JSON.stringify(whole, undefined, 2)}\n`)
})

test('the findings of a branch are asked for when its turn comes, and not before', () => {
  const asked: string[] = []
  const putAway = (id: string) => {
    const { findings: _, ...rest } = branch({ id })
    return {
      ...rest,
      get findings() {
        asked.push(id)
        return []
      },
    }
  }
  const whole = { ...report([]), branches: [putAway('XY-01'), putAway('XY-02')] }
  const before: string[][] = []
  for (const piece of json(whole, page) as Iterable<string>)
    if (piece.includes('"id": "XY-')) before.push([...new Set(asked)])
  expect(before).toEqual([['XY-01'], ['XY-01', 'XY-02']])
})
