import { describe, expect, test } from 'vitest'
import { severityOf } from '../../src/engine/severity.ts'

describe('severityOf', () => {
  test.each([
    [0.8, 'error'],
    [0.7999, 'warning'],
    [0.5, 'warning'],
    [0.4999, undefined],
  ])('a measure of %d is %s', (measure, severity) => {
    expect(severityOf({ error: 0.8, warning: 0.5 }, measure, false)).toBe(severity)
  })

  test('a ledger that is only silent never makes an error', () => {
    expect(severityOf('error', undefined, true)).toBe('warning')
    expect(severityOf({ error: 0.8 }, 0.9, true)).toBe('warning')
    expect(severityOf('info', undefined, true)).toBe('info')
  })

  test('without a measure the gravest level of the rule applies', () => {
    expect(severityOf({ warning: 2, info: 1 }, undefined, false)).toBe('warning')
  })
})
