import { describe, expect, test } from 'vitest'
import { brief } from '../support/brief.ts'
import { judge } from '../support/judge.ts'

function voted(vote: string, { content = '表决年度计划', roster = '', more = '' } = {}) {
  const ledger = `支部: {名称: 杏园社区第一党支部}
${roster}组织生活:
  - 类型: 党员大会
    日期: 2026-03-12
    议题:
      - 内容: ${content}
        表决: {${vote}}
${more}`
  return judge('attendance/vote', ledger, { asOf: '2026-04-30', period: '2026Q1' })
}

function roster(full: number, probationers = 0): string {
  const members = [
    ...Array.from({ length: full }, (_, at) => `{姓名: 正${at + 1}}`),
    ...Array.from({ length: probationers }, (_, at) => `{姓名: 预${at + 1}, 人员类别: 预备党员}`),
  ]
  return `党员: [${members.join(', ')}]\n`
}

describe('the counts make up the ballots', () => {
  test('a ballot too many or too few is told', () => {
    expect(voted('应到: 30, 实到: 28, 收回: 28, 赞成: 25, 反对: 2, 弃权: 1').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 收回: 28, 赞成: 25, 反对: 2, 弃权: 0').findings.map(brief)).toEqual([
      {
        severity: 'error',
        subject: '2026-03-12 党员大会 表决年度计划',
        message: '3月12日党员大会表决“表决年度计划”：赞成25票、反对2票、弃权0票，合计27票，与收回28票不符',
        at: ['6:13', '7:13'],
      },
    ])
  })

  test('invalid ballots, written opinions and ballots kept back are accounted for', () => {
    expect(voted('应到: 30, 实到: 28, 收回: 28, 有效: 27, 赞成: 25, 反对: 2, 弃权: 0').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 收回: 28, 书面意见: 1, 赞成: 29, 反对: 0, 弃权: 0').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 发出: 28, 收回: 27, 赞成: 27, 反对: 0, 弃权: 1').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 收回: 28, 有效: 27, 赞成: 27, 反对: 0, 弃权: 1').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 收回: 28, 有效: 27, 赞成: 28, 反对: 0, 弃权: 0').outcome).toBe('fail')
    expect(voted('应到: 30, 实到: 28, 发出: 28, 收回: 27, 赞成: 28, 反对: 0, 弃权: 0').outcome).toBe('fail')
  })

  test('a count that is not given is not missing', () => {
    expect(voted('应到: 30, 实到: 28, 收回: 28, 赞成: 25').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 收回: 28, 赞成: 29').outcome).toBe('fail')
  })
})

describe('no more ballots than voters', () => {
  test('present, with the written opinions', () => {
    expect(voted('应到: 30, 实到: 28, 书面意见: 1, 收回: 29, 赞成: 29').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 收回: 29, 赞成: 29').findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会表决“表决年度计划”：表决票29票，多于到会28人' },
    ])
  })

  test('nor more back than were given out', () => {
    expect(voted('应到: 30, 实到: 29, 发出: 28, 收回: 29, 赞成: 29').findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会表决“表决年度计划”：收回29票，多于发出的28票' },
    ])
  })

  test('nor more there than were due', () => {
    expect(voted('应到: 30, 实到: 31, 赞成: 30').findings.map(brief)).toMatchObject([
      { message: '3月12日党员大会表决“表决年度计划”：到会有表决权的31人，多于应到的30人' },
    ])
  })

  test('预备党员 have no vote', () => {
    expect(voted('应到: 4, 实到: 4, 赞成: 4', { roster: roster(4, 1) }).outcome).toBe('pass')
    expect(voted('应到: 5, 实到: 5, 赞成: 5', { roster: roster(4, 1) }).findings.map(brief)).toMatchObject([
      {
        message: '3月12日党员大会表决“表决年度计划”：参加表决5人，多于名册上当日的正式党员4人，预备党员没有表决权',
      },
    ])
  })
})

describe('what was passed', () => {
  test('has more than half of those due', () => {
    expect(voted('应到: 30, 实到: 28, 赞成: 16, 反对: 12, 弃权: 0, 结果: 通过').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 赞成: 15, 反对: 13, 弃权: 0, 结果: 通过').findings.map(brief)).toMatchObject([
      {
        message: '3月12日党员大会表决“表决年度计划”：应到会有表决权的党员30人，赞成15票，未超过半数而记为通过',
      },
    ])
  })

  test('is not what was rejected', () => {
    expect(voted('应到: 30, 实到: 28, 赞成: 15, 反对: 13, 弃权: 0, 结果: 未通过').outcome).toBe('pass')
    expect(voted('应到: 30, 实到: 28, 赞成: 15, 反对: 13, 弃权: 0, 结果: 没有通过').outcome).toBe('pass')
  })

  test('may stand in the decisions', () => {
    const more = '    议定事项: [{事项: 同意接收钱多为预备党员}]\n'
    const options = { content: '讨论接收钱多为预备党员', more }
    expect(voted('应到: 30, 实到: 28, 赞成: 15, 反对: 13, 弃权: 0', options).outcome).toBe('fail')
  })

  test('is not evaluated where nobody knows how many were due', () => {
    expect(voted('赞成: 15, 结果: 通过')).toMatchObject({
      outcome: 'not-evaluated',
      reason: '3月12日党员大会的表决未写明应到会有表决权的党员人数',
    })
  })
})

test('of an election only the quorum is judged', () => {
  const vote = '应到: 30, 实到: 28, 收回: 28, 赞成: 12, 反对: 3, 弃权: 1, 结果: 通过'
  expect(voted(vote, { content: '选举产生新一届支部委员会' }).outcome).toBe('not-applicable')
})

test('民主测评 is no vote', () => {
  expect(voted('应到: 30, 收回: 45, 赞成: 40', { content: '开展民主测评' }).outcome).toBe('not-applicable')
})
