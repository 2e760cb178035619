import { describe, expect, test } from 'vitest'
import { branchSheets } from '../../src/report/branch-sheet.ts'
import { branch, report } from './sample-report.ts'

const RULE = 'frequency/member-assembly'
const verdicts = [{ rule: RULE, outcome: 'not-evaluated', reason: '缺党员名册' }] as const

test('what could not be judged is told, with the reason', () => {
  const [sheet] = branchSheets(report([branch({ verdicts: [...verdicts] })]))
  expect(sheet?.unjudged).toMatchObject([{ outcome: 'not-evaluated', groups: [{ reason: '缺党员名册' }] }])
})

test('of a branch that handed in nothing, only that is told', () => {
  const handedIn = { files: [], records: 0, kinds: [], monthsWithout: [] }
  const [sheet] = branchSheets(report([branch({ verdicts: [...verdicts], handedIn })]))
  expect(sheet?.unjudged).toEqual([])
})

describe('what could not be judged', () => {
  const groups = (...reasons: readonly string[]) => {
    const given = reasons.map((reason, at) => ({ rule: `a/${at}`, outcome: 'not-evaluated' as const, reason }))
    const [sheet] = branchSheets(report([branch({ verdicts: given })]))
    return sheet?.unjudged.flatMap((section) => section.groups)
  }

  test('is told once for all that want the same field', () => {
    expect(groups('台账没有党员名册', '缺换届日期', '台账没有党员名册，不知道谁应参加')).toEqual([
      { reason: '台账没有党员名册', titles: ['a/0', 'a/2'] },
      { reason: '缺换届日期', titles: ['a/1'] },
    ])
  })

  test('keeps the clauses that all of them share, and its own where it stands alone', () => {
    expect(groups('写作“月底”，读不出是哪一天，无法判断1月', '写作“月底”，读不出是哪一天，无法判断2月')).toEqual([
      { reason: '写作“月底”，读不出是哪一天', titles: ['a/0', 'a/1'] },
    ])
    expect(groups('台账没有党员名册，不知道谁应参加')).toEqual([
      { reason: '台账没有党员名册，不知道谁应参加', titles: ['a/0'] },
    ])
  })

  test('names together the registers that are not kept', () => {
    expect(groups('台账没有登记党费，无法判断是否另有台账', '台账没有登记设岗定责，无法判断是否另有台账')).toEqual([
      { reason: '台账没有登记党费、设岗定责，无法判断是否另有台账', titles: ['a/0', 'a/1'] },
    ])
  })

  test('of a demand that wants several things stays with that demand, and is cut short', () => {
    expect(groups('甲缺时长，无法核对；乙缺时长，无法核对', '甲缺时长，无法统计')).toHaveLength(2)
    expect(groups('甲缺时长；乙缺时长；丙缺时长；丁缺时长')).toEqual([
      { reason: '甲缺时长；乙缺时长；丙缺时长；共4处', titles: ['a/0'] },
    ])
  })
})
