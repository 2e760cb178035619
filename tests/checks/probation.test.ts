import { describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

const PROBATIONER = '{姓名: 钱多, 人员类别: 预备党员, 预备期起: 2025-03-01}'

function probation(records: string, { members = PROBATIONER, asOf = '2026-06-30', period = '2026-01..2026-06' } = {}) {
  const ledger = `支部: {名称: 杏园社区第一党支部}\n党员: [${members}]\n组织生活: [${records}]\n`
  return judge('development/probation', ledger, { asOf, period })
}

function assembly(date: string, content = '讨论预备党员钱多转正'): string {
  return `{类型: 党员大会, 日期: ${date}, 议题: [{内容: ${content}}]}`
}

describe('after the probation', () => {
  test('a 党员大会 on it within 31 days', () => {
    expect(probation(assembly('2026-04-01')).outcome).toBe('pass')
    expect(probation(assembly('2026-04-02')).findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '钱多',
        message: '钱多的预备期自2025-03-01起、2026-03-01期满，期满后31天内未见讨论其转正的党员大会，2026-04-02才有',
        at: ['2:33', '3:23'],
      },
    ])
    expect(probation('').findings.map(brief)).toMatchObject([
      {
        message: '钱多的预备期自2025-03-01起、2026-03-01期满，期满后31天内台账未见讨论其转正的党员大会记录',
        at: ['2:33'],
      },
    ])
  })

  test('a 党员大会 that cancels it is on it too', () => {
    expect(probation(assembly('2026-03-20', '讨论取消钱多预备党员资格')).outcome).toBe('pass')
  })

  test('one that names nobody may be on it, one on another member is not', () => {
    expect(probation(assembly('2026-03-20', '讨论预备党员转正')).outcome).toBe('pass')
    const members = `${PROBATIONER}, {姓名: 孙立, 预备期起: 2025-03-25}`
    expect(probation(assembly('2026-03-20', '讨论预备党员孙立转正'), { members }).outcome).toBe('fail')
  })

  test('a 支委会 is none', () => {
    expect(probation('{类型: 支委会, 日期: 2026-03-10, 议题: [{内容: 审查钱多转正材料}]}').outcome).toBe('fail')
  })

  test('until the 31 days are over it is not due', () => {
    expect(probation('', { asOf: '2026-04-01' }).outcome).toBe('not-due')
    expect(probation('', { asOf: '2026-04-02' }).outcome).toBe('fail')
  })
})

describe('an extension', () => {
  const extended = assembly('2026-03-10', '讨论延长钱多预备期半年')

  test('puts the end off', () => {
    expect(probation(extended).outcome).toBe('not-due')
    const later = { asOf: '2026-12-31', period: '2026' }
    expect(probation(extended, later).findings.map(brief)).toMatchObject([
      {
        message: '钱多的预备期自2025-03-01起、2026-09-01期满，期满后31天内台账未见讨论其转正的党员大会记录',
      },
    ])
    expect(probation(`${extended}, ${assembly('2026-09-10')}`, later).outcome).toBe('pass')
  })
})

describe('when it began', () => {
  const unknown = '{姓名: 钱多, 人员类别: 预备党员}'

  test('the admission on record tells', () => {
    expect(probation(assembly('2025-03-01', '接收钱多为预备党员'), { members: unknown }).outcome).toBe('fail')
  })

  test('else it is not evaluated', () => {
    expect(probation('', { members: unknown })).toMatchObject({
      outcome: 'not-evaluated',
      reason: '钱多缺预备期起',
    })
  })
})

describe('not judged', () => {
  test('one who has left', () => {
    const members = '{姓名: 钱多, 人员类别: 预备党员, 预备期起: 2025-03-01, 转出: 2026-03-20}'
    expect(probation('', { members })).toMatchObject({ outcome: 'not-applicable', findings: [] })
  })

  test('months before the period that are not in the ledger', () => {
    const members = '{姓名: 钱多, 人员类别: 预备党员, 预备期起: 2024-12-15}'
    expect(probation('', { members })).toMatchObject({
      outcome: 'not-evaluated',
      reason: '台账没有2025年12月的记录',
    })
  })

  test('without a roster', () => {
    const ledger = '支部: {名称: 杏园社区第一党支部}\n组织生活: []\n'
    expect(judge('development/probation', ledger, { asOf: '2026-06-30' })).toMatchObject({
      outcome: 'not-evaluated',
      reason: '台账没有党员名册，不知道有无预备党员',
    })
  })
})
