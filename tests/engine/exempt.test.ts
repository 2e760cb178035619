import { describe, expect, test } from 'vitest'
import { day } from '../../src/calendar/plain-date.ts'
import { excuse, exemptionNotices } from '../../src/engine/exempt.ts'
import type { Exemption } from '../../src/rulebook/exemption.ts'
import { finding } from '../report/sample-report.ts'

const LAST_DAY = day('2026-10-31')
const DAY_AFTER = day('2026-11-01')
const NAMES = ['XY-01', '杏园社区第一党支部']
const APRIL = finding({ id: '04', subject: '2026-04' })
const MAY = finding({ id: '05', subject: '2026-05' })

function exemption(changes: Partial<Exemption> = {}): Exemption {
  return {
    rule: 'frequency/committee',
    branch: 'XY-01',
    reason: '书记病休',
    approver: '组织委员',
    document: '批复',
    until: LAST_DAY,
    at: { file: 'taizhang.yaml', line: 3, column: 5 },
    ...changes,
  }
}

describe('excuse', () => {
  test('on the last day it takes the finding away, on the day after no longer', () => {
    const one = exemption({ subject: '2026-04' })
    expect(excuse([APRIL, MAY], [one], NAMES, LAST_DAY)).toEqual({
      standing: [MAY],
      excused: [{ finding: APRIL, exemption: one }],
    })
    expect(excuse([APRIL, MAY], [one], NAMES, DAY_AFTER)).toEqual({ standing: [APRIL, MAY], excused: [] })
  })

  test('one that has run out does not stand in the way of one in force', () => {
    const renewed = exemption({ until: day('2026-12-31') })
    expect(excuse([APRIL], [exemption(), renewed], NAMES, DAY_AFTER).excused).toEqual([
      { finding: APRIL, exemption: renewed },
    ])
  })
})

describe('exemptionNotices', () => {
  const used = [{ branchNames: NAMES, found: [APRIL] }]
  const codes = (...args: Parameters<typeof exemptionNotices>) =>
    exemptionNotices(...args).map(({ code, severity }) => `${severity} ${code}`)

  test('one that is used says nothing on its last day, and that it has run out on the day after', () => {
    expect(codes([exemption()], used, LAST_DAY, true)).toEqual([])
    expect(codes([exemption()], used, DAY_AFTER, true)).toEqual(['warning expired-exemption'])
    expect(codes([exemption()], used, DAY_AFTER, false)).toEqual(['warning expired-exemption'])
  })

  test('one that excuses nothing is told where all was looked at', () => {
    expect(codes([exemption({ branch: 'XY-02' })], used, LAST_DAY, true)).toEqual(['info unused-exemption'])
    expect(codes([exemption({ branch: 'XY-02' })], used, LAST_DAY, false)).toEqual([])
  })
})
